import type { WorkingCalendar } from './working-calendar.ts'

/**
 * The nth working day after a date, the date itself not counted; 0 is the date itself. `countFrom: 'sameDay'` counts
 * the date as the first, if anybody works on it.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  date: string,
  amount: number,
  countFrom: 'nextDay' | 'sameDay' = 'nextDay',
): string {
  let day = date
  let left = amount - (amount > 0 && countFrom === 'sameDay' && calendar.isWorking(date) ? 1 : 0)
  while (left > 0) {
    day = calendar.after(day)
    if (calendar.isWorking(day)) left -= 1
  }
  return day
}

/** The nth working day before a date, the date itself not counted. */
export function subtractWorkingDays(calendar: WorkingCalendar, date: string, amount: number): string {
  let day = date
  for (let left = amount; left > 0; left -= calendar.isWorking(day) ? 1 : 0) day = calendar.before(day)
  return day
}

/** Working days after `from` up to and with `to`; negative, counted the other way, where `to` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  const [earlier, later] = from <= to ? [from, to] : [to, from]
  let count = 0
  for (let day = earlier; day < later; ) {
    day = calendar.after(day)
    if (calendar.isWorking(day)) count += 1
  }
  return from <= to ? count : -count
}

/** The date itself, if anybody works on it, else the next day on which somebody does (ст. 193 ГК). */
export function workingDayFrom(calendar: WorkingCalendar, date: string): string {
  let day = date
  while (!calendar.isWorking(day)) day = calendar.after(day)
  return day
}

/** The last day on which somebody works, not later than the date. */
export function workingDayUpTo(calendar: WorkingCalendar, date: string): string {
  let day = date
  while (!calendar.isWorking(day)) day = calendar.before(day)
  return day
}
