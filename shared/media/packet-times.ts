/** Sound missing inside one part, judged by packet times alone: load makes holes without any error. */
export interface AudioHoles {
  readonly count: number
  readonly totalMs: number
  /** Length of one packet; Chromium packs 60 ms. */
  readonly packetMs: number
}

/** Start-up of the encoder: sound that begins or ends this much beside the picture is no hole. */
const edgeToleranceMs = 500

/**
 * Finds holes in the times of a part's sound packets. The packet length is the median distance, so that it holds for
 * any encoder. `endMs` is the end of the part's picture: sound that stops long before it is a hole as well.
 */
export function findAudioHoles(options: {
  timesMs: readonly number[]
  startMs: number
  endMs: number
  minimumMs: number
}): AudioHoles {
  const { timesMs, startMs, endMs, minimumMs } = options
  const first = timesMs[0]
  const last = timesMs.at(-1)
  if (first === undefined || last === undefined) {
    const all = Math.max(0, endMs - startMs)
    return { count: all > 0 ? 1 : 0, totalMs: all, packetMs: 0 }
  }
  const distances = timesMs.slice(1).map((time, index) => time - (timesMs[index] ?? time))
  const packetMs = median(distances) ?? 0
  const holes = distances.map(distance => distance - packetMs).filter(hole => hole > minimumMs)
  const edges = [first - startMs, endMs - last - packetMs].filter(hole => hole > edgeToleranceMs)
  const all = [...holes, ...edges]
  return { count: all.length, totalMs: all.reduce((sum, hole) => sum + hole, 0), packetMs }
}

export interface ClockPoint {
  readonly clockMs: number
  readonly mediaMs: number
}

/** Below this length the arrival of chunks is too coarse to see a drift. */
const shortestDriftMs = 30_000
const mostPoints = 200

/**
 * Media time gained (+) or lost (−) per minute of clock: median slope between points at least half the part apart
 * (Theil–Sen), so that chunks resent after an outage do not bend it. 0 for parts too short to tell.
 */
export function measureDrift(points: readonly ClockPoint[]): number {
  const stride = Math.max(1, Math.ceil(points.length / mostPoints))
  const taken = points.filter((_, index) => index % stride === 0)
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
