import { addWorkingDays } from '../../shared/calendar/count-days.ts'
import { MissingYearError, type WorkingCalendar } from '../../shared/calendar/working-calendar.ts'

/** The first working day after a local date; null where its year has no calendar. */
export function nextWorkingDay(calendar: WorkingCalendar, date: string): string | null {
  try {
    return addWorkingDays(calendar, date, 1, 'nextDay')
  } catch (error) {
    if (error instanceof MissingYearError) return null
    throw error
  }
}
