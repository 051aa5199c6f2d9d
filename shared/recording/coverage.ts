import type { Stretch } from '../media/stretch.ts'
import type { TrackCoverage } from './slip.ts'

/** How much of `talk` the stretches (in order, not overlapping) fill, and where it is missing. */
export function coverageOf(present: readonly Stretch[], talk: Stretch): TrackCoverage {
  const within = present
    .map(({ startMs, endMs }) => ({ startMs: Math.max(startMs, talk.startMs), endMs: Math.min(endMs, talk.endMs) }))
    .filter(({ startMs, endMs }) => endMs > startMs)
  const first = within[0]
  const last = within.at(-1)
  const talkMs = Math.max(0, talk.endMs - talk.startMs)
  if (!first || !last) return { coveredMs: 0, leadingMs: talkMs, trailingMs: talkMs, longestHoleMs: talkMs }
  let longestHoleMs = 0
  let coveredMs = 0
  let untilMs = talk.startMs
  for (const { startMs, endMs } of within) {
    longestHoleMs = Math.max(longestHoleMs, startMs - untilMs)
    coveredMs += endMs - startMs
    untilMs = endMs
  }
  const trailingMs = talk.endMs - untilMs
  return {
    coveredMs,
    leadingMs: first.startMs - talk.startMs,
    trailingMs,
    longestHoleMs: Math.max(longestHoleMs, trailingMs),
  }
}

/** What is left of `whole` between the holes (in order, not overlapping). */
export function withoutHoles(whole: Stretch, holes: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = []
  let fromMs = whole.startMs
  for (const hole of holes) {
    if (hole.startMs > fromMs) left.push({ startMs: fromMs, endMs: hole.startMs })
    fromMs = Math.max(fromMs, hole.endMs)
  }
  if (whole.endMs > fromMs) left.push({ startMs: fromMs, endMs: whole.endMs })
  return left
}

/** Makes one of neighbours that are no further apart than `pauseMs`; the stretches come in order of their starts. */
export function joinedOver(stretches: readonly Stretch[], pauseMs: number): Stretch[] {
  const joined: Stretch[] = []
  for (const stretch of stretches) {
    const before = joined.at(-1)
    if (before && stretch.startMs - before.endMs <= pauseMs) {
      joined[joined.length - 1] = { startMs: before.startMs, endMs: Math.max(before.endMs, stretch.endMs) }
    } else joined.push(stretch)
  }
  return joined
}

/** The stretches in which a level (one window after the other from `fromMs`) reaches `levelDb`. */
export function heardStretches(
  levels: readonly number[],
  { fromMs, windowMs, levelDb }: { fromMs: number; windowMs: number; levelDb: number },
): Stretch[] {
  const heard: Stretch[] = []
  for (const [index, level] of levels.entries()) {
    if (level < levelDb) continue
    const startMs = fromMs + index * windowMs
    heard.push({ startMs, endMs: startMs + windowMs })
  }
  return joinedOver(heard, 0)
}

export interface FramesReport {
  readonly atMs: number
  readonly fresh: number
  readonly repeated: number
  readonly placeholder: number
}

/** The times of the reports in which the source gave at least one new picture. `zeroAtMs`: the line's zero by the clock. */
export function freshStretches(reports: readonly FramesReport[], zeroAtMs: number): Stretch[] {
  const stretches: Stretch[] = []
  let previousMs = 0
  for (const { atMs, fresh } of reports) {
    const endMs = Math.max(previousMs, atMs - zeroAtMs)
    if (fresh > 0 && endMs > previousMs) stretches.push({ startMs: previousMs, endMs })
    previousMs = endMs
  }
  return joinedOver(stretches, 0)
}

/** Time in which the pump had no source and drew its stand-in, `stillRepeatMs` for each. */
export function standInMs(
  reports: readonly FramesReport[],
  { zeroAtMs, stillRepeatMs }: { zeroAtMs: number; stillRepeatMs: number },
): number {
  let previousMs = zeroAtMs
  let totalMs = 0
  for (const { atMs, placeholder } of reports) {
    totalMs += Math.min(placeholder * stillRepeatMs, Math.max(0, atMs - previousMs))
    previousMs = Math.max(previousMs, atMs)
  }
  return totalMs
}
