import type pino from 'pino'
import type { RecorderView } from '../../../shared/contract/workplace.ts'
import type { RecordingSession } from '../../../shared/recording/part-log.ts'
import type { GapCause, MarkerCode } from '../../../shared/recording/slip.ts'
import type { Clock } from '../../clock.ts'
import type { MakeVerifier } from './part-checks.ts'
import type { RecorderConnection } from './recorder-connection.ts'
import type { StartRefusal } from './start-refusals.ts'

export type StartReply = { readonly ok: true; readonly startedAtMs: number } | StartRefusal

/** The recording stood still without being told to; wall clock milliseconds. */
export interface LostRecording {
  readonly recordingId: string
  readonly cause: GapCause
  readonly savedUntilMs: number
}

export type Adoption =
  | { readonly kind: 'resumed' }
  | { readonly kind: 'interrupted'; readonly savedUntilMs: number; readonly cause: GapCause }

/** How long the recorder waits, milliseconds. */
export const recorderWaits = {
  /** For the page to say that its encoder runs: it does so with the first bytes, seconds later on a weak machine. */
  startMs: 10_000,
  /** For more bytes of a part that was told to stop. */
  stopMs: 3_000,
  /** After a restart, for a page that still holds the part; pages come back twice a second. */
  adoptMs: 5_000,
  /** A page whose link broke is back within a second or never. */
  pageGoneMs: 5_000,
  /** For bytes of a page that speaks: its alarm is up after 3 s; longer no encoder was seen to hold back and go on. */
  noBytesMs: 10_000,
  /** For a word of a page whose link stands: its alarm is up long before, and a stall of the machine passes. */
  pageSilentMs: 15_000,
  /** For the last range to be decoded. */
  verifyMs: 10_000,
} as const

export type RecorderWaits = Readonly<Record<keyof typeof recorderWaits, number>>

export interface RecorderDeps {
  readonly rootDirectory: string
  readonly clock: Clock
  /** Calls `tick` about once a second until the answer is called; the only timer of the recorder. */
  readonly everySecond: (tick: () => void) => () => void
  readonly freeBytes: (directory: string) => Promise<number>
  /** Bytes one reception needs, raw and sealed together (electron/disk/room.ts). */
  readonly sessionBytes: () => number
  readonly makeVerifier: MakeVerifier
  readonly onLost: (lost: LostRecording) => void
  /** The host gives the recorder page the room of the open reception; else a person chooses it, and has to recognise it. */
  readonly isRoomGiven: boolean
  readonly log: Pick<pino.Logger, 'info' | 'warn' | 'error'>
  readonly waits?: Partial<RecorderWaits>
  /** Wall clock of the machine's start: tells a power cut from a crash. */
  readonly bootedAtMs?: () => number
}

/** The workstation's side of a live recording: one page, one recording at a time, everything on the disk at once. */
export interface Recorder {
  connect(connection: RecorderConnection): void
  view(): RecorderView
  onChange(listener: (view: RecorderView) => void): () => void
  /** A reception is open: from now on a missing recorder is an alarm. */
  setInSession(inSession: boolean): void
  /** The reception that is open, null = none: a room chosen for another one is let go, and is never recorded. */
  setReception(receptionId: string | null): void
  /** Folder, session.json and part 1 are on the disk before the page is told to encode. A failed start leaves nothing. */
  start(session: RecordingSession): Promise<StartReply>
  /** After a loss: the next part of the same recording. */
  continueAsNewPart(recordingId: string): Promise<StartReply>
  /** Whether a part of it is being recorded right now. */
  isRunning(recordingId: string): boolean
  /** After a restart of the workstation. Rejects where a recording is in hand already, or the workstation closes. */
  adopt(session: RecordingSession): Promise<Adoption>
  /** Resolves when each chunk the page made is on the disk, or the page is gone. Rejects for an unknown recording. */
  stop(recordingId: string): Promise<{ directory: string }>
  mark(code: MarkerCode, atMs?: number): void
  documentInterval(fromMs: number, toMs: number): void
  muteMicrophone(muted: boolean): void
  /** What a person saw in the picture of this choice; false where it is not the present one any more. */
  answerRoom(choiceId: string, isRight: boolean): boolean
  /** Leaves the recording as it is on the disk, for `adopt` after the restart; a part just being started is taken back. */
  close(): Promise<void>
}
