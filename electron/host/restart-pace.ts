/** Deaths further apart than this have nothing to do with each other. */
const memoryMs = 60_000
const delaysMs = [0, 0, 200, 1_000, 3_000, 10_000]

/**
 * How long to wait before the workstation is started again. A single death must cost less than a second; a workstation
 * that dies at every start must not spin.
 * @param deathsMs moments of all deaths so far, the last one included
 */
export function restartDelayMs(deathsMs: readonly number[], nowMs: number): number {
  const recent = deathsMs.filter(deathMs => nowMs - deathMs < memoryMs).length
  return delaysMs[Math.min(Math.max(recent - 1, 0), delaysMs.length - 1)] ?? 0
}

/** After so many deaths in a row the person at the screen should know. */
export const isWorthSaying = (deathsMs: readonly number[], nowMs: number): boolean =>
  restartDelayMs(deathsMs, nowMs) > 0
