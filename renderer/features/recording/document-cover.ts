interface Interval {
  readonly startMs: number
  readonly endMs: number
}

/** A picture decoded a little early or late must not flash the document. */
const marginMs = 1_000

/** Whether the document may be in the picture at this moment of the recording. */
export const isInDocument = (intervals: readonly Interval[], atMs: number): boolean =>
  intervals.some(({ startMs, endMs }) => atMs >= startMs - marginMs && atMs <= endMs + marginMs)
