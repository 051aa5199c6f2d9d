import { Temporal } from 'temporal-polyfill'

/** How far a zone is from UTC at a moment, minutes. @throws RangeError for an unknown zone. */
export const zoneOffsetMinutes = (nowMs: number, timeZone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(nowMs)).toZonedDateTimeISO(timeZone).offsetNanoseconds /
  60_000_000_000
