import { greatest } from '../extremes.ts'

/** The tone a person is asked about (Amazon Chime: 440 Hz at gain 0.1). */
export const checkTone = { frequencyHz: 440, gain: 0.1, durationMs: 1200, quietBeforeMs: 400 } as const

/** Power of one frequency in a stretch of sound, dBFS (Goertzel, Hann window: other sounds must not leak in). */
export function toneDb(samples: Float32Array, frequencyHz: number, sampleRateHz: number): number {
  if (samples.length === 0) return -120
  const coefficient = 2 * Math.cos((2 * Math.PI * frequencyHz) / sampleRateHz)
  let before = 0
  let beforeThat = 0
  for (const [index, sample] of samples.entries()) {
    const shape = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / samples.length)
    const now = sample * shape + coefficient * before - beforeThat
    beforeThat = before
    before = now
  }
  const power = before * before + beforeThat * beforeThat - coefficient * before * beforeThat
  // The window takes half of the amplitude.
  const amplitude = (4 * Math.sqrt(Math.max(0, power))) / samples.length
  return Math.max(-120, 20 * Math.log10(amplitude + 1e-7))
}

const windowMs = 40
/** A tone is steady: a voice reaches its frequency now and then only. The first third may be the way there. */
const steadyShare = 0.4
/** A tone stands alone; a voice has its other harmonics beside it. */
const besideShares = [0.75, 1.25] as const
const lowestNoiseDb = -90
/** The first windows above the noise by this much are the tone arriving. */
const arrivalMarginDb = 10

export interface HeardTone {
  readonly heardDb: number
  readonly latencyMs: number | null
}

/**
 * How the microphone heard the tone: `samples` begin `quietMs` before the tone was played. The noise of the quiet
 * stretch at the same frequency is what it has to stand out of.
 */
export function hearTone(
  samples: Float32Array,
  { sampleRateHz, quietMs, frequencyHz }: { sampleRateHz: number; quietMs: number; frequencyHz: number },
): HeardTone | null {
  const step = Math.round((sampleRateHz * windowMs) / 1000)
  const windows: { levelDb: number; narrowDb: number }[] = []
  for (let from = 0; from + step <= samples.length; from += step) {
    const window = samples.subarray(from, from + step)
    const levelDb = toneDb(window, frequencyHz, sampleRateHz)
    const beside = besideShares.map(share => toneDb(window, frequencyHz * share, sampleRateHz))
    windows.push({ levelDb, narrowDb: levelDb - (greatest(beside) ?? 0) })
  }
  const quietWindows = Math.floor(quietMs / windowMs)
  const quiet = windows.slice(0, quietWindows).map(({ levelDb }) => levelDb)
  const heard = windows.slice(quietWindows)
  if (quiet.length < 3 || heard.length < 10) return null
  // Digital silence would make a whisper of the tone stand out by a hundred decibels.
  const noiseDb = Math.max(lowestNoiseDb, middle(quiet, 0.5))
  const standsOut = heard.map(({ levelDb, narrowDb }) => Math.min(levelDb - noiseDb, narrowDb))
  const heardDb = Math.max(0, middle(standsOut, steadyShare))
  const arrival = standsOut.findIndex(level => level > arrivalMarginDb)
  return { heardDb, latencyMs: heardDb > arrivalMarginDb && arrival >= 0 ? arrival * windowMs : null }
}

function middle(values: readonly number[], share: number): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length * share)] ?? lowestNoiseDb
}
