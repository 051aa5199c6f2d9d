import { recorderSettings } from './settings.ts'

/**
 * How many pictures a second the encoder is given. Chromium queues pictures its encoder cannot take in time, so on a
 * weak or busy machine what was seen seconds ago is not yet in any chunk, and a kill would lose it. Fewer pictures keep
 * the queue short; the sound is never touched.
 */
export interface Pace {
  readonly framesPerSecond: number
  /** Chunks in a row without a lag worth mentioning. */
  readonly calmChunks: number
}

export const fullPace: Pace = { framesPerSecond: recorderSettings.framesPerSecond, calmChunks: 0 }

/** A chunk is late by design: a cluster is written when the next picture begins it. */
const tolerableLagMs = 350
/** From here on the encoder is clearly behind. */
const severeLagMs = 900
const slowestFramesPerSecond = 5
/** About four seconds: a pace that proved too fast once is not tried again at once. */
const calmChunksToSpeedUp = 8

/**
 * The pace after a chunk whose last picture was `lagMs` old when the chunk came out (capture to chunk, without the time
 * the chunk itself lasted).
 */
export function nextPace(pace: Pace, lagMs: number): Pace {
  if (lagMs > severeLagMs) return slower(pace, 0.5)
  if (lagMs > tolerableLagMs) return slower(pace, 0.8)
  const calmChunks = pace.calmChunks + 1
  if (calmChunks < calmChunksToSpeedUp) return { ...pace, calmChunks }
  return {
    framesPerSecond: Math.min(fullPace.framesPerSecond, Math.ceil(pace.framesPerSecond * 1.2)),
    calmChunks: 0,
  }
}

const slower = ({ framesPerSecond }: Pace, factor: number): Pace => ({
  framesPerSecond: Math.max(slowestFramesPerSecond, Math.floor(framesPerSecond * factor)),
  calmChunks: 0,
})
