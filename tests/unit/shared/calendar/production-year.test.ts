import { expect, test } from 'vitest'
import { countWorkingDays, ProductionYear, workingDaysOf } from '../../../../shared/calendar/production-year.ts'
import { bundledYears } from '../../../fixtures/calendars.ts'

test.each([
  [2025, '04.10.2024 № 1335', [17, 20, 21, 22, 18, 19, 23, 21, 22, 23, 19, 22]],
  [2026, '24.09.2025 № 1466', [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22]],
  [2027, '17.09.2026 № 1187', [15, 19, 22, 22, 19, 21, 22, 22, 22, 21, 20, 22]],
])('%i by decree %s has 247 working days, month by month', (year, decree, months) => {
  const calendar = bundledYears.find(one => one.year === year)
  expect(calendar?.basis).toContain(decree)
  expect(calendar && countWorkingDays(calendar)).toEqual(months)
  expect(calendar && workingDaysOf(calendar)).toBe(247)
})

test('1972 hours of the forty-hour week: each shortened day takes one', () => {
  for (const calendar of bundledYears) expect(workingDaysOf(calendar) * 8 - calendar.shortened.length).toBe(1972)
})

test('a working Saturday knows the day it replaced', () => {
  expect(bundledYears.flatMap(({ workingWeekends }) => workingWeekends)).toEqual([
    { date: '2025-11-01', insteadOf: '2025-11-03' },
    { date: '2027-02-20', insteadOf: '2027-02-22' },
  ])
})

test.each([
  ['a lost day off', { daysOff: [] }, 'рабочих дней по датам'],
  ['a day of another year', { daysOff: ['2025-01-01'] }, 'не относится к 2026 году'],
  ['a weekend as a day off', { daysOff: ['2026-01-03'] }, 'и так выходной'],
  ['a weekday as a working weekend', { workingWeekends: [{ date: '2026-01-13', insteadOf: null }] }, 'не суббота'],
  ['no date at all', { daysOff: ['2026-02-30'] }, 'Invalid ISO date'],
  ['a shortened day off', { shortened: ['2026-01-01'] }, 'не рабочий день'],
  ['a day named twice', { shortened: ['2026-04-30', '2026-04-30'] }, 'указан дважды'],
])('%s is refused', (_name, changes, message) => {
  const [, year] = bundledYears
  const answer = ProductionYear.safeParse({ ...year, ...changes })
  expect(answer.error?.issues[0]?.message).toContain(message)
})
