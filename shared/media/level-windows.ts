/** Length of one level window. */
export const levelWindowMs = 100
/** What digital silence is written as; nothing is told apart below it. */
export const silenceFloorDb = -120

export interface LevelWindows {
  /** Interleaved stereo 32-bit little-endian floats that begin at `timeMs`. Outside the range they are ignored. */
  add(timeMs: number, samples: Uint8Array): void
  /** Root mean square per window in dBFS, rounded to 0.1; a window without samples is silence. */
  levels(): { left: number[]; right: number[] }
}

/** Gathers the loudness of both channels per window of `[fromMs, toMs)`, placed by the packets' own times. */
export function makeLevelWindows(options: { fromMs: number; toMs: number; sampleRateHz: number }): LevelWindows {
  const { fromMs, toMs, sampleRateHz } = options
  const count = Math.max(1, Math.round((toMs - fromMs) / levelWindowMs))
  const windowSamples = (sampleRateHz * levelWindowMs) / 1000
  const left = new Float64Array(count)
  const right = new Float64Array(count)
  const samplesIn = new Uint32Array(count)

  const decibels = (sum: number, samples: number) => {
    const level = samples === 0 ? silenceFloorDb : 10 * Math.log10(sum / samples + 1e-15)
    return Math.round(Math.max(silenceFloorDb, level) * 10) / 10
  }
  return {
    add(timeMs, samples) {
      const view = new DataView(samples.buffer, samples.byteOffset, samples.byteLength)
      const first = Math.round(((timeMs - fromMs) * sampleRateHz) / 1000)
      const pairs = Math.floor(samples.byteLength / 8)
      for (let pair = 0; pair < pairs; pair += 1) {
        const window = Math.floor((first + pair) / windowSamples)
        if (window < 0 || window >= count) continue
        const one = view.getFloat32(pair * 8, true)
        const other = view.getFloat32(pair * 8 + 4, true)
        left[window] = (left[window] ?? 0) + one * one
        right[window] = (right[window] ?? 0) + other * other
        samplesIn[window] = (samplesIn[window] ?? 0) + 1
      }
    },
    levels: () => ({
      left: Array.from(left, (sum, index) => decibels(sum, samplesIn[index] ?? 0)),
      right: Array.from(right, (sum, index) => decibels(sum, samplesIn[index] ?? 0)),
    }),
  }
}

/** Mean of 8-bit grey values, 0 black … 255 white. */
export function meanLuma(grey: Uint8Array): number {
  let sum = 0
  for (const value of grey) sum += value
  return grey.length === 0 ? 0 : sum / grey.length
}
