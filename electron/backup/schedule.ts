import { Temporal } from 'temporal-polyfill'

/** After a failure the next try waits: a full disk does not empty itself in a second. */
export const retryAfterFailureMs = 30 * 60_000
/** A copy due for longer than this is late: somebody should look. */
export const lateAfterMs = 24 * 60 * 60_000

export interface BackupTimes {
  readonly lastMadeAtMs: number | null
  /** Newer than the last success, or null. */
  readonly lastFailedAtMs: number | null
  readonly nowMs: number
  /** Local hour of the day at which a copy becomes due. */
  readonly hour: number
  readonly timeZone: string
}

/**
 * The moment from which a copy is due: the first set hour after the last copy, at once where there is none yet. A
 * moment in the past is one that was missed, to be made up for now.
 */
export function dueAtMs({ lastMadeAtMs, lastFailedAtMs, nowMs, hour, timeZone }: BackupTimes): number {
  // A copy made in the future was made under a wrong clock: it says nothing about today.
  const known = lastMadeAtMs !== null && lastMadeAtMs <= nowMs ? lastMadeAtMs : null
  const due = known === null ? nowMs : nextHourMs(known, hour, timeZone)
  return lastFailedAtMs === null || lastFailedAtMs > nowMs ? due : Math.max(due, lastFailedAtMs + retryAfterFailureMs)
}

/** The first moment after `fromMs` at which the local clock shows the hour. */
function nextHourMs(fromMs: number, hour: number, timeZone: string): number {
  const from = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(timeZone)
  const atHour = from.toPlainDate().toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(hour) })
  const next = Temporal.ZonedDateTime.compare(atHour, from) > 0 ? atHour : atHour.add({ days: 1 })
  return next.epochMilliseconds
}
