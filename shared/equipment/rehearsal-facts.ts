import { makeLevelWindows } from '../media/level-windows.ts'
import { measureVoices } from '../recording/voices.ts'
import { hiddenRate, type Stretch } from './rehearsal-page.ts'

/** What the decoded file of a rehearsal says. */
export interface RehearsalFacts {
  readonly durationMs: number
  readonly framesPerSecond: number
  /** The same while the page's window was hidden; null where it was not. */
  readonly hiddenFramesPerSecond: number | null
  readonly blackPercent: number
  /** How far apart the two voices are; null where one of them did not speak. */
  readonly separationDb: number | null
  /** Sound after picture is positive; null where too few flashes and clicks were found. */
  readonly syncMs: number | null
  readonly driftMsPerMinute: number | null
  readonly specialistHeard: boolean
  readonly pairs: number
}

export interface DecodedPicture {
  readonly atMs: number
  readonly luma: number
}

export interface DecodedRehearsal {
  readonly pictures: readonly DecodedPicture[]
  /** Left channel: where the clicks are. */
  readonly clicks: ClickFinder
  readonly citizenDb: readonly number[]
  readonly specialistDb: readonly number[]
  /** When the recording page's window was hidden, in the file's time. */
  readonly hidden: readonly Stretch[]
}

/**
 * The signal of a rehearsal: about once a second the picture turns white while a click sounds on the citizen's side. No
 * multiple of the 67 ms between pictures: else every flash would be late by the same chance share of a picture.
 */
export const rehearsalSignal = {
  everyMs: 1010,
  flashMs: 160,
  clickMs: 200,
  frequencyHz: 1000,
  firstAtMs: 1500,
} as const

const silenceLevelDb = -60
const blackLuma = 20
/** A flash and a click further apart than this belong to different seconds. */
const farthestMs = rehearsalSignal.everyMs / 2
const fewestPairs = 7
/** A slope less certain than this says nothing. */
const driftUncertaintyMsPerMinute = 30

/** Measures a decoded rehearsal. Pure. */
export function measureRehearsal({
  pictures,
  clicks,
  citizenDb,
  specialistDb,
  hidden,
}: DecodedRehearsal): RehearsalFacts {
  const first = pictures[0]?.atMs ?? 0
  const last = pictures.at(-1)?.atMs ?? 0
  const seconds = (last - first) / 1000
  const flashes = findFlashes(pictures)
  const sounds = clicks.onsetsMs()
  const pairs = flashes.flatMap(atMs => {
    const nearest = sounds.toSorted((one, other) => Math.abs(one - atMs) - Math.abs(other - atMs))[0]
    return nearest === undefined || Math.abs(nearest - atMs) > farthestMs ? [] : [{ atMs, offsetMs: nearest - atMs }]
  })
  const voices = measureVoices(citizenDb, specialistDb, silenceLevelDb)
  return {
    durationMs: last,
    framesPerSecond: seconds > 0 ? (pictures.length - 1) / seconds : 0,
    hiddenFramesPerSecond: hiddenRate(
      pictures.map(({ atMs }) => atMs),
      hidden,
    ),
    blackPercent:
      pictures.length === 0 ? 100 : (pictures.filter(({ luma }) => luma < blackLuma).length / pictures.length) * 100,
    separationDb: voices.separationDb,
    specialistHeard: voices.specialistSilentShare < 0.97,
    syncMs: pairs.length < fewestPairs ? null : trimmedMean(pairs.map(({ offsetMs }) => offsetMs)),
    driftMsPerMinute: pairs.length < fewestPairs ? null : slopeOf(pairs),
    pairs: pairs.length,
  }
}

/** First picture of each flash. */
function findFlashes(pictures: readonly DecodedPicture[]): readonly number[] {
  const lumas = pictures.map(({ luma }) => luma)
  const limit = ((median(lumas) ?? 0) + Math.max(0, ...lumas)) / 2
  return pictures
    .filter(({ luma }, index) => luma > limit && (pictures[index - 1]?.luma ?? 255) <= limit)
    .map(({ atMs }) => atMs)
}

export interface ClickFinder {
  /** Interleaved stereo 32-bit floats that begin at `timeMs`. */
  add(timeMs: number, samples: Uint8Array): void
  onsetsMs(): readonly number[]
}

const windowMs = 5
const quietBeforeMs = 300

/** Finds where the clicks of the left channel begin, by the packets' own times. */
export function makeClickFinder(sampleRateHz: number): ClickFinder {
  const windowSamples = (sampleRateHz * windowMs) / 1000
  const peaks = new Map<number, number>()
  return {
    add(timeMs, samples) {
      const view = new DataView(samples.buffer, samples.byteOffset, samples.byteLength)
      const first = Math.round((timeMs * sampleRateHz) / 1000)
      for (let pair = 0; pair < Math.floor(samples.byteLength / 8); pair += 1) {
        const window = Math.floor((first + pair) / windowSamples)
        peaks.set(window, Math.max(peaks.get(window) ?? 0, Math.abs(view.getFloat32(pair * 8, true))))
      }
    },
    onsetsMs() {
      const windows = [...peaks].sort(([one], [other]) => one - other)
      const limit = Math.max(0.01, Math.max(0, ...windows.map(([, peak]) => peak)) / 4)
      const onsets: number[] = []
      let loudUntilMs = Number.NEGATIVE_INFINITY
      for (const [window, peak] of windows) {
        if (peak < limit) continue
        const atMs = window * windowMs
        if (atMs - loudUntilMs > quietBeforeMs) onsets.push(atMs)
        loudUntilMs = atMs
      }
      return onsets
    },
  }
}

/** Slope of the offsets in milliseconds a minute; null where fifteen seconds are too short to be sure. */
function slopeOf(pairs: readonly { atMs: number; offsetMs: number }[]): number | null {
  const count = pairs.length
  const meanAt = pairs.reduce((sum, { atMs }) => sum + atMs, 0) / count
  const meanOffset = pairs.reduce((sum, { offsetMs }) => sum + offsetMs, 0) / count
  const spread = pairs.reduce((sum, { atMs }) => sum + (atMs - meanAt) ** 2, 0)
  if (spread === 0) return null
  const slope = pairs.reduce((sum, { atMs, offsetMs }) => sum + (atMs - meanAt) * (offsetMs - meanOffset), 0) / spread
  const rest = pairs.reduce(
    (sum, { atMs, offsetMs }) => sum + (offsetMs - meanOffset - slope * (atMs - meanAt)) ** 2,
    0,
  )
  const uncertainty = Math.sqrt(rest / Math.max(1, count - 2) / spread)
  return uncertainty * 60_000 > driftUncertaintyMsPerMinute ? null : slope * 60_000
}

/** Without the two outermost on each side: one late picture is not the chain's delay. */
function trimmedMean(values: readonly number[]): number {
  const kept = [...values].sort((one, other) => one - other).slice(2, -2)
  return kept.reduce((sum, value) => sum + value, 0) / kept.length
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}

/** Both channels' loudness for `measureVoices`, over the whole file. */
export const rehearsalWindows = (durationMs: number, sampleRateHz: number) =>
  makeLevelWindows({ fromMs: 0, toMs: durationMs, sampleRateHz })
