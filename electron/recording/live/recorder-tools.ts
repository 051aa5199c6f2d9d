import type pino from 'pino'
import type { RecorderStatus, ToRecorder } from '../../../shared/recording/recorder-link.ts'
import type { Clock } from '../../clock.ts'
import { type Deadlines, makeDeadlines } from './deadlines.ts'
import { errorText } from './durable-files.ts'
import type { LiveRecording } from './live-recording.ts'
import type { RecorderWaits } from './recorder-api.ts'
import type { RecorderPages } from './recorder-pages.ts'
import type { RecorderWatch } from './recorder-watch.ts'
import { makeReserve, type Reserve } from './reserve.ts'
import { openSessionJournal, type SessionJournal } from './session-journal.ts'

/** What one recorder has in hand; all its topics read and write the same one. */
export interface RecorderHand {
  live: LiveRecording | null
  /** The workstation is going down: nothing new begins, what is open stays as it lies. */
  closing: boolean
}

/** What every topic of the recorder works with. */
export interface RecorderTools {
  readonly rootDirectory: string
  readonly clock: Clock
  readonly log: Pick<pino.Logger, 'info' | 'warn' | 'error'>
  readonly waits: RecorderWaits
  readonly hand: RecorderHand
  readonly watch: RecorderWatch
  readonly reserve: Reserve
  readonly deadlines: Deadlines
  pages(): RecorderPages
  /** To the present page; a no-op where there is none. */
  send(message: ToRecorder): void
  /** Tells the present page that nothing it holds is wanted. */
  letGo(): void
  /** The last report of the present page. */
  status(): RecorderStatus | null
  /** Work nobody waits for; a failure is said, never thrown out of the service. */
  background(work: Promise<unknown>): Promise<void>
  /** Rejects with the system error. */
  openJournal(directory: string): Promise<SessionJournal>
}

type Given = Pick<RecorderTools, 'rootDirectory' | 'clock' | 'log' | 'waits' | 'hand' | 'watch' | 'pages'>

export function makeRecorderTools({ rootDirectory, clock, log, waits, hand, watch, pages }: Given): RecorderTools {
  const reserve = makeReserve(rootDirectory)
  const send = (message: ToRecorder): void => pages().current()?.link.send(message)
  return {
    rootDirectory,
    clock,
    log,
    waits,
    hand,
    watch,
    reserve,
    deadlines: makeDeadlines(clock.monotonicMs),
    pages,
    send,
    letGo: () => send({ kind: 'welcome', resume: null }),
    status: () => pages().current()?.sources.status ?? null,
    async background(work) {
      try {
        await work
      } catch (error) {
        log.error({ error: errorText(error) }, 'recorder: background work failed')
      }
    },
    openJournal: directory => openSessionJournal({ directory, reserve, log, onDiskFull: watch.noteDiskFull }),
  }
}
