import type { MeterReport } from './meter-messages.ts'

/** Digital silence as the messages say it, dBFS. */
export const silenceDb = -120

/** Collects meter reports into one level per channel over a stretch of time. */
export interface LevelCollector {
  add(report: MeterReport): void
  /** Root mean square of each channel since the last take, dBFS, never below `silenceDb`. */
  take(): readonly number[]
}

export function makeLevelCollector(channelCount: number): LevelCollector {
  let sums = Array.from({ length: channelCount }, () => 0)
  let frames = 0
  return {
    add(report) {
      sums = sums.map((sum, channel) => sum + (report.sums[channel] ?? 0))
      frames += report.frames
    },
    take() {
      const levels = sums.map(sum => meanSquareDb(frames === 0 ? 0 : sum / frames))
      sums = sums.map(() => 0)
      frames = 0
      return levels
    },
  }
}

/** dBFS of a mean square, 0.1 dB steps: finer ones say nothing. */
export function meanSquareDb(meanSquare: number): number {
  if (meanSquare <= 0) return silenceDb
  return Math.max(silenceDb, Math.round(100 * Math.log10(meanSquare)) / 10)
}
