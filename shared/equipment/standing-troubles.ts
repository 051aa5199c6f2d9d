import type { Cause, CheckCode, CheckResult, CheckState } from './codes.ts'

/** A check reduced to what tells since when something is wrong. */
export interface DatedStates {
  readonly finishedAt: string
  readonly results: readonly Pick<CheckResult, 'code' | 'state' | 'cause'>[]
}

/** One thing that is wrong now, and since when it has been found so. */
export interface StandingTrouble {
  readonly code: CheckCode
  readonly state: Extract<CheckState, 'warning' | 'fault'>
  readonly cause: Cause | null
  /** End of the first check that found it, without a good one since. */
  readonly since: string
  /** Checks in a row that found it: once may be a window that stood open. */
  readonly times: number
}

/**
 * What is wrong by the last word about every line, the gravest and the oldest first. Checks are given oldest first; one
 * that did not look at a line, or could not tell, says nothing about it.
 */
export function standingTroubles(checks: readonly DatedStates[]): readonly StandingTrouble[] {
  const standing = new Map<CheckCode, StandingTrouble>()
  for (const { finishedAt, results } of checks) {
    for (const { code, state, cause } of results) {
      if (state === 'good') standing.delete(code)
      if (state !== 'warning' && state !== 'fault') continue
      const before = standing.get(code)
      const since = before?.since ?? finishedAt
      standing.set(code, { code, state, cause, since, times: (before?.times ?? 0) + 1 })
    }
  }
  return [...standing.values()].sort(
    (one, other) =>
      Number(one.state === 'warning') - Number(other.state === 'warning') || one.since.localeCompare(other.since),
  )
}
