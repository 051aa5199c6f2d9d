import { least } from '../extremes.ts'

/** How apart and how present the two voices are, from levels of 100 ms windows (dBFS). */
export interface VoiceMeasures {
  readonly separationDb: number | null
  readonly citizenSilentShare: number
  readonly specialistSilentShare: number
}

/** So far above the silence level a window counts as somebody speaking. */
const speakingMarginDb = 15
/** A second of speech in all: fewer windows say nothing. */
const fewestWindows = 10
/** Both speak at once often; only the clearer windows show how far apart the file keeps the voices. */
const clearWindowsPercentile = 0.9

/** Measures both voices. Separation is the worse of the two directions; a mono file gives 0. */
export function measureVoices(
  citizenDb: readonly number[],
  specialistDb: readonly number[],
  silenceLevelDb: number,
): VoiceMeasures {
  const speakingDb = silenceLevelDb + speakingMarginDb
  const sides = [aloneBy(citizenDb, specialistDb, speakingDb), aloneBy(specialistDb, citizenDb, speakingDb)].filter(
    side => side !== null,
  )
  const worse = least(sides)
  return {
    separationDb: worse === null ? null : Math.round(worse * 10) / 10,
    citizenSilentShare: silentShare(citizenDb, silenceLevelDb),
    specialistSilentShare: silentShare(specialistDb, silenceLevelDb),
  }
}

function aloneBy(speaker: readonly number[], other: readonly number[], speakingDb: number): number | null {
  const differences = speaker
    .map((level, index) => ({ level, difference: level - (other[index] ?? level) }))
    .filter(window => window.level >= speakingDb && window.difference >= 0)
    .map(window => window.difference)
    .sort((one, another) => one - another)
  if (differences.length < fewestWindows) return null
  return differences[Math.floor((differences.length - 1) * clearWindowsPercentile)] ?? null
}

const silentShare = (levels: readonly number[], silenceLevelDb: number): number =>
  levels.length === 0 ? 1 : levels.filter(level => level < silenceLevelDb).length / levels.length
