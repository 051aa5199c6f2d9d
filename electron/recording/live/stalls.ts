import type { Clock } from '../../clock.ts'

/** Milliseconds. A look comes at least once a second; later than this the loop itself was held. */
const heldAfterMs = 1_500
/** What waited in the sockets is read within so long: a backlog of 25 s takes some fifty flushed writes. */
const drainMs = 1_500

/** Knows whether this process stood still just now, so that its own silence is not laid to others. */
export interface Stalls {
  /** To be called at every sign of life of the loop. */
  look(): void
  /** Monotonic milliseconds until which what waited is being read; null where the loop never stood still. */
  drainingUntilMs(): number | null
}

export function makeStalls(clock: Pick<Clock, 'monotonicMs'>): Stalls {
  let lastMs = clock.monotonicMs()
  let untilMs: number | null = null
  return {
    look() {
      const nowMs = clock.monotonicMs()
      if (nowMs - lastMs > heldAfterMs) untilMs = nowMs + drainMs
      lastMs = nowMs
    },
    drainingUntilMs: () => untilMs,
  }
}
