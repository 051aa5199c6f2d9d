import { join } from 'node:path'
import type pino from 'pino'
import { SessionLogLine, sessionLogName } from '../../../shared/recording/part-log.ts'
import type { WriteFailure } from '../../../shared/recording/slip.ts'
import { bothClocks, type Clock } from '../../clock.ts'
import { openAppendLog, readJsonLines } from './append-log.ts'
import { errorText } from './durable-files.ts'
import type { Reserve } from './reserve.ts'
import { writeFailureOf } from './write-failure.ts'

/** Above what two looks at two clocks differ by. */
const clockShiftMs = 200

/** session.log of one recording: every line is on the disk at once, so that a kill loses no marker. */
export interface SessionJournal {
  /** Writes in the order of the calls and never rejects: false = the line could not be kept, and it was said aloud. */
  write(line: SessionLogLine): Promise<boolean>
  close(): Promise<void>
}

export interface SessionJournalDeps {
  readonly directory: string
  readonly reserve: Reserve
  readonly clock: Clock
  readonly onWriteFailure: (failure: WriteFailure) => void
  readonly log: Pick<pino.Logger, 'error'>
}

/** Rejects with the system error where the file cannot be opened. */
export async function openSessionJournal(deps: SessionJournalDeps): Promise<SessionJournal> {
  const path = join(deps.directory, sessionLogName)
  let file = await openAppendLog(path, SessionLogLine)
  /** What this run wrote, for a log that is taken away: some lines a minute. */
  const written: SessionLogLine[] = []

  async function mend(failure: WriteFailure, line: SessionLogLine, error: unknown): Promise<void> {
    if (failure === 'diskFull') {
      await deps.reserve.giveUp()
      await file.append(line)
    } else if (failure === 'fileReplaced') {
      await file.close()
      file = await openAppendLog(path, SessionLogLine)
      const isEmpty = (await readJsonLines(path, SessionLogLine)).lines.length === 0
      for (const one of isEmpty ? [...written, line] : [line]) await file.append(one)
    } else throw error
  }

  /** Wall clock minus monotonic clock as the log knows it. */
  let shiftMs: number | null = null

  async function writeClock(): Promise<void> {
    const now = bothClocks(deps.clock)
    const nowShiftMs = now.atMs - now.monotonicMs
    if (shiftMs !== null && Math.abs(nowShiftMs - shiftMs) < clockShiftMs) return
    await file.append({ kind: 'clock', ...now })
    shiftMs = nowShiftMs
    written.push({ kind: 'clock', ...now })
  }

  async function write(line: SessionLogLine): Promise<boolean> {
    try {
      // What it would say is in the chunks' log as well: never a reason to lose a marker.
      await writeClock().catch(() => undefined)
      await file.append(line).catch(async error => {
        const failure = writeFailureOf(error)
        deps.onWriteFailure(failure)
        await mend(failure, line, error)
      })
      written.push(line)
      return true
    } catch (error) {
      deps.log.error({ line: line.kind, error: errorText(error) }, 'session log line not written')
      return false
    }
  }
  await writeClock()
  return { write, close: () => file.close() }
}
