/** From `startMs` to `endMs`, milliseconds of one time line. */
export interface Stretch {
  readonly startMs: number
  readonly endMs: number
}
