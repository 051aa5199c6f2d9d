import type { RecordingSession } from '../../../shared/recording/part-log.ts'
import type { RecorderStatus } from '../../../shared/recording/recorder-link.ts'
import type { GapCause, MarkerCode } from '../../../shared/recording/slip.ts'
import type { RaisedAlarm } from './alarms.ts'
import { type FrameCounts, frameCounts, framesSince } from './frame-counter.ts'
import type { LivePart } from './live-part.ts'
import type { ShownRecording } from './recorder-view.ts'
import type { SessionJournal } from './session-journal.ts'

/** `lost`: between two parts, or after the last one; nothing is being recorded. */
export type LivePhase = 'starting' | 'recording' | 'stopping' | 'lost'

/** Why a part ended without a regular stop while the workstation was there. */
export type LossCause = Extract<GapCause, 'recorderLost' | 'encoderFailed' | 'diskFull'>

/** The recording of the reception in hand: its parts so far, and the lines the workstation writes by itself. */
export interface LiveRecording {
  readonly session: RecordingSession
  readonly directory: string
  readonly journal: SessionJournal
  phase: LivePhase
  part: LivePart | null
  lastPartNumber: number
  /** The end of the part before, still being written. */
  ending: Promise<void>
  /** Ends a wait for the page (start or stop) with what went wrong. */
  interruptWait: ((cause: LossCause) => void) | null
  /** Takes leave of the current part; what it held is kept for the view. */
  leavePart(): void
  shown(): ShownRecording | null
  savedUntilMs(): number
  /** Bytes on the disk over all parts. */
  bytes(): number
  /** Monotonic milliseconds. */
  lastBytesAtMs(): number | null
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
  /** What an adopted recording brings along. */
  readonly before: {
    readonly lastPartNumber: number
    readonly startedAtMs: number | null
    readonly savedUntilMs: number | null
    readonly bytes: number
  }
}

const pictureAlarms: ReadonlySet<string> = new Set(['pictureEnded', 'pictureMuted'])
const microphoneAlarms: ReadonlySet<string> = new Set(['microphoneEnded', 'microphoneMutedByDevice'])

export function makeLiveRecording({ session, directory, journal, before }: LiveRecordingBegin): LiveRecording {
  let startedAtMs = before.startedAtMs
  let savedUntilMs = before.savedUntilMs
  let provenUntilMs: number | null = null
  let earlierBytes = before.bytes
  let lastBytesAtMs: number | null = null
  let isMicrophoneMuted = false
  let isPictureLost = false
  let isMicrophoneLost = false
  let countedFrom: FrameCounts | null = null

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

  const live: LiveRecording = {
    session,
    directory,
    journal,
    phase: 'lost',
    part: null,
    lastPartNumber: before.lastPartNumber,
    ending: Promise.resolve(),
    interruptWait: null,
    leavePart() {
      const { part } = live
      if (!part) return
      const facts = part.facts()
      savedUntilMs = facts.savedUntilWallMs ?? savedUntilMs
      provenUntilMs = facts.provenUntilWallMs ?? provenUntilMs
      lastBytesAtMs = facts.lastBytesAtMs
      earlierBytes += part.byteLength()
      live.part = null
    },
    savedUntilMs: () =>
      live.part?.facts().savedUntilWallMs ?? savedUntilMs ?? startedAtMs ?? Date.parse(session.startedAt),
    bytes: () => earlierBytes + (live.part?.byteLength() ?? 0),
    lastBytesAtMs: () => live.part?.facts().lastBytesAtMs ?? lastBytesAtMs,
    shown() {
      if (startedAtMs === null) return null
      const facts = live.part?.facts()
      return {
        recordingId: session.recordingId,
        receptionId: session.receptionId,
        partNumber: Math.max(1, live.lastPartNumber),
        startedAtMs,
        savedUntilMs: facts?.savedUntilWallMs ?? savedUntilMs,
        provenUntilMs: facts?.provenUntilWallMs ?? provenUntilMs,
        bytes: live.bytes(),
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
  return live
}
