import { levelWindowMs } from '../../../shared/media/level-windows.ts'
import type { Stretch } from '../../../shared/media/stretch.ts'
import {
  coverageOf,
  freshStretches,
  heardStretches,
  joinedOver,
  standInMs,
  withoutHoles,
} from '../../../shared/recording/coverage.ts'
import type { CheckedRange, SessionLogLine } from '../../../shared/recording/part-log.ts'
import { recorderSettings } from '../../../shared/recording/settings.ts'
import type { Coverage, SlipThresholds, TrackCoverage } from '../../../shared/recording/slip.ts'
import type { TimeLine } from '../../../shared/recording/time-line.ts'
import type { Measured } from '../../../shared/recording/verdict.ts'
import type { PartReading } from './read-part.ts'

export interface TalkFacts {
  readonly sessionLog: readonly SessionLogLine[]
  /** The parts of the sealed file, in order, and what was decoded of each. */
  readonly parts: readonly { readonly reading: PartReading; readonly ranges: readonly CheckedRange[] }[]
  readonly timeLine: TimeLine
  readonly thresholds: SlipThresholds
}

type TalkMeasures = { readonly coverage: Coverage } & Pick<
  Measured,
  | 'pictureMissingMs'
  | 'standInMs'
  | 'nobodyHeardMs'
  | 'citizenLostMs'
  | 'specialistLostMs'
  | 'talkStartMissingMs'
  | 'talkEndMissingMs'
>

/** Measures each track against the talk as the reception's events tell it. */
export function measureTalk({ sessionLog, parts, timeLine, thresholds }: TalkFacts): TalkMeasures {
  const { zeroAtMs, wallClockMs } = timeLine
  const media: Stretch[] = []
  const picture: Stretch[] = []
  const sound: Stretch[] = []
  const citizen: Stretch[] = []
  const specialist: Stretch[] = []
  for (const [index, { reading, ranges }] of parts.entries()) {
    const offsetMs = timeLine.parts[index]?.offsetMs ?? 0
    const whole = { startMs: 0, endMs: reading.mediaMs }
    const placed = ({ startMs, endMs }: Stretch) => ({ startMs: startMs + offsetMs, endMs: endMs + offsetMs })
    media.push(placed(whole))
    for (const one of withoutHoles(whole, reading.pictureHoles.holes)) picture.push(placed(one))
    for (const one of withoutHoles(whole, reading.audioHoles.holes)) sound.push(placed(one))
    for (const range of [...ranges].sort((one, other) => one.fromMs - other.fromMs)) {
      const heard = { fromMs: range.fromMs + offsetMs, windowMs: levelWindowMs, levelDb: thresholds.silenceLevelDb }
      for (const one of heardStretches(range.citizenDb, heard)) citizen.push(one)
      for (const one of heardStretches(range.specialistDb, heard)) specialist.push(one)
    }
  }
  // Where the clock was set, the moments of the events say nothing about the media.
  const isClockSure = parts.every(({ reading }) => reading.clockSteps.length === 0)
  const talk = isClockSure ? talkOf(sessionLog, zeroAtMs) : null
  const file = { startMs: 0, endMs: wallClockMs }
  const of = (present: readonly Stretch[]): TrackCoverage => coverageOf(present, talk ?? file)
  const spoken = (heard: readonly Stretch[]) => joinedOver(heard, thresholds.speechPauseMs)
  const frames = sessionLog.filter(line => line.kind === 'frames')
  const anybody = [...citizen, ...specialist].sort((one, other) => one.startMs - other.startMs)
  const start = talk && timeLine.parts.length > 0 ? coverageOf(media, talk) : null
  return {
    coverage: {
      talk,
      picture: of(picture),
      freshPicture: frames.length === 0 || !isClockSure ? null : of(freshStretches(frames, zeroAtMs)),
      sound: of(sound),
      citizenVoice: of(spoken(citizen)),
      specialistVoice: of(spoken(specialist)),
    },
    pictureMissingMs: parts.reduce((sum, { reading }) => sum + reading.pictureHoles.totalMs, 0),
    standInMs: standInMs(frames, { zeroAtMs, stillRepeatMs: recorderSettings.stillRepeatMs }),
    nobodyHeardMs: longestSilence(spoken(anybody), media),
    citizenLostMs: longerEdge(spoken(citizen), media),
    specialistLostMs: longerEdge(spoken(specialist), media),
    talkStartMissingMs: start?.leadingMs ?? 0,
    // A broken end is a gap with its cause already.
    talkEndMissingMs: start && timeLine.parts.at(-1)?.stoppedAtMs !== null ? start.trailingMs : 0,
  }
}

/** The talk on the time line by the events that were marked; null where its beginning or end was not. */
function talkOf(sessionLog: readonly SessionLogLine[], zeroAtMs: number): Stretch | null {
  const markers = sessionLog.filter(line => line.kind === 'marker')
  const connected = markers.find(({ code }) => code === 'connected')
  const ended =
    markers.findLast(({ code }) => code === 'ended') ?? sessionLog.findLast(line => line.kind === 'finished')
  if (!connected || !ended || ended.atMs <= connected.atMs) return null
  return { startMs: connected.atMs - zeroAtMs, endMs: ended.atMs - zeroAtMs }
}

/** Of what was recorded; a break between the parts is told by itself. */
const recordedOf = (media: readonly Stretch[]): Stretch => ({
  startMs: media[0]?.startMs ?? 0,
  endMs: media.at(-1)?.endMs ?? 0,
})

const longestSilence = (heard: readonly Stretch[], media: readonly Stretch[]): number =>
  coverageOf(heard, recordedOf(media)).longestHoleMs

function longerEdge(heard: readonly Stretch[], media: readonly Stretch[]): number {
  const { leadingMs, trailingMs } = coverageOf(heard, recordedOf(media))
  return Math.max(leadingMs, trailingMs)
}
