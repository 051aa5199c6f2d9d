import type { CameraFacts } from './measurements.ts'

/** Adds up what a camera gives. */
export interface PictureMeter {
  /** One picture: its time, its size, and a few grey values of it, always taken at the same places. */
  add(picture: PictureSample): void
  facts(): CameraFacts
}

export interface PictureSample {
  readonly atMs: number
  readonly widthPixels: number
  readonly heightPixels: number
  readonly grey: Uint8Array
}

/** webrtc/testrtc videoframechecker.js. */
const blackLuma = 20

export function makePictureMeter(): PictureMeter {
  let first: PictureSample | null = null
  let last: PictureSample | null = null
  let frames = 0
  let black = 0
  let identical = 0
  let lumaSum = 0

  return {
    add(picture) {
      const luma = mean(picture.grey)
      lumaSum += luma
      frames += 1
      if (luma < blackLuma) black += 1
      if (last !== null && isSame(last.grey, picture.grey)) identical += 1
      first ??= picture
      last = picture
    },
    facts() {
      const seconds = first !== null && last !== null ? (last.atMs - first.atMs) / 1000 : 0
      return {
        widthPixels: last?.widthPixels ?? 0,
        heightPixels: last?.heightPixels ?? 0,
        framesPerSecond: seconds > 0 ? (frames - 1) / seconds : 0,
        frames,
        meanLuma: frames === 0 ? 0 : lumaSum / frames,
        blackShare: frames === 0 ? 0 : black / frames,
        identicalShare: frames < 2 ? 0 : identical / (frames - 1),
      }
    },
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}

const mean = (values: Uint8Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
