import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EventLogService, makeEventLogService } from '../../../../electron/accounts/event-log-service.ts'
import { openStores, type TestStores } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let service: EventLogService
beforeEach(() => {
  stores = openStores()
  service = makeEventLogService({ ...stores, witnesses: [] })
})
afterEach(() => stores.close())

const everything = { kind: null, accountId: null }
const views = ({ eventLog }: TestStores) => eventLog.count({ kind: 'eventLogViewed' })

test('opening is one line, however many pages and filters follow; opening again is another', () => {
  const { session } = stores
  const look = (viewId: string, offset = 0, kind: string | null = null) =>
    service.list(session, { viewId, filter: { ...everything, kind }, offset, limit: 1 })
  const viewId = crypto.randomUUID()
  look(viewId)
  look(viewId, 1)
  look(viewId, 0, 'firstRun')
  expect(views(stores)).toBe(1)
  look(crypto.randomUUID())
  expect(views(stores)).toBe(2)
})

test('newest first, by kind and by person, with the person’s short name', () => {
  const { session, eventLog } = stores
  const { id } = session.account
  eventLog.append({ accountId: null, kind: 'backupMade', objects: {}, result: 'done' })
  eventLog.append({ accountId: id, kind: 'callRefused', objects: { call: 'accounts.staff' }, result: 'refused' })
  const list = (filter: { kind: string | null; accountId: string | null }) => {
    const answer = service.list(session, { viewId: crypto.randomUUID(), filter, offset: 0, limit: 10 })
    if (!answer.ok) throw new Error('refused')
    return answer.value
  }
  expect(list({ kind: 'callRefused', accountId: null }).rows).toMatchObject([
    { shortName: session.account.shortName, objects: { call: 'accounts.staff' }, result: 'refused' },
  ])
  expect(list({ kind: 'backupMade', accountId: id })).toEqual({ total: 0, rows: [] })
  const all = list(everything)
  expect(all.rows.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: all.total }, (_, at) => all.total - 1 - at),
  )
  expect(all.rows.find(({ kind }) => kind === 'backupMade')?.shortName).toBeNull()
})

test('a changed line is found and the finding is itself a line', async () => {
  const { session, database } = stores
  expect(await service.verify(session)).toMatchObject({ value: { verdict: 'unconfirmed', chain: { intact: true } } })
  database.raw.exec('drop trigger event_log_never_changes')
  database.raw.prepare(`update event_log set kind = 'locked' where sequence = 0`).run()
  expect(await service.verify(session)).toMatchObject({
    value: { verdict: 'broken', chain: { intact: false, sequence: 0, reason: 'changed' } },
  })
  expect(stores.eventLog.list({ offset: 0, limit: 1 })).toMatchObject([{ kind: 'eventLogViewed', result: 'notIntact' }])
})
