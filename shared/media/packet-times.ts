import { least } from '../extremes.ts'
import type { Stretch } from './stretch.ts'

/** What is missing of one track inside a part, judged by packet times alone: load makes holes without any error. */
export interface TrackHoles {
  readonly count: number
  readonly totalMs: number
  /** Length of one packet; Chromium packs 60 ms of sound. */
  readonly packetMs: number
  /** Each of them in the part's time, edges included, in order. */
  readonly holes: readonly Stretch[]
}

/** Start-up of the encoder: a track that begins or ends this much beside the other is no hole. */
const edgeToleranceMs = 500

/**
 * Finds holes in the times of a track's packets. The packet length is the median distance, so that it holds for any
 * encoder. From `startMs` to `endMs` the track is expected: one that begins late or stops long before has holes as well.
 */
export function findHoles(options: {
  timesMs: readonly number[]
  startMs: number
  endMs: number
  minimumMs: number
}): TrackHoles {
  const { timesMs, startMs, endMs, minimumMs } = options
  const first = timesMs[0]
  const last = timesMs.at(-1)
  if (first === undefined || last === undefined) {
    const holes = endMs > startMs ? [{ startMs, endMs }] : []
    return { ...summed(holes), packetMs: 0 }
  }
  const packetMs = median(timesMs.slice(1).map((time, index) => time - (timesMs[index] ?? time))) ?? 0
  const edgeMs = Math.max(edgeToleranceMs, minimumMs)
  const holes: Stretch[] = []
  if (first - startMs > edgeMs) holes.push({ startMs, endMs: first })
  let previousMs = first
  for (const timeMs of timesMs) {
    if (timeMs - previousMs - packetMs > minimumMs) holes.push({ startMs: previousMs + packetMs, endMs: timeMs })
    previousMs = Math.max(previousMs, timeMs)
  }
  if (endMs - previousMs - packetMs > edgeMs) holes.push({ startMs: previousMs + packetMs, endMs })
  return { ...summed(holes), packetMs }
}

const summed = (holes: readonly Stretch[]): Omit<TrackHoles, 'packetMs'> => ({
  count: holes.length,
  totalMs: holes.reduce((sum, hole) => sum + hole.endMs - hole.startMs, 0),
  holes,
})

/** When something of the part reached the disk (`clockMs`), and up to where it then held media. */
export interface ClockPoint {
  readonly clockMs: number
  readonly mediaMs: number
}

/** The computer's clock was set by `byMs`, forwards (+) or back (−), between the point before `index` and this one. */
export interface ClockStep {
  readonly index: number
  /** By the clock before it was set. */
  readonly clockMs: number
  readonly byMs: number
}

/** Fewer points behind a jump do not tell a clock that was set from bytes that came late. */
const fewestAfterStep = 3

/**
 * Finds where the clock was set while media went on without a break. A clock that goes back was set, whatever came
 * before; each stretch without that is looked at apart, so that one step does not pass for a part of another.
 */
export function findClockSteps(points: readonly ClockPoint[], leastMs: number): ClockStep[] {
  const behind = points.map(point => point.clockMs - point.mediaMs)
  const wentBack = points.flatMap(({ clockMs }, index) => {
    const before = points[index - 1]
    if (!before || clockMs >= before.clockMs || points.length - index < fewestAfterStep) return []
    return Math.abs((behind[index] ?? 0) - (behind[index - 1] ?? 0)) >= leastMs ? [index] : []
  })
  const steps: { index: number; byMs: number }[] = []
  let leastBefore: number | null = null
  for (const [place, from] of [0, ...wentBack].entries()) {
    const stretch = behind.slice(from, wentBack[place])
    const within = stepsForward(stretch, leastMs)
    const first = least(stretch.slice(0, within[0]?.index))
    if (leastBefore !== null && first !== null) steps.push({ index: from, byMs: first - leastBefore })
    for (const { index, byMs } of within) steps.push({ index: from + index, byMs })
    leastBefore = least(stretch.slice(within.at(-1)?.index ?? 0)) ?? leastBefore
  }
  return steps
    .filter(({ byMs }) => Math.abs(byMs) >= leastMs)
    .map(({ index, byMs }) => ({ index, clockMs: points[index - 1]?.clockMs ?? 0, byMs: Math.round(byMs) }))
}

/**
 * Steps of a clock that never goes back. What only came late catches up later and is no step: what counts is the least
 * delay before and the least delay ever after.
 */
function stepsForward(behind: readonly number[], leastMs: number): { index: number; byMs: number }[] {
  const leastAfter: number[] = []
  let smallest = Number.POSITIVE_INFINITY
  for (const [index, delay] of [...behind].reverse().entries()) {
    smallest = Math.min(smallest, delay)
    leastAfter[behind.length - 1 - index] = smallest
  }
  const steps: { index: number; byMs: number }[] = []
  let leastBefore = Number.POSITIVE_INFINITY
  for (const [index, delay] of behind.entries()) {
    const byMs = (leastAfter[index] ?? delay) - leastBefore
    const jumpMs = delay - (behind[index - 1] ?? delay)
    if (
      Math.abs(byMs) >= leastMs &&
      Math.abs(jumpMs) >= leastMs &&
      Math.sign(jumpMs) === Math.sign(byMs) &&
      behind.length - index >= fewestAfterStep
    ) {
      steps.push({ index, byMs })
      leastBefore = delay
    } else leastBefore = Math.min(leastBefore, delay)
  }
  return steps
}

/** The same points by a clock nobody set. */
export const withoutSteps = (points: readonly ClockPoint[], steps: readonly ClockStep[]): ClockPoint[] =>
  points.map(({ clockMs, mediaMs }, at) => ({
    clockMs: clockMs - steps.reduce((sum, step) => (at >= step.index ? sum + step.byMs : sum), 0),
    mediaMs,
  }))

/** Below this length the arrival of chunks is too coarse to see a drift. */
const shortestDriftMs = 30_000
const mostPoints = 200
/** A chunk followed this much sooner than its successor's media lasts was itself late. */
const catchingUpShare = 0.5

/**
 * Media time gained (+) or lost (−) per minute of clock: median slope between points at least half the part apart
 * (Theil–Sen). What came late, because the page was resending or the workstation busy, is left out: it is followed by
 * more than there was time for. 0 for parts too short to tell.
 */
export function measureDrift(points: readonly ClockPoint[]): number {
  const punctual = points.filter((point, index) => {
    const next = points[index + 1]
    return !next || next.clockMs - point.clockMs >= (next.mediaMs - point.mediaMs) * catchingUpShare
  })
  const stride = Math.max(1, Math.ceil(punctual.length / mostPoints))
  const taken = punctual.filter((_, index) => index % stride === 0)
  const length = (taken.at(-1)?.clockMs ?? 0) - (taken[0]?.clockMs ?? 0)
  if (length < shortestDriftMs) return 0
  const slopes: number[] = []
  for (const [index, one] of taken.entries()) {
    for (const other of taken.slice(index + 1)) {
      const clock = other.clockMs - one.clockMs
      if (clock >= length / 2) slopes.push((other.mediaMs - one.mediaMs) / clock)
    }
  }
  const slope = median(slopes)
  return slope === null ? 0 : (slope - 1) * 60_000
}

/** The middle value; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
