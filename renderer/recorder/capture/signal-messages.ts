/** What the page tells the worker that paints the signal; the stream's type is named differently in each runtime. */
export interface SignalCommand<Writable> {
  readonly writable: Writable
  /** Wall clock of the first flash, as `performance.timeOrigin + performance.now()` counts it. */
  readonly firstFlashAtMs: number
}
