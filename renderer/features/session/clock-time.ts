import { localDate, localToInstant } from '../../../shared/text/date-time.ts'

/**
 * The instant of a typed time of day, «09:02» or «09:02:15», on the local date of `dayOf`; null where it is no time
 * or the zone has no such moment.
 */
export function instantOfTime(typed: string, dayOf: string | number, timeZone: string): string | null {
  const found = /^(\d{2}:\d{2})(?::(\d{2}))?$/.exec(typed)
  if (!found) return null
  const [, minute = '', seconds = '00'] = found
  const instant = localToInstant(`${localDate(dayOf, timeZone)}T${minute}`, timeZone)
  return instant === null ? null : new Date(Date.parse(instant) + Number(seconds) * 1000).toISOString()
}
