import { expect, test } from 'vitest'
import { isWeekend } from '../../../../shared/calendar/days-of-year.ts'
import { labourCodeFault } from '../../../../shared/calendar/labour-code.ts'
import type { ProductionYear } from '../../../../shared/calendar/production-year.ts'
import { readCalendarFile } from '../../../../shared/calendar/read-calendar-file.ts'
import { jsonCalendar, xmlCalendar } from '../../../fixtures/calendar-files.ts'
import { bundledYears } from '../../../fixtures/calendars.ts'

type Days = Pick<ProductionYear, 'year' | 'daysOff' | 'shortened' | 'workingWeekends'>
const january = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08']

/** A year by its moved days and its working weekends, as decrees name them. */
function yearOf(year: number, moved: string[], pairs: [string, string][], shortened: string[]): Days {
  const dated = (days: readonly string[]) => days.map(day => `${year}-${day}`)
  const fixed = dated([...january, '02-23', '03-08', '05-01', '05-09', '06-12', '11-04'])
  return {
    year,
    daysOff: [...fixed.filter(date => !isWeekend(date)), ...dated(moved)].sort(),
    shortened: dated(shortened),
    workingWeekends: pairs.map(([date, insteadOf]) => ({ date: `${year}-${date}`, insteadOf: `${year}-${insteadOf}` })),
  }
}

/** Years before the program, by the decrees of their time. */
const earlier = [
  yearOf(
    2021,
    ['02-22', '05-03', '05-10', '06-14', '11-05', '12-31'],
    [['02-20', '02-22']],
    ['02-20', '04-30', '06-11', '11-03'],
  ),
  yearOf(2022, ['03-07', '05-02', '05-03', '05-10', '06-13'], [['03-05', '03-07']], ['02-22', '03-05', '11-03']),
  yearOf(2023, ['02-24', '05-08', '11-06'], [], ['02-22', '03-07', '11-03']),
  yearOf(
    2024,
    ['04-29', '04-30', '05-10', '12-30', '12-31'],
    [
      ['04-27', '04-29'],
      ['11-02', '04-30'],
      ['12-28', '12-30'],
    ],
    ['02-22', '03-07', '05-08', '06-11', '11-02'],
  ),
]

test.each([...earlier, ...bundledYears].map(year => [year.year, year] as const))('%i stands', (_, year) => {
  expect(labourCodeFault(year)).toBeNull()
})

const [, year2026] = bundledYears as [ProductionYear, ProductionYear, ProductionYear]
const without = (date: string): ProductionYear => ({
  ...year2026,
  daysOff: year2026.daysOff.filter(day => day !== date),
})

test.each<[string, Days, string]>([
  ['a holiday that is worked', without('2026-11-04'), '04.11.2026'],
  ['New Year that is worked', without('2026-01-02'), '02.01.2026'],
  ['a lost transfer', without('2026-12-31'), 'должно быть 4'],
  ['a day off too many', { ...year2026, daysOff: [...year2026.daysOff, '2026-07-03'] }, 'должно быть 4'],
  [
    'a working Saturday without its day off',
    { ...year2026, workingWeekends: [{ date: '2026-02-21', insteadOf: null }] },
    'должно быть 5',
  ],
  [
    'a working Saturday instead of a day that is worked',
    { ...year2026, workingWeekends: [{ date: '2026-02-21', insteadOf: '2026-02-20' }] },
    '21.02.2026',
  ],
  [
    'a holiday on a Saturday that is worked',
    { ...year2026, workingWeekends: [{ date: '2026-05-09', insteadOf: '2026-05-11' }] },
    '09.05.2026',
  ],
  ['an eve that is not shortened', { ...year2026, shortened: year2026.shortened.slice(1) }, '30.04.2026'],
  ['a shortened day before nothing', { ...year2026, shortened: [...year2026.shortened, '2026-07-03'] }, '03.07.2026'],
  [
    'the calendar of Belarus',
    {
      year: 2026,
      daysOff: ['2026-01-01', '2026-01-02', '2026-01-07', '2026-05-01', '2026-07-03', '2026-12-25'],
      shortened: [],
      workingWeekends: [],
    },
    '05.01.2026',
  ],
])('%s is refused', (_, year, said) => {
  expect(labourCodeFault(year)).toContain(said)
})

test('a file of another year under this one is refused in both formats, its own is taken', () => {
  for (const own of bundledYears) {
    expect(readCalendarFile(xmlCalendar(own), 'постановление')).toMatchObject({ ok: true })
    expect(readCalendarFile(jsonCalendar(own), 'постановление')).toMatchObject({ ok: true })
    for (const other of bundledYears.filter(({ year }) => year !== own.year)) {
      const relabelled = xmlCalendar(own).replace(`year="${own.year}"`, `year="${other.year}"`)
      expect(readCalendarFile(relabelled, 'постановление')).toMatchObject({ ok: false })
    }
  }
})
