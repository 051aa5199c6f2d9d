import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeRightsCare, type RightsCare } from '../../../../electron/rights/rights-care.ts'
import { Settings } from '../../../../shared/contract/settings.ts'
import { type CalendarBench, openCalendarBench } from '../calendar/calendar-bench.ts'

let bench: CalendarBench
let care: RightsCare
let isIdle: boolean
let isClockDoubted: boolean
let checkpoints: number

beforeEach(async () => {
  bench = await openCalendarBench()
  ;[isIdle, isClockDoubted, checkpoints] = [true, false, 0]
  const { database, accounts, eventLog, clock } = bench
  care = await makeRightsCare({
    ...{ write: database.write, place: accounts.place, eventLog, clock, calendar: bench.current },
    lawFile: join(import.meta.dirname, '../../../../resources/regulations/personal-data-152.json'),
    settings: () => Settings.parse({ documentDays: 1 }),
    isIdle: () => isIdle,
    trustedNow: () => (isClockDoubted ? null : clock.nowMs()),
    checkpoint: () => {
      checkpoints += 1
    },
    announce: () => undefined,
    log: { error: () => undefined },
  })
})
afterEach(() => bench.close())

function addClosed(): void {
  const { raw } = bench.database
  const { receptionId } = bench.add('2026-11-20')
  raw.prepare("update reception set step = 'closed'").run()
  const at = new Date(bench.clock.nowMs()).toISOString()
  raw
    .prepare(
      `insert into reception_event select id, 0, body_id, workplace_id, ?, ?, specialist_id, 'hand', '{}' from reception where id = ?`,
    )
    .run(at, at, receptionId)
}
const left = () =>
  bench.database.write.all(
    bench.database.write.select.selectFrom('application').select('id').where('document_erased_at', 'is', null),
  ).length

test('at the start and once a day, some at a time, never while a citizen is received', () => {
  for (let count = 0; count < 60; count += 1) addClosed()
  bench.clock.set('2026-11-21T03:00:00Z')
  isIdle = false
  care.tick()
  expect(left()).toBe(60)
  isIdle = true
  care.tick()
  expect(left()).toBe(10)
  care.tick()
  expect(left()).toBe(0)
  expect(checkpoints).toBe(0)
  care.tick()
  expect(checkpoints).toBe(1)
  // What is closed today is not due today; the next look is tomorrow.
  addClosed()
  bench.clock.set('2026-11-21T12:00:00Z')
  care.tick()
  expect(left()).toBe(1)
  bench.clock.set('2026-11-22T03:00:01Z')
  care.tick()
  expect(left()).toBe(0)
})

test('with the clock two years ahead nothing is erased until a person confirms it', () => {
  for (let count = 0; count < 5; count += 1) addClosed()
  bench.clock.set('2028-11-21T03:00:00Z')
  isClockDoubted = true
  for (let second = 0; second < 20; second += 1) care.tick()
  expect(left()).toBe(5)
  isClockDoubted = false
  care.tick()
  expect(left()).toBe(0)
})

test('what is due is found without reading what is gone', () => {
  const plan = (sql: string) =>
    (bench.database.raw.prepare(`explain query plan ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail)
  expect(
    plan(
      `select id from application where body_id = 'b' and document_erased_at is null and registered_at < 'x'`,
    ).join(),
  ).toContain('application_with_document')
  expect(plan(`select id from letter where body_id = 'b' and raw is not null`).join()).toContain('letter_with_raw')
})
