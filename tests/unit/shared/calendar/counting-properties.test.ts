import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test, vi } from 'vitest'
import {
  addWorkingDays,
  subtractWorkingDays,
  workingDayFrom,
  workingDaysBetween,
} from '../../../../shared/calendar/count-days.ts'
import {
  addWorkingMinutes,
  subtractWorkingMinutes,
  workingMinutesBetween,
} from '../../../../shared/calendar/count-minutes.ts'
import { ExceptionKind } from '../../../../shared/calendar/local-exception.ts'
import { localDate } from '../../../../shared/text/date-time.ts'
import { kuzbassCalendar } from '../../../fixtures/calendars.ts'

// Hundreds of calendars are built; beside busy neighbours that takes its time.
vi.setConfig({ testTimeout: 60_000 })

/** Far enough from both ends of the calendars that no count leaves them. */
const date = fc
  .integer({ min: 60, max: 1000 })
  .map(days => Temporal.PlainDate.from('2025-01-01').add({ days }).toString())
const exceptions = fc.array(fc.record({ date, kind: fc.constantFrom(...ExceptionKind.options) }), { maxLength: 12 })
const calendar = exceptions.map(some => kuzbassCalendar({ exceptions: some }))
const days = fc.integer({ min: 0, max: 20 })
const minutes = fc.integer({ min: 0, max: 3000 })
const moment = fc.tuple(date, fc.integer({ min: 0, max: 24 * 60 - 1 })).map(([day, minute]) => {
  const midnight = Temporal.PlainDate.from(day).toZonedDateTime('Asia/Novokuznetsk')
  return midnight.epochMilliseconds + minute * 60_000
})
const holds = (property: fc.IPropertyWithHooks<never[]> | fc.IProperty<never[]>) =>
  fc.assert(property, { numRuns: 150 })
const check = <T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  predicate: (...values: T) => void,
) => holds(fc.property(...arbitraries, predicate) as never)

test('n + 1 working days end later than n', () => {
  check([calendar, date, days], (on, start, n) => {
    expect(addWorkingDays(on, start, n + 1) > addWorkingDays(on, start, n)).toBe(true)
  })
})

test('a later start never ends earlier', () => {
  check([calendar, date, date, days], (on, one, other, n) => {
    const [earlier, later] = one < other ? [one, other] : [other, one]
    expect(addWorkingDays(on, earlier, n) <= addWorkingDays(on, later, n)).toBe(true)
  })
})

test('working days there and back, and as many between', () => {
  check([calendar, date, days], (on, any, n) => {
    const start = workingDayFrom(on, any)
    const end = addWorkingDays(on, start, n)
    expect(subtractWorkingDays(on, end, n)).toBe(start)
    expect(workingDaysBetween(on, start, end)).toBe(n)
    expect(workingDaysBetween(on, end, start)).toBe(-n || 0)
  })
})

test('the last day is worked upon, whatever the exceptions', () => {
  check([calendar, date, days], (on, start, n) => {
    if (n > 0) expect(on.kindOf(addWorkingDays(on, start, n))).not.toBe('off')
  })
})

test('the cautious count is never later', () => {
  check([calendar, date, days], (on, start, n) => {
    expect(addWorkingDays(on, start, n, 'sameDay') <= addWorkingDays(on, start, n)).toBe(true)
  })
})

test('working minutes never end outside of the schedule', () => {
  check([calendar, moment, minutes], (on, start, n) => {
    const end = addWorkingMinutes(on, start, n)
    const spans = on.workTimes(localDate(end, on.timeZone))
    expect(spans.some(({ fromMs, toMs }) => fromMs <= end && end <= toMs)).toBe(true)
  })
})

test('as many minutes of work lie between as were added, and they lead back', () => {
  check([calendar, moment, minutes], (on, start, n) => {
    const end = addWorkingMinutes(on, start, n)
    expect(workingMinutesBetween(on, start, end)).toBe(n)
    if (n > 0) expect(workingMinutesBetween(on, subtractWorkingMinutes(on, end, n), end)).toBe(n)
  })
})

test('one day off more never brings an end forward', () => {
  check([exceptions, date, date, days], (some, extra, start, n) => {
    const before = addWorkingDays(kuzbassCalendar({ exceptions: some }), start, n)
    const after = addWorkingDays(kuzbassCalendar({ exceptions: [...some, { date: extra, kind: 'off' }] }), start, n)
    expect(after >= before).toBe(true)
  })
})

test('the date of a moment is the one of the zone, also where clocks go forward over midnight', () => {
  // Beirut and Santiago skip 00:00 to 01:00; Apia skipped a whole day of 2011.
  const zone = fc.constantFrom('Asia/Novokuznetsk', 'Europe/Moscow', 'Asia/Beirut', 'America/Santiago', 'Pacific/Apia')
  const calendars = new Map<string, ReturnType<typeof kuzbassCalendar>>()
  const anyMoment = fc.integer({ min: Date.parse('2011-12-28T00:00:00Z'), max: Date.parse('2028-01-03T00:00:00Z') })
  check([zone, anyMoment], (timeZone, ms) => {
    const calendar = calendars.get(timeZone) ?? kuzbassCalendar({ timeZone })
    calendars.set(timeZone, calendar)
    for (const nearby of [ms, ms + 3_600_000, ms - 3_600_000, ms]) {
      expect(calendar.dateAt(nearby)).toBe(localDate(nearby, timeZone))
    }
  })
})
