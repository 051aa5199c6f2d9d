import * as z from 'zod'
import { typedText } from '../text/text-schema.ts'
import { daysOfYear, isWeekend } from './days-of-year.ts'

/** Years the program may be given: a slip of the hand must not become a calendar. */
const Year = z.int().min(2020, 'Год не раньше 2020').max(2100, 'Год не позже 2100')

/** How many working days a year of the five-day week can have; outside of it the file is not a calendar of Russia. */
const possibleWorkingDays = { from: 235, to: 255 }

const YearShape = z.strictObject({
  year: Year,
  /** What it rests on: the decree by which the Government moves days off (ст. 112 ТК). */
  basis: typedText().trim().min(1, 'Укажите постановление или другое основание').max(300, 'Слишком длинно'),
  /** Where it was taken from. */
  sources: z.array(z.string().min(1)),
  /** Mondays to Fridays on which nobody works. */
  daysOff: z.array(z.iso.date()),
  /** Working days an hour shorter (ст. 95 ТК), working Saturdays among them. */
  shortened: z.array(z.iso.date()),
  /** Saturdays and Sundays that became working days, each with the day off it was moved to, where that is known. */
  workingWeekends: z.array(z.strictObject({ date: z.iso.date(), insteadOf: z.iso.date().nullable() })),
  /** Said a second time, so that a lost line does not pass; January first. */
  workingDaysByMonth: z.array(z.int().min(0).max(31)).length(12),
})

/** The production calendar of one year, five-day week. */
export const ProductionYear = YearShape.check(({ value, issues }) => {
  // What is no date has been refused already and has no weekday.
  if (issues.length > 0) return
  const fault = (message: string, ...path: (string | number)[]) =>
    issues.push({ code: 'custom', message, path, input: value })
  const off = new Set(value.daysOff)
  const working = new Set(value.workingWeekends.map(({ date }) => date))
  const named = [...value.daysOff, ...value.shortened, ...working]
  for (const date of named.filter(date => !date.startsWith(`${value.year}-`)))
    fault(`дата ${date} не относится к ${value.year} году`)
  for (const date of off) if (isWeekend(date)) fault(`${date} и так выходной`, 'daysOff')
  for (const date of working) if (!isWeekend(date)) fault(`${date} не суббота и не воскресенье`, 'workingWeekends')
  for (const date of value.shortened) {
    if (off.has(date) || (isWeekend(date) && !working.has(date))) fault(`${date} не рабочий день`, 'shortened')
  }
  for (const list of [value.daysOff, value.shortened, value.workingWeekends.map(({ date }) => date)]) {
    if (new Set(list).size < list.length) fault('день указан дважды')
  }
  if (issues.length > 0) return
  const counted = countWorkingDays(value)
  const wrong = counted.findIndex((days, month) => days !== value.workingDaysByMonth[month])
  if (wrong >= 0) {
    const claimed = value.workingDaysByMonth[wrong]
    fault(`рабочих дней по датам ${counted[wrong]}, указано ${claimed}`, 'workingDaysByMonth', wrong)
  }
  const total = counted.reduce((sum, days) => sum + days, 0)
  if (total < possibleWorkingDays.from || total > possibleWorkingDays.to) {
    fault(`рабочих дней в году ${total}: так не бывает, файл неполон или испорчен`)
  }
})
export type ProductionYear = z.infer<typeof YearShape>

/** Working days of each month, January first. */
export function countWorkingDays({
  year,
  daysOff,
  workingWeekends,
}: Pick<ProductionYear, 'year' | 'daysOff' | 'workingWeekends'>): number[] {
  const off = new Set(daysOff)
  const working = new Set(workingWeekends.map(({ date }) => date))
  const counts = Array.from({ length: 12 }, () => 0)
  for (const { date, weekday } of daysOfYear(year)) {
    const month = Number(date.slice(5, 7)) - 1
    if (weekday > 5 ? working.has(date) : !off.has(date)) counts[month] = (counts[month] ?? 0) + 1
  }
  return counts
}

/** Working days of the whole year. */
export const workingDaysOf = ({ workingDaysByMonth }: Pick<ProductionYear, 'workingDaysByMonth'>): number =>
  workingDaysByMonth.reduce((sum, days) => sum + days, 0)
