import { Temporal } from 'temporal-polyfill'

/** How many copies stay: the last ones, and the newest of each of the last days, weeks and months that have one. */
export interface RotationPlan {
  /** Whatever their day: a copy asked for must not cost the one of an hour ago. */
  readonly last: number
  readonly days: number
  readonly weeks: number
  readonly months: number
}

/** Our own choice (the order is silent): a year back by the month, a month by the week, a week by the day. */
export const rotationPlan: RotationPlan = { last: 3, days: 7, weeks: 4, months: 12 }

/**
 * The moments of the copies that stay, newest first. A day, week or month without a copy does not count, so that a
 * workplace that stood still for a month does not lose its copies to the calendar.
 */
export function copiesToKeep(
  momentsMs: readonly number[],
  timeZone: string,
  plan: RotationPlan = rotationPlan,
): readonly number[] {
  const newestFirst = [...new Set(momentsMs)].sort((one, other) => other - one)
  const newestOfEach = (limit: number, keyOf: (moment: Temporal.ZonedDateTime) => string): readonly number[] => {
    const byKey = new Map<string, number>()
    for (const ms of newestFirst) {
      const key = keyOf(Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone))
      if (!byKey.has(key)) byKey.set(key, ms)
    }
    return [...byKey.values()].slice(0, limit)
  }
  const kept = new Set([
    ...newestFirst.slice(0, plan.last),
    ...newestOfEach(plan.days, moment => moment.toPlainDate().toString()),
    ...newestOfEach(plan.weeks, moment => `${moment.yearOfWeek}-${moment.weekOfYear}`),
    ...newestOfEach(plan.months, moment => `${moment.year}-${moment.month}`),
  ])
  return newestFirst.filter(ms => kept.has(ms))
}
