/** What the page and the frame pump's worker say to each other. */

/** Streams are a type parameter because each runtime has its own name for a video frame. */
export type PumpCommand<Readable, Writable> =
  | { readonly kind: 'output'; readonly writable: Writable }
  | { readonly kind: 'source'; readonly readable: Readable; readonly sourceNumber: number }
  | { readonly kind: 'pace'; readonly framesPerSecond: number }
  /** While a part is encoded all pictures are read and are of one size; before and after a source is left after one. */
  | { readonly kind: 'encoding'; readonly isEncoding: boolean }
  /** The source stopped giving pictures (track ended or muted); the next frame that comes lifts it. */
  | { readonly kind: 'sourceGone' }
  /** The last picture goes at once, «Нет изображения» stands in its place. */
  | { readonly kind: 'forget' }

/** Pictures that were written, and those that were not. */
export interface PumpCounters {
  /** Pictures that came from the source. */
  readonly fresh: number
  /** The last picture once more, because the source stood still. */
  readonly repeated: number
  /** «Нет изображения». */
  readonly placeholder: number
  /** Lost: not drawn, not made, not written, or the encoder had not taken the one before. */
  readonly dropped: number
}

/** Comes every `tickMs`, also while the page is minimised: the only clock of the recorder page. */
export interface PumpTick {
  readonly kind: 'tick'
  /** Since the worker started. */
  readonly counters: PumpCounters
  /** Frames of the present source alone; 0 for long = the track processor never woke up. */
  readonly framesOfSource: number
  /** Which source that is, as it was numbered when it was put behind the track; 0 before the first. */
  readonly sourceNumber: number
  /** Whether that source is still read: one that was only looked at is let go after its picture. */
  readonly isReading: boolean
}

/** Nothing can be written any more; said once. */
export interface PumpDead {
  readonly kind: 'dead'
  readonly detail: string
}

export const tickMs = 100
