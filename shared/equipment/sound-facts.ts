import { greatest, least } from '../extremes.ts'
import type { SoundFacts } from './measurements.ts'

/** Adds up what a microphone gives: levels per window, full-scale runs, channels. */
export interface SoundMeter {
  /** Samples of the same moment, one array a channel. */
  add(channels: readonly Float32Array[]): void
  facts(): SoundFacts
  /** Level of the last whole window, dBFS: the live bar. */
  levelDb(): number
}

/** Short enough to fall into the pauses inside of words: people do not stop talking to have their noise measured. */
const windowMs = 20
const floorDb = -120
/** One step of 16 bits: what even a switched-off microphone of an open sound card exceeds. */
const silentSample = 1 / 32767
const fullScaleSample = 0.999
/** A window so far above the quiet ones is a voice. */
const voiceMarginDb = 10
const quietShare = 0.05

export function makeSoundMeter(sampleRateHz: number): SoundMeter {
  const windowSamples = Math.max(1, Math.round((sampleRateHz * windowMs) / 1000))
  const windowsDb: number[] = []
  const sums: number[] = []
  const runs: number[] = []
  let peak = 0
  let longestFullScaleRun = 0
  let samples = 0
  let windowSum = 0
  let inWindow = 0

  return {
    add(channels) {
      const length = channels[0]?.length ?? 0
      for (let index = 0; index < length; index += 1) {
        let loudest = 0
        for (const [channel, values] of channels.entries()) {
          const value = Math.abs(values[index] ?? 0)
          sums[channel] = (sums[channel] ?? 0) + value * value
          runs[channel] = value >= fullScaleSample ? (runs[channel] ?? 0) + 1 : 0
          longestFullScaleRun = Math.max(longestFullScaleRun, runs[channel] ?? 0)
          loudest = Math.max(loudest, value)
        }
        peak = Math.max(peak, loudest)
        windowSum += loudest * loudest
        inWindow += 1
        if (inWindow === windowSamples) {
          windowsDb.push(decibels(windowSum / inWindow))
          windowSum = 0
          inWindow = 0
        }
      }
      samples += length
    },
    levelDb: () => windowsDb.at(-1) ?? floorDb,
    facts() {
      const sorted = [...windowsDb].sort((one, other) => one - other)
      const noiseDb = sorted[Math.floor(sorted.length * quietShare)] ?? floorDb
      const voice = windowsDb.filter(level => level >= noiseDb + voiceMarginDb)
      return {
        sampleRateHz,
        channels: Math.max(1, sums.length),
        seconds: samples / sampleRateHz,
        digitalSilence: peak <= silentSample,
        voiceDb: voice.length === 0 ? null : decibels(mean(voice.map(level => 10 ** (level / 10)))),
        noiseDb,
        longestFullScaleRun,
        sideDifferenceDb: sums.length < 2 ? null : sideDifference(sums, samples),
      }
    },
  }
}

/** Between digital zeros and a whisper there is nothing to compare: two silent sides do not differ. */
function sideDifference(sums: readonly number[], samples: number): number {
  const levels = sums.map(sum => Math.max(-90, decibels(sum / Math.max(1, samples))))
  return (greatest(levels) ?? 0) - (least(levels) ?? 0)
}

const decibels = (power: number): number => Math.max(floorDb, 10 * Math.log10(power + 1e-15))
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
