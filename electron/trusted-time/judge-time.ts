/** Limits as data: resources/trusted-time.json. */
export interface TimeLimits {
  readonly longestStandstillMs: number
  readonly stepBackToleranceMs: number
}

export interface TimeFacts {
  readonly nowMs: number
  /** The last moment that was believed, in this run or one before; null before the first. */
  readonly believedMs: number | null
  /** Newest line of the event log since a person last confirmed the time; null where there is none. */
  readonly newestLineMs: number | null
}

export type JudgedTime =
  | { readonly kind: 'believed'; readonly atMs: number }
  /** Further ahead of the last believed moment than the program ever stands still. */
  | { readonly kind: 'ahead'; readonly byMs: number }
  /** Before what has happened already. */
  | { readonly kind: 'behind'; readonly byMs: number }

/**
 * Judges the clock for what cannot be undone. A believed moment is never before the newest line of the event log, nor
 * before one believed earlier; a small step back is held at them.
 */
export function judgeTime({ nowMs, believedMs, newestLineMs }: TimeFacts, limits: TimeLimits): JudgedTime {
  const happenedMs = Math.max(believedMs ?? Number.NEGATIVE_INFINITY, newestLineMs ?? Number.NEGATIVE_INFINITY)
  if (nowMs + limits.stepBackToleranceMs < happenedMs) return { kind: 'behind', byMs: happenedMs - nowMs }
  if (believedMs !== null && nowMs - believedMs > limits.longestStandstillMs) {
    return { kind: 'ahead', byMs: nowMs - believedMs }
  }
  const atMs = Math.max(nowMs, happenedMs)
  // A line written ahead of the clock, within the tolerance, must not carry it over the limit.
  return believedMs !== null && atMs - believedMs > limits.longestStandstillMs
    ? { kind: 'ahead', byMs: atMs - believedMs }
    : { kind: 'believed', atMs }
}
