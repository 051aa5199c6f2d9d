import { Temporal } from 'temporal-polyfill'
import { MissingYearError, type WorkingCalendar } from '../../shared/calendar/working-calendar.ts'

type IsWorking = (date: string) => boolean

/** By the production calendar; in years that are not loaded from Monday to Friday. */
export const isWorkingBy =
  (calendar: Pick<WorkingCalendar, 'isWorking'>): IsWorking =>
  date => {
    try {
      return calendar.isWorking(date)
    } catch (error) {
      if (error instanceof MissingYearError) return Temporal.PlainDate.from(date).dayOfWeek <= 5
      throw error
    }
  }

/** Counts the days on which the office works; one that is off by the calendar works where it is the day looked at. */
export function makeWorkDays({ today, isWorking }: { today: string; isWorking: IsWorking }) {
  const works = (date: Temporal.PlainDate) => date.toString() === today || isWorking(date.toString())
  const step = (date: Temporal.PlainDate, days: number, by: 1 | -1): Temporal.PlainDate => {
    let day = date
    for (let left = days; left > 0; left -= works(day) ? 1 : 0) day = day.add({ days: by })
    return day
  }
  return {
    before: (date: Temporal.PlainDate, days: number) => step(date, days, -1),
    after: (date: Temporal.PlainDate, days: number) => step(date, days, 1),
  }
}
export type WorkDays = ReturnType<typeof makeWorkDays>
