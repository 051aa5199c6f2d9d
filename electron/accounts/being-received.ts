/** After this long without an event nobody is in the room: an open reception was left, and must not hold the desk open. */
export const leftAfterMs = 2 * 60 * 60_000

export interface OpenReception {
  /** Epoch milliseconds of its last event. */
  readonly lastEventMs: number
  readonly recording: boolean
}

/** Whether a citizen is being received: then nothing locks or changes the person at the desk. `null` = none is open. */
export const isBeingReceived = (open: OpenReception | null, nowMs: number): boolean =>
  open !== null && (open.recording || nowMs - open.lastEventMs < leftAfterMs)
