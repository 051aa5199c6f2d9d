import { Temporal } from 'temporal-polyfill'

/**
 * The last local date on which a recording must still be there («хранить по … включительно», п. 3.6): the same date
 * `years` later, 28 February for a 29 February that is not there.
 */
export const retainUntil = (receptionDate: string, years: number): string =>
  Temporal.PlainDate.from(receptionDate).add({ years }, { overflow: 'constrain' }).toString()

/** Days the recording must still be kept; 0 on the last one, negative after it. */
export const daysLeft = (retainedUntil: string, todayLocal: string): number =>
  Temporal.PlainDate.from(todayLocal).until(Temporal.PlainDate.from(retainedUntil), { largestUnit: 'days' }).days
