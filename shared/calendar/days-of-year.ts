import { Temporal } from 'temporal-polyfill'

/** Every day of a year in order, with its weekday: 1 = Monday … 7 = Sunday. */
export function daysOfYear(year: number): readonly { readonly date: string; readonly weekday: number }[] {
  const firstWeekday = Temporal.PlainDate.from({ year, month: 1, day: 1 }).dayOfWeek
  return Array.from({ length: 12 }, (_, index) => Temporal.PlainYearMonth.from({ year, month: index + 1 }))
    .flatMap(month =>
      Array.from({ length: month.daysInMonth }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`),
    )
    .map((date, index) => ({ date, weekday: ((firstWeekday - 1 + index) % 7) + 1 }))
}

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek
export const isWeekend = (date: string): boolean => weekdayOf(date) > 5
