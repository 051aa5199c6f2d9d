import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type HoldService, makeHoldService } from '../../../../../electron/recording/holds/hold-service.ts'
import { type HoldStore, makeHoldStore } from '../../../../../electron/recording/holds/hold-store.ts'
import { abuseHoldReason } from '../../../../../shared/recording/hold.ts'
import { openStores, registrationOf } from '../../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let recordingId: string
let store: HoldStore
let holds: HoldService
beforeEach(() => {
  stores = openStores()
  const { receptionId } = stores.applications.create(registrationOf(stores.session))
  recordingId = randomUUID()
  stores.recordings.insert({
    session: {
      recordingId,
      receptionId,
      bodyId: stores.session.body.id,
      workplaceId: stores.session.workplace.id,
      startedAt: '2026-11-20T02:02:00Z',
      retainUntil: '2028-11-20',
      program: 'videopriem 0.1.0',
      regulation: 'kuzbass-121/1',
    },
    directory: join(stores.folder.path, '2026/11', recordingId),
    author: stores.session,
  })
  stores.recordings.setState(recordingId, 'sealFailed', 'не проверена')
  const { read, write } = stores.database
  store = makeHoldStore({ read, write, place: stores.accounts.place, clock: stores.clock, eventLog: stores.eventLog })
  holds = makeHoldService({
    holds: store,
    stateOf: id => stores.recordings.byId(id)?.state ?? null,
    announce: () => undefined,
  })
})
afterEach(() => stores.close())

const hold = () => holds.hold(stores.session, { recordingId, ground: 'complaint', reason: 'Жалоба вх. № 17' })
const lastKind = () => stores.eventLog.list({ offset: 0, limit: 1 })[0]?.kind
/** No call of the program destroys; the database refuses whoever tries it past the program. */
const destroy = () =>
  stores.database.raw
    .prepare("update recording set state = 'destroyed', destroyed_on = '2029-01-10' where id = ?")
    .run(recordingId)

test('a hold beats a term that is over, and is shown; released it beats nothing', () => {
  expect(hold()).toMatchObject({ ok: true })
  expect(lastKind()).toBe('recordingHeld')
  expect(stores.recordings.card(recordingId)?.held).toBe(true)
  stores.clock.set('2029-01-10T03:00:00Z')
  expect(destroy).toThrow(/under a hold/)

  const [placed] = store.ofRecording(recordingId)
  expect(placed).toMatchObject({ ground: 'complaint', placed: { name: 'Иванова А. П.', reason: 'Жалоба вх. № 17' } })
  const release = { holdId: placed?.id ?? '', reason: 'Ответ дан' }
  expect(holds.release(stores.session, release)).toMatchObject({ ok: true })
  expect(lastKind()).toBe('recordingReleased')
  expect(store.ofRecording(recordingId)).toMatchObject([{ released: { name: 'Иванова А. П.', reason: 'Ответ дан' } }])
  expect(holds.release(stores.session, release)).toMatchObject({ ok: false, fault: { code: 'stale' } })
  expect(stores.recordings.card(recordingId)?.held).toBe(false)
  expect(destroy().changes).toBe(1)
  expect(hold()).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
})

test('the program holds an abusive reception once, however often it is told', () => {
  holds.holdForAbuse(stores.session, recordingId)
  holds.holdForAbuse(stores.session, recordingId)
  expect(store.ofRecording(recordingId)).toMatchObject([{ ground: 'abuse', placed: { reason: abuseHoldReason } }])
})

test('an unknown recording is not held', () => {
  expect(holds.hold(stores.session, { recordingId: randomUUID(), ground: 'other', reason: 'x' })).toMatchObject({
    ok: false,
    fault: { code: 'notFound' },
  })
})
