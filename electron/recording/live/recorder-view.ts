import type { RecorderView } from '../../../shared/contract/workplace.ts'
import type { RaisedAlarm } from './alarms.ts'
import type { RecorderPage } from './recorder-pages.ts'

export type NotArmedReason = NonNullable<RecorderView['notArmedBecause']>

/**
 * Why a recording of this reception cannot begin now; null = it can. In the order in which it must be repaired.
 * `receptionId` is null where none is open.
 */
export function notArmedBecause(
  page: RecorderPage | null,
  hasRoom: boolean,
  receptionId: string | null,
): NotArmedReason | null {
  if (!page) return 'noPage'
  const { picture, citizenSound, microphone } = page.sources
  if (picture.condition === 'absent' && citizenSound.condition === 'absent') return 'noSources'
  const chosenFor = page.sources.status?.chosenFor ?? null
  if (chosenFor !== null && receptionId !== null && chosenFor !== receptionId) return 'otherReception'
  if (picture.condition !== 'live') return 'pictureLost'
  if (citizenSound.condition !== 'live') return 'noCitizenSound'
  if (microphone.condition !== 'live') return 'noMicrophone'
  return hasRoom ? null : 'noRoom'
}

/** A recording as the view shows it; wall clock milliseconds. */
export interface ShownRecording {
  readonly recordingId: string
  readonly receptionId: string
  readonly partNumber: number
  readonly startedAtMs: number
  readonly savedUntilMs: number | null
  readonly provenUntilMs: number | null
  readonly bytes: number
}

export interface ViewSources {
  readonly page: RecorderPage | null
  readonly recording: ShownRecording | null
  readonly alarms: readonly RaisedAlarm[]
  readonly roomInReceptions: number
  /** The reception that is open; null = none. */
  readonly receptionId: string | null
  readonly unrecognisedChoiceId: string | null
  /** Turns monotonic into wall clock milliseconds. */
  readonly wallMs: (monotonicMs: number) => number
}

const digitalSilenceDb = -120
const iso = (wallMs: number): string => new Date(wallMs).toISOString()

/** Draws the view together. Pure. */
export function recorderView(sources: ViewSources): RecorderView {
  const { page, recording, alarms, roomInReceptions, receptionId, wallMs } = sources
  const reason = notArmedBecause(page, roomInReceptions > 0, receptionId)
  const status = page?.sources.status ?? null
  return {
    connected: page !== null,
    armed: reason === null,
    notArmedBecause: reason,
    unrecognisedChoiceId: sources.unrecognisedChoiceId,
    picture: page?.sources.picture.condition ?? 'absent',
    citizenSound: page?.sources.citizenSound.condition ?? 'absent',
    microphone: page?.sources.microphone.condition ?? 'absent',
    microphoneMuted: status?.microphoneMuted ?? false,
    citizenLevelDb: status?.citizenLevelDb ?? digitalSilenceDb,
    specialistLevelDb: status?.specialistLevelDb ?? digitalSilenceDb,
    voiceHeard: page?.sources.voice?.isVoice ?? false,
    recording: recording && {
      recordingId: recording.recordingId,
      receptionId: recording.receptionId,
      partNumber: recording.partNumber,
      startedAt: iso(recording.startedAtMs),
      savedUntil: recording.savedUntilMs === null ? null : iso(recording.savedUntilMs),
      provenUntil: recording.provenUntilMs === null ? null : iso(recording.provenUntilMs),
      bytes: recording.bytes,
    },
    alarms: alarms.map(({ code, sinceMs }) => ({ code, since: iso(wallMs(sinceMs)) })),
    roomInReceptions,
  }
}
