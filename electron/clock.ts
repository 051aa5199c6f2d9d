import { randomUUID } from 'node:crypto'

/** Names this run of the process: monotonic times of two runs cannot be compared. */
export const runId: string = randomUUID()

/** Time as the services see it; injected so that a test can set it. */
export interface Clock {
  /** Wall clock, milliseconds since the epoch. */
  nowMs(): number
  /** Never goes back within a run; only differences mean something. */
  monotonicMs(): number
}

/** Both clocks at one moment, as the log lines of a recording carry them. */
export const bothClocks = (clock: Clock): { atMs: number; monotonicMs: number; run: string } => ({
  atMs: clock.nowMs(),
  monotonicMs: Math.round(clock.monotonicMs()),
  run: runId.slice(0, runLength),
})

/** Enough to tell the runs of one recording apart. */
const runLength = 8

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
}
