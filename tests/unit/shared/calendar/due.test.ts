import { describe, expect, test } from 'vitest'
import { dueOf, type EventTime } from '../../../../shared/calendar/due.ts'
import type { Term } from '../../../../shared/calendar/term.ts'
import { kuzbassCalendar, termOf } from '../../../fixtures/calendars.ts'

const calendar = kuzbassCalendar()
type Counting = Partial<Pick<Term, 'amount' | 'unit' | 'direction' | 'countFrom'>>

function due(counting: Counting, start: EventTime | string, on = calendar) {
  const term = { unit: 'workingDay', amount: 1, direction: 'after', countFrom: 'nextDay', ...counting } as const
  const reply = dueOf(term, typeof start === 'string' ? { date: start } : start, on)
  if (!reply.ok) throw new Error(`no calendar of ${reply.missingYear}`)
  const { legalOn, cautiousOn, legalAtMs, targetAtMs } = reply.due
  return {
    legalOn,
    cautiousOn,
    legalAt: new Date(legalAtMs).toISOString(),
    targetAt: new Date(targetAtMs).toISOString(),
  }
}
const at = (instant: string): EventTime => ({ atMs: Date.parse(instant) })

describe('the worked examples (domain.md §3)', () => {
  test.each([
    ['Friday', '2026-11-20', 3, '2026-11-25'],
    ['Saturday', '2026-11-21', 3, '2026-11-25'],
    ['before the First of May', '2026-04-29', 3, '2026-05-05'],
    ['before the New Year', '2026-12-29', 3, '2027-01-12'],
    ['the last working day of the year', '2026-12-30', 1, '2027-01-11'],
    ['before the Day of Unity', '2026-11-03', 1, '2026-11-05'],
    ['before a working Saturday', '2027-02-19', 1, '2027-02-20'],
    ['before three days off in November', '2027-10-29', 3, '2027-11-03'],
  ])('%s: received %s, %i working days → %s', (_name, date, amount, legalOn) => {
    expect(due({ amount }, date).legalOn).toBe(legalOn)
  })
})

test('the legal end is 24:00 of the last day, the target the end of work, the cautious day one earlier', () => {
  expect(due({ amount: 3 }, '2026-11-20')).toEqual({
    legalOn: '2026-11-25',
    cautiousOn: '2026-11-24',
    legalAt: '2026-11-25T17:00:00.000Z',
    targetAt: '2026-11-25T11:00:00.000Z',
  })
})

test.each([
  ['received on a day off: it cannot be day 1', '2026-11-21', 3, '2026-11-25'],
  ['one day from a working day: that very day', '2026-11-20', 1, '2026-11-20'],
])('cautious, %s', (_name, date, amount, cautiousOn) => {
  expect(due({ amount }, date).cautiousOn).toBe(cautiousOn)
})

test.each([
  ['Friday ends at 16:45', '2026-11-19', '2026-11-20T09:45:00.000Z'],
  ['a day before a holiday an hour earlier', '2026-11-02', '2026-11-03T10:00:00.000Z'],
  [
    'a working Saturday has the hours of the Monday it replaced, an hour less',
    '2027-02-19',
    '2027-02-20T10:00:00.000Z',
  ],
])('target: %s', (_name, date, targetAt) => {
  expect(due({}, date).targetAt).toBe(targetAt)
})

test('counted from the same day where the term says so', () => {
  expect(due({ amount: 3, countFrom: 'sameDay' }, '2026-11-20').legalOn).toBe('2026-11-24')
})

test.each([
  ['an ordinary week', '2026-11-27', 3, '2026-11-24', '2026-11-23'],
  ['over the May holidays', '2026-05-05', 2, '2026-04-30', '2026-04-29'],
])('working days before: %s', (_name, date, amount, legalOn, cautiousOn) => {
  expect(due({ amount, direction: 'before' }, date)).toMatchObject({ legalOn, cautiousOn })
})

test.each([
  ['a Saturday moves to Monday (ст. 193 ГК)', 'after', '2026-11-16', 5, '2026-11-23', '2026-11-20'],
  ['a working day stays', 'after', '2026-11-16', 4, '2026-11-20', '2026-11-19'],
  ['before an event nothing moves forward; cautious is Friday', 'before', '2026-11-24', 2, '2026-11-22', '2026-11-20'],
] as const)('calendar days: %s', (_name, direction, date, amount, legalOn, cautiousOn) => {
  expect(due({ unit: 'calendarDay', direction, amount }, date)).toMatchObject({ legalOn, cautiousOn })
})

test.each([
  ['2026-11-20', '2028-11-20'],
  ['2028-02-29', '2030-02-28'],
])('two years from %s end on %s, with no calendar of that year', (date, legalOn) => {
  expect(due({ unit: 'year', amount: 2 }, date).legalOn).toBe(legalOn)
})

test.each([
  ['inside the day', '2026-11-19T03:00:00Z', 6, '2026-11-19T10:00:00.000Z'],
  ['over the night', '2026-11-19T10:30:00Z', 1, '2026-11-20T02:30:00.000Z'],
  ['detected in the lunch', '2026-11-19T06:30:00Z', 1, '2026-11-19T08:00:00.000Z'],
  ['detected on Saturday', '2026-11-21T05:00:00Z', 2, '2026-11-23T04:00:00.000Z'],
  ['to the last minute of a Friday, not to Monday', '2026-11-20T08:45:00Z', 1, '2026-11-20T09:45:00.000Z'],
  ['over a shortened Friday', '2026-04-30T09:30:00Z', 1, '2026-05-04T02:30:00.000Z'],
])('working hours: %s', (_name, start, amount, legalAt) => {
  expect(due({ unit: 'workingHour', amount }, at(start)).legalAt).toBe(legalAt)
})

test('working minutes are counted backwards over the lunch and the night', () => {
  const before = (instant: string, amount: number) =>
    due({ unit: 'workingMinute', direction: 'before', amount }, at(instant)).legalAt
  expect(before('2026-11-20T07:30:00Z', 60)).toBe('2026-11-20T05:30:00.000Z')
  expect(before('2026-11-20T02:10:00Z', 20)).toBe('2026-11-19T10:50:00.000Z')
})

test('D6 ends 15 minutes before the appointed time, D7 at once', () => {
  expect(due(termOf('D6'), at('2026-11-20T02:00:00Z')).legalAt).toBe('2026-11-20T01:45:00.000Z')
  expect(due(termOf('D7'), at('2026-11-20T02:03:00Z')).legalAt).toBe('2026-11-20T02:03:00.000Z')
})

describe('local exceptions', () => {
  test.each([
    ['Радоница a day off', [{ date: '2026-04-21', kind: 'off' }], '2026-04-22'],
    [
      'taken back',
      [
        { date: '2026-04-21', kind: 'off' },
        { date: '2026-04-21', kind: 'asCalendar' },
      ],
      '2026-04-21',
    ],
    ['a working Saturday', [{ date: '2026-04-18', kind: 'working' }], '2026-04-20'],
  ] as const)('%s', (_name, exceptions, legalOn) => {
    expect(due({ amount: 2 }, '2026-04-17', kuzbassCalendar({ exceptions: [...exceptions] })).legalOn).toBe(legalOn)
  })

  test('a shortened day moves the target only', () => {
    const shorter = kuzbassCalendar({ exceptions: [{ date: '2026-11-19', kind: 'short' }] })
    expect(due({}, '2026-11-18', shorter)).toMatchObject({
      legalOn: '2026-11-19',
      targetAt: '2026-11-19T10:00:00.000Z',
    })
  })

  test('a declared working Saturday ends as early as a Friday', () => {
    const longer = kuzbassCalendar({ exceptions: [{ date: '2026-11-21', kind: 'working' }] })
    expect(due({}, '2026-11-20', longer).targetAt).toBe('2026-11-21T09:45:00.000Z')
  })
})

test('a year without data is an answer that names it, on both ends', () => {
  const term = { unit: 'workingDay', amount: 3, direction: 'after', countFrom: 'nextDay' } as const
  expect(dueOf(term, { date: '2027-12-29' }, calendar)).toEqual({ ok: false, missingYear: 2028 })
  expect(dueOf({ ...term, direction: 'before' }, { date: '2025-01-09' }, calendar)).toEqual({
    ok: false,
    missingYear: 2024,
  })
})

test('the zone of the body decides, not of the computer: the same moment is two dates', () => {
  const moment = at('2026-11-19T18:00:00Z')
  expect(due({}, moment).legalOn).toBe('2026-11-23')
  expect(due({}, moment, kuzbassCalendar({ timeZone: 'Europe/Moscow' })).legalOn).toBe('2026-11-20')
})
