import { Temporal } from 'temporal-polyfill'

/** An instant in UTC with milliseconds, «2026-11-20T02:00:00.000Z»: texts of this form sort in time order. */
export const utcText = (instant: string): string =>
  new Date(Temporal.Instant.from(instant).epochMilliseconds).toISOString()
