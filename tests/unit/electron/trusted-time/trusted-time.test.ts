import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeTrustedTime, readTimeLimits } from '../../../../electron/trusted-time/trusted-time.ts'
import type { Session } from '../../../../shared/contract/accounts.ts'
import { openStores } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let head: Session
let changes: number
beforeEach(() => {
  stores = openStores()
  changes = 0
  head = {
    ...stores.session,
    account: stores.accounts.addAccount({ fullName: 'Громова Инна Павловна', position: 'начальник', role: 'head' }),
  }
})
afterEach(() => stores.close())

/** As at the start of a run. */
const start = async () =>
  makeTrustedTime({
    ...{ write: stores.database.write, place: stores.accounts.place, clock: stores.clock, eventLog: stores.eventLog },
    limits: await readTimeLimits(join(import.meta.dirname, '../../../../resources/trusted-time.json')),
    isSetUp: () => true,
    onChanged: () => {
      changes += 1
    },
  })
const line = () => stores.eventLog.append({ accountId: null, kind: 'signedOut', objects: {}, result: 'done' })
const kinds = (time: Awaited<ReturnType<typeof start>>, who = head) => time.attention(who).map(({ kind }) => kind)

test('two years ahead between two runs: nothing is believed, whatever lines this run writes', async () => {
  expect((await start()).now()).toBe(Date.parse('2026-11-20T02:00:00Z'))
  stores.clock.set('2028-11-20T02:00:00Z')
  for (let run = 0; run < 3; run += 1) {
    const time = await start()
    line()
    expect(time.now()).toBeNull()
    expect(kinds(time)).toEqual(['clockDoubted'])
    expect(kinds(time, stores.session)).toEqual([])
  }
  expect(changes).toBe(3)
})

test('two years ahead within a run', async () => {
  const time = await start()
  time.now()
  stores.clock.set('2028-11-20T02:00:00Z')
  expect(time.now()).toBeNull()
})

test('a profile of an earlier version is judged by its newest line', async () => {
  stores.clock.set('2028-11-20T02:00:00Z')
  expect((await start()).now()).toBeNull()
})

test('the clock is put right: believed again without a word', async () => {
  const time = await start()
  time.now()
  stores.clock.set('2028-11-20T02:00:00Z')
  line()
  expect(time.now()).toBeNull()
  stores.clock.set('2026-11-20T03:00:00Z')
  // The newest line is of 2028 until the next one is written.
  expect(time.now()).toBeNull()
  line()
  expect(time.now()).toBe(Date.parse('2026-11-20T03:00:00Z'))
  expect(kinds(time)).toEqual([])
})

test('a person confirms it with a reason: written down, and believed from then on, in later runs too', async () => {
  const time = await start()
  time.now()
  expect(time.confirm(head, 'часы верны')).toMatchObject({ ok: false, fault: { code: 'stale' } })
  stores.clock.set('2027-03-01T02:00:00Z')
  expect(time.now()).toBeNull()
  expect(time.confirm(head, 'рабочее место стояло три месяца')).toMatchObject({ ok: true })
  expect(time.now()).toBe(Date.parse('2027-03-01T02:00:00Z'))
  expect(stores.eventLog.list({ offset: 0, limit: 1 })).toMatchObject([
    { kind: 'clockConfirmed', account_id: head.account.id },
  ])
  expect(stores.database.raw.prepare('select reason, confirmed_by from time_confirmation').all()).toEqual([
    { reason: 'рабочее место стояло три месяца', confirmed_by: head.account.id },
  ])
  stores.clock.set('2027-03-02T02:00:00Z')
  expect((await start()).now()).toBe(Date.parse('2027-03-02T02:00:00Z'))
})

test('a step back a person confirms outweighs the lines before it', async () => {
  stores.clock.set('2026-12-05T02:00:00Z')
  line()
  const time = await start()
  time.now()
  stores.clock.set('2026-12-01T02:00:00Z')
  expect(time.now()).toBeNull()
  expect(time.confirm(head, 'часы спешили на четыре дня')).toMatchObject({ ok: true })
  expect(time.now()).toBe(Date.parse('2026-12-01T02:00:00Z'))
})

describe('why it is doubted, for who may confirm it', () => {
  test('ahead: of the last moment that was believed', async () => {
    const time = await start()
    time.now()
    expect(time.doubt()).toBeNull()
    stores.clock.set('2027-03-01T02:00:00Z')
    line()
    expect(time.doubt()).toEqual({
      ...{ kind: 'ahead', now: '2027-03-01T02:00:00.000Z', lastWorkAt: '2026-11-20T02:00:00.000Z' },
    })
    expect(time.confirm(head, 'стояли три месяца')).toMatchObject({ ok: true })
    expect(time.doubt()).toBeNull()
  })

  test('behind: of what has happened already', async () => {
    const time = await start()
    time.now()
    stores.clock.set('2026-11-25T02:00:00Z')
    line()
    time.now()
    stores.clock.set('2026-11-20T02:00:00Z')
    expect(time.doubt()).toEqual({
      ...{ kind: 'behind', now: '2026-11-20T02:00:00.000Z', lastWorkAt: '2026-11-25T02:00:00.000Z' },
    })
  })
})
