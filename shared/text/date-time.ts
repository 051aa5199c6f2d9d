import { Temporal } from 'temporal-polyfill'

/** An ISO 8601 instant with offset, or milliseconds since the epoch. */
export type Moment = string | number

const zoned = (moment: Moment, timeZone: string): Temporal.ZonedDateTime =>
  (typeof moment === 'number'
    ? Temporal.Instant.fromEpochMilliseconds(Math.floor(moment))
    : Temporal.Instant.from(moment)
  ).toZonedDateTimeISO(timeZone)

const two = (value: number): string => String(value).padStart(2, '0')

/** The local date of an instant, «2026-11-20». */
export const localDate = (moment: Moment, timeZone: string): string => zoned(moment, timeZone).toPlainDate().toString()

/** «20.11.2026» of a local date «2026-11-20». */
export function formatLocalDate(date: string): string {
  const { day, month, year } = Temporal.PlainDate.from(date)
  return `${two(day)}.${two(month)}.${String(year).padStart(4, '0')}`
}

/** «20.11.2026» of an instant in an IANA time zone. */
export const formatDate = (moment: Moment, timeZone: string): string => formatLocalDate(localDate(moment, timeZone))

/** «09:05» of an instant in an IANA time zone; seconds are cut off, not rounded. */
export function formatTime(moment: Moment, timeZone: string): string {
  const { hour, minute } = zoned(moment, timeZone)
  return `${two(hour)}:${two(minute)}`
}

/** «09:05:18». */
export const formatTimeWithSeconds = (moment: Moment, timeZone: string): string =>
  `${formatTime(moment, timeZone)}:${two(zoned(moment, timeZone).second)}`

/** «20.11.2026 09:05». */
export const formatDateTime = (moment: Moment, timeZone: string): string =>
  `${formatDate(moment, timeZone)} ${formatTime(moment, timeZone)}`

/**
 * The instant («2026-11-20T02:00:00Z») of a local «2026-11-20T09:00»; null where the calendar or the zone has no such
 * moment (30 February, the hour skipped in spring) or has it twice.
 */
export function localToInstant(local: string, timeZone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' })
      .toZonedDateTime(timeZone, { disambiguation: 'reject' })
      .toInstant()
      .toString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** «МСК+4» of a zone at a moment; «МСК» in Moscow itself. */
export function moscowShift(moment: Moment, timeZone: string): string {
  const minutes =
    (zoned(moment, timeZone).offsetNanoseconds - zoned(moment, 'Europe/Moscow').offsetNanoseconds) / 60_000_000_000
  const hours = Math.trunc(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  return minutes === 0 ? 'МСК' : `МСК${minutes > 0 ? '+' : '−'}${hours}${rest === 0 ? '' : `:${two(rest)}`}`
}

/** «время местное, МСК+4» of a zone at a moment, for notices; «время местное, МСК» in Moscow itself. */
export const zoneNote = (moment: Moment, timeZone: string): string => `время местное, ${moscowShift(moment, timeZone)}`

/** Whether this is an IANA time zone the program knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    zoned(0, timeZone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
