/** What the page and the frame pump's worker say to each other. */

/** Streams are a type parameter because each runtime has its own name for a video frame. */
export type PumpCommand<Readable, Writable> =
  | { readonly kind: 'output'; readonly writable: Writable }
  | { readonly kind: 'source'; readonly readable: Readable }
  | { readonly kind: 'pace'; readonly framesPerSecond: number }
  /** The source stopped giving pictures (track ended or muted); the next frame that comes lifts it. */
  | { readonly kind: 'sourceGone' }

/** Counted since the worker started. */
export interface PumpCounters {
  /** Pictures that came from the source. */
  readonly fresh: number
  /** The last picture once more, because the source stood still. */
  readonly repeated: number
  /** «Нет изображения». */
  readonly placeholder: number
  /** Lost because the encoder had not taken the one before. */
  readonly dropped: number
}

/** Comes every `tickMs`, also while the page is minimised: the only clock of the recorder page. */
export interface PumpTick {
  readonly kind: 'tick'
  readonly counters: PumpCounters
  /** Frames of the present source alone; 0 for long = the track processor never woke up. */
  readonly framesOfSource: number
}

export const tickMs = 100
