import type { RecorderStatus, SourceCondition } from '../../../shared/recording/recorder-link.ts'
import { voiceSettings } from '../../../shared/recording/settings.ts'
import type { ConditionSince } from './alarms.ts'

/** What the reports of one recorder page add up to. Times are monotonic milliseconds. */
export interface SourceFacts {
  readonly picture: ConditionSince
  readonly citizenSound: ConditionSince
  readonly microphone: ConditionSince
  readonly unrecordedSinceMs: number | null
  /** Last moment the citizen was heard in the room while the recorded channel was silent. */
  readonly unrecordedHeardAtMs: number | null
  readonly heldLimitSinceMs: number | null
  /** Since when no picture at all was written, fresh or repeated. */
  readonly stillSinceMs: number | null
  /** Since when the room gives neither a new picture nor the least sound, although nobody ended it. */
  readonly deadSinceMs: number | null
  readonly voice: Voice | null
  readonly status: RecorderStatus | null
}

/** Sound in the room that goes on; `isVoice` once it lasted as long as words do. */
interface Voice {
  readonly sinceMs: number
  readonly heardAtMs: number
  readonly isVoice: boolean
}

/** «Слышно»: the room carries sound; «не записывается»: the left channel is silent. dBFS. */
const audibleDb = -45
const silentDb = -70
/** Not a single sample other than zero. */
const nothingDb = -119
/** Pauses in speech shorter than this do not end a stretch of unrecorded sound. */
const speechPauseMs = 2_000

/** Before the first report of a page. */
export function noSources(nowMs: number): SourceFacts {
  const absent = { condition: 'absent', sinceMs: nowMs } as const
  return {
    picture: absent,
    citizenSound: absent,
    microphone: absent,
    unrecordedSinceMs: null,
    unrecordedHeardAtMs: null,
    heldLimitSinceMs: null,
    stillSinceMs: null,
    deadSinceMs: null,
    voice: null,
    status: null,
  }
}

/** Adds one report. Pure. */
export function afterStatus(
  facts: SourceFacts,
  status: RecorderStatus,
  nowMs: number,
  heldLimitBytes: number,
): SourceFacts {
  return {
    picture: conditionSince(facts.picture, status.picture, nowMs),
    citizenSound: conditionSince(facts.citizenSound, status.citizenSound, nowMs),
    microphone: conditionSince(facts.microphone, status.microphone, nowMs),
    ...unrecorded(facts, status, nowMs),
    // Down again only when half of it is gone.
    heldLimitSinceMs:
      facts.heldLimitSinceMs !== null && status.heldBytes >= heldLimitBytes / 2 ? facts.heldLimitSinceMs : null,
    ...motionless(facts, status, nowMs),
    voice: voiceAfter(facts.voice, status.citizenSourceLevelDb, nowMs),
    status,
  }
}

function conditionSince(before: ConditionSince, condition: SourceCondition, nowMs: number): ConditionSince {
  return before.condition === condition ? before : { condition, sinceMs: nowMs }
}

function unrecorded(facts: SourceFacts, status: RecorderStatus, nowMs: number) {
  const isSilent = status.citizenLevelDb <= silentDb
  const isAudible = status.citizenSourceLevelDb > audibleDb
  if (isSilent && isAudible) {
    return { unrecordedSinceMs: facts.unrecordedSinceMs ?? nowMs, unrecordedHeardAtMs: nowMs }
  }
  const inPause = isSilent && facts.unrecordedHeardAtMs !== null && nowMs - facts.unrecordedHeardAtMs < speechPauseMs
  return inPause
    ? { unrecordedSinceMs: facts.unrecordedSinceMs, unrecordedHeardAtMs: facts.unrecordedHeardAtMs }
    : { unrecordedSinceMs: null, unrecordedHeardAtMs: null }
}

function motionless(facts: SourceFacts, status: RecorderStatus, nowMs: number) {
  const before = facts.status
  const written = ({ freshFrames, repeatedFrames, placeholderFrames }: RecorderStatus): number =>
    freshFrames + repeatedFrames + placeholderFrames
  const isStill = before !== null && written(status) === written(before)
  const isDead =
    before !== null &&
    status.freshFrames === before.freshFrames &&
    status.citizenSourceLevelDb <= nothingDb &&
    status.picture === 'live' &&
    status.citizenSound === 'live'
  return {
    stillSinceMs: isStill ? (facts.stillSinceMs ?? nowMs) : null,
    deadSinceMs: isDead ? (facts.deadSinceMs ?? nowMs) : null,
  }
}

function voiceAfter(before: Voice | null, levelDb: number, nowMs: number): Voice | null {
  const { audibleDb, heardMs, pauseMs, shownMs } = voiceSettings
  const keptMs = before?.isVoice ? shownMs : pauseMs
  const kept = before !== null && nowMs - before.heardAtMs <= keptMs ? before : null
  if (levelDb <= audibleDb) return kept
  const sinceMs = kept?.sinceMs ?? nowMs
  return { sinceMs, heardAtMs: nowMs, isVoice: kept?.isVoice === true || nowMs - sinceMs >= heardMs }
}
