import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeSettingsService } from '../../../../electron/settings/settings-service.ts'
import { makeSettingsStore, type SettingsStore } from '../../../../electron/settings/settings-store.ts'
import { Settings } from '../../../../shared/contract/settings.ts'
import { noPolicy } from '../../../../shared/policy/policy.ts'
import { openStores } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let settings: SettingsStore
beforeEach(() => {
  stores = openStores()
  settings = makeSettingsStore({ ...stores.database, place: stores.accounts.place })
})
afterEach(() => stores.close())

const put = (key: string, value: string) =>
  stores.database.raw
    .prepare('insert or replace into setting (body_id, key, value) values (?, ?, ?)')
    .run(stores.session.body.id, key, value)

test('what was never decided has its default; what was decided stays', () => {
  expect(settings.read()).toEqual(Settings.parse({}))
  settings.write({ ...settings.read(), idleLockMinutes: 25 })
  expect(settings.read()).toEqual({ ...Settings.parse({}), idleLockMinutes: 25 })
})

test('a value of another version that no longer fits falls back alone; an unknown key is left as it is', () => {
  put('idleLockMinutes', '"двадцать"')
  put('pauseMinutes', '7')
  put('ofALaterVersion', 'true')
  expect(settings.read()).toEqual({ ...Settings.parse({}), pauseMinutes: 7 })
  settings.write(settings.read())
  const kept = stores.database.raw.prepare(`select value from setting where key = 'ofALaterVersion'`).get()
  expect(kept).toEqual({ value: 'true' })
})

test('a change is an act with its line', () => {
  const { session, eventLog, database } = stores
  const service = makeSettingsService({ store: settings, policy: noPolicy, eventLog, write: database.write })
  expect(service.change(session, { ...settings.read(), pauseMinutes: 2 })).toMatchObject({ value: { pauseMinutes: 2 } })
  expect(eventLog.list({ offset: 0, limit: 1 })).toMatchObject([
    { kind: 'settingsChanged', account_id: session.account.id },
  ])
})

test.each([
  ['passwordMinimumLength', 7, 'Не короче 8 знаков'],
  ['triesBeforePause', 2, 'Не меньше 3'],
  ['pauseMinutes', 0, 'Не меньше минуты'],
  ['idleLockMinutes', 241, 'Не больше 4 часов'],
  ['ownRecordingDays', 0, 'Не меньше одного дня'],
  ['rawLetterDays', 0, 'Не меньше одного дня'],
  ['rawLetterDays', 367, 'Не больше 366 дней'],
  ['documentDays', 1097, 'Не больше 1096 дней'],
  // The token goes there: never in the clear over a network.
  ['telemostApiAddress', 'http://example.ru/v1', 'Нужен адрес https://'],
  ['telemostApiAddress', 'http://localhost.example.ru/v1', 'Нужен адрес https://'],
] as const)('%s = %s is refused: %s', (key, value, message) => {
  const parsed = Settings.safeParse({ ...Settings.parse({}), [key]: value })
  expect(parsed.error?.issues.map(issue => issue.message)).toEqual([message])
})
