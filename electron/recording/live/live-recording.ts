import type { RecordingSession } from '../../../shared/recording/part-log.ts'
import type { RecorderStatus } from '../../../shared/recording/recorder-link.ts'
import type { GapCause, MarkerCode, WriteFailure } from '../../../shared/recording/slip.ts'
import type { RaisedAlarm } from './alarms.ts'
import type { HeldFolder } from './folder-lock.ts'
import { type FrameCounts, frameCounts, framesSince } from './frame-counter.ts'
import type { LivePart } from './live-part.ts'
import type { ShownRecording } from './recorder-view.ts'
import type { SessionJournal } from './session-journal.ts'

/** Why a part ended without a regular stop while the workstation was there. */
export type LossCause = Extract<GapCause, 'recorderLost' | 'encoderFailed' | WriteFailure>

/**
 * The recording of the reception in hand: what its parts so far held, and the lines the workstation writes by itself.
 * Which part is open is told each time, null = none (lifecycle/).
 */
export interface LiveRecording {
  readonly session: RecordingSession
  readonly directory: string
  readonly journal: SessionJournal
  readonly folder: HeldFolder
  /** Takes leave of a part; what it held is kept for the view. */
  keep(part: LivePart): void
  /** `parts`: number of the last part. */
  shown(part: LivePart | null, parts: number): ShownRecording | null
  savedUntilMs(part: LivePart | null): number
  /** Bytes on the disk over all parts. */
  bytes(part: LivePart | null): number
  /** Monotonic milliseconds. */
  lastBytesAtMs(part: LivePart | null): number | null
  noteFirstStart(startedAtMs: number): void
  noteMicrophoneMuted(muted: boolean, atMs: number): void
  /** Markers of lost and restored sources; `nowMs` is wall clock. */
  noteAlarms(alarms: readonly RaisedAlarm[], wallMs: (monotonicMs: number) => number, nowMs: number): void
  /** Counts frames from this report on. */
  countFramesFrom(status: RecorderStatus | null): void
  writeFrames(status: RecorderStatus | null, atMs: number): Promise<unknown>
}

export interface LiveRecordingBegin {
  readonly session: RecordingSession
  readonly directory: string
  readonly journal: SessionJournal
  readonly folder: HeldFolder
  /** What an adopted recording brings along. */
  readonly before: {
    readonly startedAtMs: number | null
    readonly savedUntilMs: number | null
    readonly bytes: number
  }
}

const pictureAlarms: ReadonlySet<string> = new Set(['pictureEnded', 'pictureMuted', 'pictureStill'])
const microphoneAlarms: ReadonlySet<string> = new Set(['microphoneEnded', 'microphoneMutedByDevice'])

export function makeLiveRecording({ session, directory, journal, folder, before }: LiveRecordingBegin): LiveRecording {
  let startedAtMs = before.startedAtMs
  let savedUntilMs = before.savedUntilMs
  let provenUntilMs: number | null = null
  let earlierBytes = before.bytes
  let lastBytesAtMs: number | null = null
  let isMicrophoneMuted = false
  let isPictureLost = false
  let isMicrophoneLost = false
  let countedFrom: FrameCounts | null = null

  const bytes = (part: LivePart | null): number => earlierBytes + (part?.byteLength() ?? 0)
  const mark = (code: MarkerCode, atMs: number) => void journal.write({ kind: 'marker', code, atMs })

  /** Writes the pair of markers around the time in which one of `codes` is up; returns whether it is. */
  function lossMarkers(
    wasLost: boolean,
    alarm: RaisedAlarm | undefined,
    codes: readonly [lost: MarkerCode, restored: MarkerCode],
    wallMs: (monotonicMs: number) => number,
    nowMs: number,
  ): boolean {
    if (alarm && !wasLost) mark(codes[0], wallMs(alarm.sinceMs))
    if (!alarm && wasLost) mark(codes[1], nowMs)
    return alarm !== undefined
  }

  return {
    session,
    directory,
    journal,
    folder,
    keep(part) {
      const facts = part.facts()
      savedUntilMs = facts.savedUntilWallMs ?? savedUntilMs
      provenUntilMs = facts.provenUntilWallMs ?? provenUntilMs
      lastBytesAtMs = facts.lastBytesAtMs
      earlierBytes += part.byteLength()
    },
    savedUntilMs: part =>
      part?.facts().savedUntilWallMs ?? savedUntilMs ?? startedAtMs ?? Date.parse(session.startedAt),
    bytes,
    lastBytesAtMs: part => part?.facts().lastBytesAtMs ?? lastBytesAtMs,
    shown(part, parts) {
      if (startedAtMs === null) return null
      const facts = part?.facts()
      return {
        recordingId: session.recordingId,
        receptionId: session.receptionId,
        partNumber: Math.max(1, parts),
        startedAtMs,
        savedUntilMs: facts?.savedUntilWallMs ?? savedUntilMs,
        provenUntilMs: facts?.provenUntilWallMs ?? provenUntilMs,
        bytes: bytes(part),
      }
    },
    noteFirstStart(atMs) {
      startedAtMs ??= atMs
    },
    noteMicrophoneMuted(muted, atMs) {
      if (muted === isMicrophoneMuted) return
      isMicrophoneMuted = muted
      mark(muted ? 'microphoneMuted' : 'microphoneUnmuted', atMs)
    },
    noteAlarms(alarms, wallMs, nowMs) {
      const picture = alarms.find(alarm => pictureAlarms.has(alarm.code))
      const microphone = alarms.find(alarm => microphoneAlarms.has(alarm.code))
      isPictureLost = lossMarkers(isPictureLost, picture, ['pictureLost', 'pictureRestored'], wallMs, nowMs)
      isMicrophoneLost = lossMarkers(
        isMicrophoneLost,
        microphone,
        ['microphoneLost', 'microphoneRestored'],
        wallMs,
        nowMs,
      )
    },
    countFramesFrom(status) {
      countedFrom = status && frameCounts(status)
    },
    async writeFrames(status, atMs) {
      if (!status) return
      const now = frameCounts(status)
      const counted = countedFrom && framesSince(countedFrom, now)
      countedFrom = now
      // After a restart the first report only sets the mark.
      if (counted) await journal.write({ kind: 'frames', atMs, ...counted })
    },
  }
}
