import type { WorkSchedule } from './schedule.ts'

/** Minutes by which a pre-holiday day is shorter (ст. 95 ТК). */
export const shortenedByMinutes = 60

/** Minutes since midnight; NaN of what is no time, which the schema then refuses in words. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3) || Number.NaN)

/** A stretch of work inside one day, minutes since midnight. */
export interface WorkSpan {
  readonly fromMinute: number
  readonly toMinute: number
}

/** When work goes on upon a day with these hours, the lunch left out. */
export function workSpans(
  schedule: WorkSchedule,
  weekday: number,
  { shortened }: { shortened: boolean },
): readonly WorkSpan[] {
  const hours = schedule.weekdays[weekday - 1] ?? null
  if (hours === null) return []
  const fromMinute = minuteOf(hours.from)
  const toMinute = minuteOf(hours.to) - (shortened ? shortenedByMinutes : 0)
  const lunch = schedule.lunch
  const parts = lunch === null ? [] : [minuteOf(lunch.from), minuteOf(lunch.to)]
  const [lunchFrom = toMinute, lunchTo = toMinute] = parts
  return [
    { fromMinute, toMinute: Math.min(toMinute, Math.max(fromMinute, lunchFrom)) },
    { fromMinute: Math.max(fromMinute, lunchTo), toMinute },
  ].filter(span => span.fromMinute < span.toMinute)
}
