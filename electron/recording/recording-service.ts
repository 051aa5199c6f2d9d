import { randomUUID } from 'node:crypto'
import type pino from 'pino'
import type { Session } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { RecordingSession } from '../../shared/recording/part-log.ts'
import type { GapCause, Manifest, MarkerCode, Slip } from '../../shared/recording/slip.ts'
import type { Clock } from '../clock.ts'
import type { Recorder } from './live/recorder.ts'
import { type RecordingIdentity, recordingSession } from './recording-session.ts'
import { makeSealQueue } from './seal-queue.ts'

/** The recording rows, as far as this service needs them. */
export interface RecordingRows {
  /** Before the first byte: this recording is ours, whatever happens before its row is written. */
  noteBegun(session: RecordingSession): void
  /**
   * What the database knows of a folder: a row of it at this very place, only that it was begun here, or nothing
   * (`found`: somebody else may have put it there).
   */
  standingOf(folder: { session: RecordingSession; directory: string }): 'known' | 'begun' | 'found'
  insert(row: { session: RecordingSession; directory: string; author: Session }): void
  /** The recording of this reception that is still being made. */
  live(): { session: RecordingSession; directory: string } | null
  known(recordingId: string): boolean
  setState(recordingId: string, state: 'sealing' | 'sealFailed', trouble: string | null): void
  setSealed(recordingId: string, sealed: { manifest: Manifest; slip: Slip }): void
}

export interface UnsealedFolder {
  readonly session: RecordingSession
  readonly directory: string
  readonly isHeld: boolean
}

export interface RecordingServiceDeps {
  readonly recorder: Recorder
  readonly rows: RecordingRows
  readonly seal: (directory: string, signal: AbortSignal) => Promise<{ manifest: Manifest; slip: Slip }>
  /** Of this workplace; `isHeld`: somebody has the folder in hand. */
  readonly findUnsealed: () => Promise<readonly UnsealedFolder[]>
  /** Milliseconds until a folder that was in somebody's hand at the start is looked at again. */
  readonly heldLookAgainMs?: number
  readonly directoryOf: (session: RecordingSession) => string
  readonly session: () => Session | null
  readonly identity: RecordingIdentity
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
  readonly log: pino.Logger
}

/** What was lost when a recording stopped without being told to. */
export interface Interruption {
  readonly recordingId: string
  readonly receptionId: string
  readonly savedUntilMs: number
  readonly cause: GapCause
}

/** Ties receptions to recordings: begin, go on after a loss, finish, seal (п. 3.6). */
export interface RecordingService {
  /** Starts the recording of a reception, or confirms that it already runs. Nothing is kept of a start that failed. */
  begin(receptionId: string): Promise<Reply<{ recordingId: string; startedAtMs: number }>>
  /** Goes on as a new part where the recorder stands still; a running recording is left alone. */
  continueFor(receptionId: string): Promise<Reply<null>>
  /** Stops and hands over to the seal; returns when every chunk is on disk, not when the seal is done. */
  finish(receptionId: string): Promise<void>
  mark(code: MarkerCode, atMs?: number): void
  documentInterval(fromMs: number, toMs: number): void
  /** The room of a reception was lost, or entered again: kept where that reception is recorded, nowhere else. */
  noteRoom(receptionId: string, room: 'lost' | 'entered', atMs: number): void
  /** Seals a recording of ours that lies whole on the disk; nothing for one that waits for it already. */
  seal(recordingId: string, directory: string): void
  /** At start: seals what lies about and takes up the recording of a reception still live; null = nothing was lost. */
  takeUp(isReceptionLive: (receptionId: string) => boolean): Promise<Interruption | null>
  close(): Promise<void>
}

const usualHeldLookAgainMs = 5_000

export function makeRecordingService(deps: RecordingServiceDeps): RecordingService {
  const { recorder, rows, clock, log, heldLookAgainMs = usualHeldLookAgainMs } = deps
  let closed = false
  let lookingAgain: NodeJS.Timeout | undefined
  let looked: Promise<void> = Promise.resolve()
  const queue = makeSealQueue({
    seal: deps.seal,
    onState: (recordingId, state) => {
      if (state.kind === 'sealed') rows.setSealed(recordingId, state)
      else rows.setState(recordingId, state.kind, state.kind === 'sealFailed' ? state.trouble : null)
      deps.announce({ kind: 'recordingChanged', recordingId })
      deps.announce({ kind: 'journalChanged' })
    },
    log,
  })

  /** Until it is known what of the last run goes on, no recording is begun or ended. */
  let takenUp: Promise<void> = Promise.resolve()
  const { promise: whenTakenUp, resolve: noteTakenUp } = Promise.withResolvers<void>()

  const runningFor = (receptionId: string) => {
    const live = rows.live()
    return live?.session.receptionId === receptionId ? live : null
  }

  function sessionFor(receptionId: string, who: Session): RecordingSession {
    const startedAt = new Date(clock.nowMs()).toISOString()
    return recordingSession(who, { recordingId: randomUUID(), receptionId, startedAt }, deps.identity)
  }

  function sealFound({ session, directory }: UnsealedFolder, who: Session): void {
    const { recordingId } = session
    const standing = rows.standingOf({ session, directory })
    // Never into the journal by itself: a person decides about what was found.
    if (standing === 'found') return
    if (standing === 'begun') rows.insert({ session, directory, author: who })
    log.warn({ recordingId }, 'unsealed recording found, sealing it')
    queue.add(recordingId, directory)
  }

  /** A workstation that was killed may take longer to be gone than the next one to start. */
  function lookAgainAt(held: ReadonlySet<string>, who: Session): void {
    if (held.size === 0 || closed) return
    lookingAgain = setTimeout(() => {
      looked = look(held, who).catch(error => {
        log.error({ error: error instanceof Error ? error.message : String(error) }, 'held recordings not looked at')
        lookAgainAt(held, who)
      })
    }, heldLookAgainMs)
  }

  async function look(held: ReadonlySet<string>, who: Session): Promise<void> {
    const still = new Set<string>()
    for (const found of await deps.findUnsealed()) {
      const { recordingId } = found.session
      if (!held.has(recordingId) || closed) continue
      if (found.isHeld) still.add(recordingId)
      else sealFound(found, who)
    }
    lookAgainAt(still, who)
  }

  async function takeUp(isReceptionLive: (receptionId: string) => boolean): Promise<Interruption | null> {
    const who = deps.session()
    if (!who) return null
    const left = rows.live()
    // The page that still holds chunks is waiting: first of all it is answered.
    const adopting = left ? recorder.adopt(left.session) : null
    // Judged where it is awaited; until then a refusal must not end the process.
    adopting?.catch(() => undefined)
    const held = new Set<string>()
    for (const found of await deps.findUnsealed()) {
      const { recordingId } = found.session
      if (recordingId === left?.session.recordingId) continue
      if (found.isHeld) held.add(recordingId)
      else sealFound(found, who)
    }
    lookAgainAt(held, who)
    const adopted = await adopting
    if (!left || !adopted) return null
    const { recordingId, receptionId } = left.session
    if (!isReceptionLive(receptionId)) {
      // The talk had ended when the last run died: what the page still holds is taken in, then it is sealed.
      await recorder.stop(recordingId)
      queue.add(recordingId, left.directory)
      return null
    }
    return adopted.kind === 'resumed' ? null : { recordingId, receptionId, ...adopted }
  }

  return {
    async begin(receptionId) {
      await takenUp
      const who = deps.session()
      if (!who) return refused('notAllowed', 'Сначала укажите, кто работает за этим рабочим местом.')
      const live = rows.live()
      if (live && live.session.receptionId !== receptionId) {
        return refused('recordingNotStarted', 'Ещё идёт запись другого приёма. Завершите его, затем начните этот.')
      }
      if (live) {
        return done({ recordingId: live.session.recordingId, startedAtMs: Date.parse(live.session.startedAt) })
      }
      const session = sessionFor(receptionId, who)
      rows.noteBegun(session)
      const started = await recorder.start(session)
      if (!started.ok) return refused(started.code, started.hint)
      // The row comes second: a recording without a row is found on disk at the next start, a row without one would lie.
      rows.insert({ session, directory: deps.directoryOf(session), author: who })
      deps.announce({ kind: 'recordingChanged', recordingId: session.recordingId })
      return done({ recordingId: session.recordingId, startedAtMs: started.startedAtMs })
    },

    async continueFor(receptionId) {
      await takenUp
      const live = runningFor(receptionId)
      if (!live) return refused('recordingNotStarted', 'Запись этого приёма уже завершена.')
      if (recorder.isRunning(live.session.recordingId)) return done(null)
      const started = await recorder.continueAsNewPart(live.session.recordingId)
      return started.ok ? done(null) : refused(started.code, started.hint)
    },

    async finish(receptionId) {
      await takenUp
      const live = runningFor(receptionId)
      if (!live) return
      await recorder.stop(live.session.recordingId)
      queue.add(live.session.recordingId, live.directory)
    },

    mark: (code, atMs) => recorder.mark(code, atMs),
    documentInterval: (fromMs, toMs) => recorder.documentInterval(fromMs, toMs),
    noteRoom(receptionId, room, atMs) {
      // A recording of the run before is known to the recorder only once it is taken up.
      void whenTakenUp.then(() => {
        if (runningFor(receptionId)) recorder.mark(room === 'lost' ? 'roomLost' : 'roomEntered', atMs)
      })
    },

    seal: (recordingId, directory) => {
      if (!closed) queue.add(recordingId, directory)
    },

    takeUp(isReceptionLive) {
      const taking = takeUp(isReceptionLive)
      takenUp = taking.then(
        () => undefined,
        () => undefined,
      )
      void takenUp.then(noteTakenUp)
      return taking
    },

    async close() {
      closed = true
      clearTimeout(lookingAgain)
      await looked
      await queue.close()
    },
  }
}
