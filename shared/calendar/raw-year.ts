import { Temporal } from 'temporal-polyfill'
import type { ProductionYear } from './production-year.ts'

/** What a file of another program says of a year, before it is checked as a whole. */
export type RawYear = Pick<ProductionYear, 'year'> & {
  daysOff: string[]
  shortened: string[]
  workingWeekends: { date: string; insteadOf: string | null }[]
}

/** Why a file is no calendar; Russian, for the person who chose it. */
export class CalendarFileError extends Error {}

/** «2026-04-30» of «04.30»; refused where there is no such day. */
export function rawDate(year: number, monthDay: string): string {
  const [, month, day] = /^(\d{2})\.(\d{2})$/.exec(monthDay) ?? []
  try {
    return Temporal.PlainDate.from({ year, month: Number(month), day: Number(day) }, { overflow: 'reject' }).toString()
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error
    throw new CalendarFileError(`в ${year} году нет дня «${monthDay.slice(0, 20)}» (месяц.день)`)
  }
}
