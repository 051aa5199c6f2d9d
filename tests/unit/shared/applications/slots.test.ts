import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { obstaclesOf, type SlotRule, slotDays } from '../../../../shared/applications/slots.ts'
import { formatTime, localDate } from '../../../../shared/text/date-time.ts'
import { kuzbassCalendar } from '../../../fixtures/calendars.ts'

const calendar = kuzbassCalendar()
const minuteMs = 60_000
const at = (local: string) => Date.parse(`${local}:00+07:00`)
const rule: SlotRule = {
  calendar,
  occupied: [],
  ...{ lengthMs: 25 * minuteMs, nowMs: at('2026-11-20T09:00'), earliestMs: at('2026-11-24T00:00') },
  ...{ specialistId: 'a', workplaceId: 'w' },
}
const taken = (local: string, specialistId = 'a', workplaceId = 'w') => ({
  ...{ startMs: at(local), specialistId, workplaceId },
})

describe('what stands against a time', () => {
  test.each([
    ['2026-11-24T09:00', []],
    ['2026-11-24T12:35', []],
    ['2026-11-24T12:36', ['outsideSchedule']],
    ['2026-11-24T13:00', ['outsideSchedule']],
    ['2026-11-24T17:35', []],
    ['2026-11-24T17:36', ['outsideSchedule']],
    // A Friday ends at 16:45.
    ['2026-11-27T16:20', []],
    ['2026-11-27T16:21', ['outsideSchedule']],
    ['2026-11-28T10:00', ['outsideSchedule']],
    ['2026-11-23T10:00', ['tooEarly']],
    ['2026-11-20T08:59', ['past', 'outsideSchedule', 'tooEarly']],
    // The eve of the new year is a day off by the calendar of 2026.
    ['2026-12-31T10:00', ['outsideSchedule']],
    ['2028-01-11T10:00', ['missingYear']],
  ])('%s: %o', (local, expected) => {
    expect(obstaclesOf(at(local), rule)).toEqual(expected)
  })

  test.each([
    [taken('2026-11-24T09:00'), ['specialistBusy']],
    [taken('2026-11-24T09:24'), ['specialistBusy']],
    [taken('2026-11-24T09:25'), []],
    [taken('2026-11-24T09:10', 'b'), ['workplaceBusy']],
    [taken('2026-11-24T09:10', 'b', 'v'), []],
    [taken('2026-11-24T09:10', 'a', 'v'), ['specialistBusy']],
  ])('beside %o: %o', (other, expected) => {
    expect(obstaclesOf(at('2026-11-24T09:00'), { ...rule, occupied: [other] })).toEqual(expected)
  })
})

test('the grid of a day leaves lunch out and ends before the evening', () => {
  const { days } = slotDays({ from: '2026-11-27', days: 2, slotMs: 30 * minuteMs }, rule)
  const shown = days.map(({ date, slots }) => [
    date,
    slots.map(({ startMs }) => formatTime(startMs, calendar.timeZone)),
  ])
  expect(shown[0]?.[0]).toBe('2026-11-27')
  expect(shown[1]?.[0]).toBe('2026-11-30')
  expect(shown[0]?.[1]).toEqual([
    ...['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00', '12:30'],
    ...['14:00', '14:30', '15:00', '15:30', '16:00'],
  ])
})

test('a year that is not loaded ends the grid and is said', () => {
  const { days, missingYear } = slotDays({ from: '2027-12-30', days: 5, slotMs: 30 * minuteMs }, rule)
  expect(days.at(-1)?.date).toMatch(/^2027-12/)
  expect(missingYear).toBe(2028)
})

test('what the grid calls free is inside the schedule, can be answered for, and is nobody else’s', async () => {
  const start = at('2026-11-01T00:00')
  const anyTime = fc.integer({ min: 0, max: 60 * 24 * 60 }).map(minute => start + minute * minuteMs)
  const occupied = fc.array(
    fc.record({ startMs: anyTime, specialistId: fc.constantFrom('a', 'b'), workplaceId: fc.constantFrom('w', 'v') }),
    { maxLength: 40 },
  )
  await fc.assert(
    fc.property(anyTime, occupied, fc.integer({ min: 25, max: 120 }), (nowMs, others, slotMinutes) => {
      const judged: SlotRule = { ...rule, nowMs, earliestMs: nowMs + 24 * 60 * minuteMs, occupied: others }
      const from = localDate(nowMs, calendar.timeZone)
      const { days } = slotDays({ from, days: 6, slotMs: slotMinutes * minuteMs }, judged)
      const free = days.flatMap(({ slots }) => slots.filter(({ state }) => state === 'free'))
      for (const { startMs } of free) {
        const endMs = startMs + judged.lengthMs
        const day = calendar.workTimes(localDate(startMs, calendar.timeZone))
        expect(day.some(({ fromMs, toMs }) => fromMs <= startMs && endMs <= toMs)).toBe(true)
        expect(startMs).toBeGreaterThanOrEqual(judged.earliestMs)
        const mine = others.filter(({ specialistId, workplaceId }) => specialistId === 'a' || workplaceId === 'w')
        expect(mine.every(other => other.startMs >= endMs || other.startMs + judged.lengthMs <= startMs)).toBe(true)
      }
      // Taking every free one never gives a time twice.
      const starts = free.map(({ startMs }) => startMs)
      expect(starts.every((one, index) => index === 0 || one - (starts[index - 1] ?? 0) >= judged.lengthMs)).toBe(true)
    }),
    { numRuns: 200 },
  )
})
