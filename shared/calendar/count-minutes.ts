import type { WorkingCalendar } from './working-calendar.ts'

const minuteMs = 60_000

/**
 * The moment when so many minutes of work have passed since a moment; what begins outside of the working hours begins
 * with the next ones. A minute that ends with the working day ends then, not the next morning.
 */
export function addWorkingMinutes(calendar: WorkingCalendar, startMs: number, minutes: number): number {
  let leftMs = minutes * minuteMs
  for (let day = calendar.dateAt(startMs); ; day = calendar.after(day)) {
    for (const { fromMs, toMs } of calendar.workTimes(day)) {
      const beginMs = Math.max(fromMs, startMs)
      if (beginMs > toMs || (beginMs === toMs && leftMs > 0)) continue
      if (leftMs <= toMs - beginMs) return beginMs + leftMs
      leftMs -= toMs - beginMs
    }
  }
}

/** The moment from which so many minutes of work pass until a moment. */
export function subtractWorkingMinutes(calendar: WorkingCalendar, endMs: number, minutes: number): number {
  let leftMs = minutes * minuteMs
  for (let day = calendar.dateAt(endMs); ; day = calendar.before(day)) {
    for (const { fromMs, toMs } of calendar.workTimes(day).toReversed()) {
      const finishMs = Math.min(toMs, endMs)
      if (finishMs < fromMs || (finishMs === fromMs && leftMs > 0)) continue
      if (leftMs <= finishMs - fromMs) return finishMs - leftMs
      leftMs -= finishMs - fromMs
    }
  }
}

/** Minutes of work between two moments. */
export function workingMinutesBetween(calendar: WorkingCalendar, fromMs: number, toMs: number): number {
  let spentMs = 0
  const last = calendar.dateAt(toMs)
  for (let day = calendar.dateAt(fromMs); day <= last; day = calendar.after(day)) {
    for (const span of calendar.workTimes(day)) {
      spentMs += Math.max(0, Math.min(span.toMs, toMs) - Math.max(span.fromMs, fromMs))
    }
  }
  return spentMs / minuteMs
}
