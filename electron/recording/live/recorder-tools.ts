import type pino from 'pino'
import type { RecorderStatus, ToRecorder } from '../../../shared/recording/recorder-link.ts'
import type { Clock } from '../../clock.ts'
import { type Deadlines, makeDeadlines } from './deadlines.ts'
import { errorText } from './durable-files.ts'
import type { RecorderWaits } from './recorder-api.ts'
import type { RecorderPages } from './recorder-pages.ts'
import type { RecorderWatch } from './recorder-watch.ts'
import type { RecordingLife } from './recording-life.ts'
import { makeReserve, type Reserve } from './reserve.ts'
import { openSessionJournal, type SessionJournal } from './session-journal.ts'

/** What every topic of the recorder works with. */
export interface RecorderTools {
  readonly rootDirectory: string
  readonly clock: Clock
  readonly log: Pick<pino.Logger, 'info' | 'warn' | 'error'>
  readonly waits: RecorderWaits
  readonly life: RecordingLife
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

type Given = Pick<RecorderTools, 'rootDirectory' | 'clock' | 'log' | 'waits' | 'life' | 'watch' | 'pages'>

export function makeRecorderTools({ rootDirectory, clock, log, waits, life, watch, pages }: Given): RecorderTools {
  const reserve = makeReserve(rootDirectory)
  const send = (message: ToRecorder): void => pages().current()?.link.send(message)
  return {
    rootDirectory,
    clock,
    log,
    waits,
    life,
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
    openJournal: directory =>
      openSessionJournal({ directory, clock, reserve, log, onWriteFailure: watch.noteWriteFailure }),
  }
}
