import { makeMatroskaWalker } from '../../../shared/media/matroska.ts'

/** Tells how far the encoder is behind, from the times written in its own output. */
export interface EncoderLag {
  /**
   * Takes the next bytes of the part; answers the age in milliseconds of its last picture at `nowMs`, null before the
   * first one.
   */
  of(payload: Uint8Array, nowMs: number): number | null
}

/** `startedAtMs`: wall clock at the part's time zero, the same clock as `nowMs`. */
export function makeEncoderLag(startedAtMs: number): EncoderLag {
  let lastPictureMs: number | null = null
  const walker = makeMatroskaWalker({
    onBlock(block) {
      if (block.kind === 'video') lastPictureMs = block.timeMs
    },
  })
  return {
    of(payload, nowMs) {
      walker.push(payload)
      return lastPictureMs === null ? null : nowMs - startedAtMs - lastPictureMs
    },
  }
}
