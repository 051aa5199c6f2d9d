import type { Clock } from '../clock.ts'

/** Notices of a reception that wait a moment before they go out: what they tell may still be taken back. */
export interface HeldNotices {
  /** From now on, for so long by the monotonic clock. */
  hold(receptionId: string, durationMs: number): void
  release(receptionId: string): void
  isHeld(receptionId: string | null): boolean
}

/** In memory: after a restart nothing can be taken back any more, and nothing is held. */
export function makeHeldNotices(clock: Pick<Clock, 'monotonicMs'>): HeldNotices {
  const untilMonotonicMs = new Map<string, number>()
  return {
    hold: (receptionId, durationMs) => untilMonotonicMs.set(receptionId, clock.monotonicMs() + durationMs),
    release: receptionId => untilMonotonicMs.delete(receptionId),
    isHeld(receptionId) {
      const untilMs = receptionId === null ? undefined : untilMonotonicMs.get(receptionId)
      if (receptionId === null || untilMs === undefined) return false
      if (clock.monotonicMs() < untilMs) return true
      untilMonotonicMs.delete(receptionId)
      return false
    },
  }
}
