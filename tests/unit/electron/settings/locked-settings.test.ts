import { afterEach, beforeEach, expect, test } from 'vitest'
import { withPolicy } from '../../../../electron/settings/locked-settings.ts'
import { makeSettingsService } from '../../../../electron/settings/settings-service.ts'
import { makeSettingsStore, type SettingsStore } from '../../../../electron/settings/settings-store.ts'
import { Settings } from '../../../../shared/contract/settings.ts'
import { noPolicy, type Policy } from '../../../../shared/policy/policy.ts'
import { openStores } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let own: SettingsStore
beforeEach(() => {
  stores = openStores()
  own = makeSettingsStore({ ...stores.database, place: stores.accounts.place })
})
afterEach(() => stores.close())

const under = (policy: Policy) => {
  const store = withPolicy(own, policy)
  const { eventLog, database, session } = stores
  return { store, session, service: makeSettingsService({ store, policy, eventLog, write: database.write }) }
}
const policy: Policy = { idleLockMinutes: 15, recordingsDirectory: '/srv/records' }

test('without a policy nothing is locked', () => {
  const { store, service } = under(noPolicy)
  expect(store).toBe(own)
  expect(service.locked()).toEqual({ ok: true, value: [] })
})

test('a locked value is read whatever the database says', () => {
  own.write({ ...own.read(), idleLockMinutes: 60, pauseMinutes: 7 })
  expect(under(policy).store.read()).toEqual({ ...Settings.parse({}), idleLockMinutes: 15, pauseMinutes: 7 })
})

test('what is locked is told, folders too', () => {
  expect(under(policy).service.locked()).toEqual({ ok: true, value: ['idleLockMinutes', 'recordingsDirectory'] })
})

test('a change of a locked value is refused whole and leaves no line', () => {
  const { service, session } = under(policy)
  const before = stores.eventLog.list({ offset: 0, limit: 50 }).length
  const answer = service.change(session, { ...Settings.parse({}), idleLockMinutes: 240, pauseMinutes: 9 })
  expect(answer).toMatchObject({
    ok: false,
    fault: { code: 'refusedByRule', fields: { idleLockMinutes: 'Задано политикой организации: 15' } },
  })
  expect(own.read()).toEqual(Settings.parse({}))
  expect(stores.eventLog.list({ offset: 0, limit: 50 })).toHaveLength(before)
})

test('the others may be changed, and the own choice outlives the policy', () => {
  own.write({ ...own.read(), idleLockMinutes: 60 })
  const { service, session, store } = under(policy)
  expect(service.change(session, { ...store.read(), pauseMinutes: 9 })).toMatchObject({
    ok: true,
    value: { idleLockMinutes: 15, pauseMinutes: 9 },
  })
  expect(own.read()).toMatchObject({ idleLockMinutes: 60, pauseMinutes: 9 })
})
