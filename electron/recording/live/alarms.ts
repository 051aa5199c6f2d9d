import { AlarmCode } from '../../../shared/contract/workplace.ts'
import type { SourceCondition } from '../../../shared/recording/recorder-link.ts'
import type { WriteFailure } from '../../../shared/recording/slip.ts'

/** A condition and since when it holds. All times in this file are monotonic milliseconds unless named wall. */
export interface ConditionSince {
  readonly condition: SourceCondition
  readonly sinceMs: number
}

/** Everything the alarms are judged by; `null` = it is not so. */
export interface AlarmFacts {
  /** A recording is on: its part is open, or was lost and is not yet continued. */
  readonly recording: boolean
  /** A reception is open, so that the recorder is needed even before it records. */
  readonly inSession: boolean
  readonly linkLostAtMs: number | null
  readonly lastHeardAtMs: number | null
  /** Last bytes flushed, or the start of the part where none came yet. */
  readonly lastBytesAtMs: number | null
  readonly holeSinceMs: number | null
  readonly corruptRepeatAtMs: number | null
  readonly writeFailure: { readonly code: WriteFailure; readonly atMs: number } | null
  readonly diskLowSinceMs: number | null
  readonly picture: ConditionSince
  readonly citizenSound: ConditionSince
  readonly microphone: ConditionSince
  /** The citizen is heard in the room while the recorded channel is silent. */
  readonly unrecordedSinceMs: number | null
  /** Our own loop stood still: what came meanwhile is being read until then, and nobody is accused of silence. */
  readonly drainingUntilMs: number | null
  readonly decodeErrorsSinceMs: number | null
  readonly heldLimitSinceMs: number | null
  readonly clockJumpAtMs: number | null
  /** No picture at all reaches the encoder, fresh or repeated. */
  readonly stillSinceMs: number | null
  /** The room gives nothing at all, although its tracks live: it died, or nobody moves or speaks (measured: both look alike). */
  readonly deadSinceMs: number | null
  readonly pictureRenewedAtMs: number | null
}

/** An alarm that is up. `wrongAtMs` = when it was last found justified. */
export interface RaisedAlarm {
  readonly code: AlarmCode
  readonly sinceMs: number
  readonly wrongAtMs: number
}

/**
 * Milliseconds a condition must last before its alarm. With a tick a second and a report every half second each
 * alarm is up within 5 s of its cause, so nothing here may exceed 3.5 s.
 */
export const alarmAfterMs = {
  linkLost: 1_500,
  /** The page is there but says nothing; a minimised page still reports once a second. */
  linkSilent: 3_000,
  noNewBytes: 3_000,
  /** Tracks mute for a moment when a tab redraws or a device renegotiates. */
  muted: 1_500,
  /** Design says 5 s of sound; half a second for the report and one for the tick are taken off to be up in time. */
  audibleNotRecorded: 3_500,
  /** A picture is repeated five times a second, or the encoder gets none. */
  pictureStill: 2_500,
  roomStill: 3_000,
} as const

/** A short event stays visible this long. */
const eventShownMs = { corruptRepeat: 10_000, clockChanged: 30_000, pictureRenewed: 30_000 } as const

/** An alarm goes only after its cause was away this long, so that it does not flicker. */
const clearAfterMs = 1_000

/** Alarms that say nothing came. */
const ofSilence: ReadonlySet<AlarmCode> = new Set([
  'recorderLost',
  'noNewBytes',
  'pictureStill',
  'roomStill',
  'audibleNotRecorded',
])

/** From which moment each alarm is justified; null where it is not. May lie in the future. */
const justifiedFrom: Record<AlarmCode, (facts: AlarmFacts, nowMs: number) => number | null> = {
  recorderLost(facts) {
    if (!watched(facts)) return null
    if (facts.linkLostAtMs !== null) return facts.linkLostAtMs + alarmAfterMs.linkLost
    return facts.lastHeardAtMs === null ? null : facts.lastHeardAtMs + alarmAfterMs.linkSilent
  },
  noNewBytes: facts =>
    facts.recording && facts.lastBytesAtMs !== null ? facts.lastBytesAtMs + alarmAfterMs.noNewBytes : null,
  chunkMissing: (facts, nowMs) =>
    facts.holeSinceMs ?? shownFor(facts.corruptRepeatAtMs, eventShownMs.corruptRepeat, nowMs),
  diskFull: failedWrite('diskFull'),
  diskForbidden: failedWrite('diskForbidden'),
  diskReadOnly: failedWrite('diskReadOnly'),
  diskGone: failedWrite('diskGone'),
  fileReplaced: failedWrite('fileReplaced'),
  diskFailed: failedWrite('diskFailed'),
  pictureEnded: facts => sinceEnded(facts.picture, facts),
  pictureMuted: facts => (watched(facts) ? sinceMuted(facts.picture) : null),
  microphoneEnded: facts => sinceEnded(facts.microphone, facts),
  microphoneMutedByDevice: facts => (watched(facts) ? sinceMuted(facts.microphone) : null),
  // A muted citizen track carries nothing either; there is no milder word for it.
  citizenSoundEnded: facts =>
    sinceEnded(facts.citizenSound, facts) ?? (watched(facts) ? sinceMuted(facts.citizenSound) : null),
  audibleNotRecorded: facts =>
    facts.recording && facts.unrecordedSinceMs !== null
      ? facts.unrecordedSinceMs + alarmAfterMs.audibleNotRecorded
      : null,
  pictureStill: facts =>
    facts.recording && facts.stillSinceMs !== null ? facts.stillSinceMs + alarmAfterMs.pictureStill : null,
  roomStill: facts =>
    facts.recording && facts.deadSinceMs !== null ? facts.deadSinceMs + alarmAfterMs.roomStill : null,
  decodeErrors: facts => facts.decodeErrorsSinceMs,
  heldLimitReached: facts => facts.heldLimitSinceMs,
  diskLow: facts => (watched(facts) ? facts.diskLowSinceMs : null),
  pictureRenewed: (facts, nowMs) => shownFor(facts.pictureRenewedAtMs, eventShownMs.pictureRenewed, nowMs),
  clockChanged: (facts, nowMs) => shownFor(facts.clockJumpAtMs, eventShownMs.clockChanged, nowMs),
}

/** The alarms after the ones of before, in order of urgency. Pure: facts and time in, alarms out. */
export function nextAlarms(before: readonly RaisedAlarm[], facts: AlarmFacts, nowMs: number): readonly RaisedAlarm[] {
  return AlarmCode.options.flatMap(code => {
    const raised = before.find(alarm => alarm.code === code)
    if (ofSilence.has(code) && facts.drainingUntilMs !== null && nowMs < facts.drainingUntilMs) {
      return raised ? [raised] : []
    }
    const fromMs = justifiedFrom[code](facts, nowMs)
    if (fromMs !== null && fromMs <= nowMs) {
      return [{ code, sinceMs: raised?.sinceMs ?? fromMs, wrongAtMs: nowMs }]
    }
    // A filled hole is whole again at once; everything else must stay right for a moment.
    const lastsMs = code === 'chunkMissing' ? 0 : clearAfterMs
    return raised && nowMs - raised.wrongAtMs < lastsMs ? [raised] : []
  })
}

/** A name of its own for each cause: «no space» sends people to delete files that are not in the way. */
function failedWrite(code: WriteFailure) {
  return ({ writeFailure }: AlarmFacts): number | null => (writeFailure?.code === code ? writeFailure.atMs : null)
}

const watched = (facts: AlarmFacts): boolean => facts.recording || facts.inSession

/** Before the recording a source that was never chosen is not armed, which is no alarm; one that ended is. */
function sinceEnded({ condition, sinceMs }: ConditionSince, facts: AlarmFacts): number | null {
  if (condition === 'ended') return watched(facts) ? sinceMs : null
  return condition === 'absent' && facts.recording ? sinceMs : null
}

const sinceMuted = ({ condition, sinceMs }: ConditionSince): number | null =>
  condition === 'muted' ? sinceMs + alarmAfterMs.muted : null

const shownFor = (atMs: number | null, durationMs: number, nowMs: number): number | null =>
  atMs !== null && nowMs - atMs < durationMs ? atMs : null
