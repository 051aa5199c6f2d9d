/** Up to which wall clock time the chunks on the disk reach, in the time of the page that made them. */
export interface SavedPlace {
  /** Chunk `sequence` is known to have been made, `atMs` at the latest. */
  made(sequence: number, atMs: number): void
  /** All chunks up to `sequence` are on the disk now. */
  saved(sequence: number, nowMs: number): void
  untilMs(): number | null
}

export interface SavedPlaceBegin {
  /** How much of the recording one chunk holds. */
  readonly chunkMs: number
  readonly startedAtMs: () => number | null
  /** What is known of a part taken up again. */
  readonly untilMs: number | null
}

/**
 * While chunks come as they are made, the place is the present moment. A backlog comes later than it was made: its
 * chunks are counted back from the newest one, which drifts less than counting forward from the start, because the
 * encoder hands a chunk over a frame late and an hour has thousands of them.
 */
export function makeSavedPlace({ chunkMs, startedAtMs, untilMs: before }: SavedPlaceBegin): SavedPlace {
  let newest: { sequence: number; atMs: number } | null = null
  let untilMs = before

  return {
    made(sequence, atMs) {
      if (sequence >= 0 && (!newest || sequence > newest.sequence)) newest = { sequence, atMs }
    },
    saved(sequence, nowMs) {
      const placeMs = newest ? newest.atMs - Math.max(0, newest.sequence - sequence) * chunkMs : nowMs
      untilMs = Math.min(nowMs, Math.max(placeMs, untilMs ?? 0, startedAtMs() ?? 0))
    },
    untilMs: () => untilMs,
  }
}
