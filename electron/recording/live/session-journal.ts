import { join } from 'node:path'
import type pino from 'pino'
import { SessionLogLine, sessionLogName } from '../../../shared/recording/part-log.ts'
import { openAppendLog } from './append-log.ts'
import { errorText, isDiskFull } from './durable-files.ts'
import type { Reserve } from './reserve.ts'

/** session.log of one recording: every line is on the disk at once, so that a kill loses no marker. */
export interface SessionJournal {
  /** Writes in the order of the calls and never rejects: false = the line could not be kept, and it was said aloud. */
  write(line: SessionLogLine): Promise<boolean>
  close(): Promise<void>
}

export interface SessionJournalDeps {
  readonly directory: string
  readonly reserve: Reserve
  readonly onDiskFull: () => void
  readonly log: Pick<pino.Logger, 'error'>
}

/** Rejects with the system error where the file cannot be opened. */
export async function openSessionJournal(deps: SessionJournalDeps): Promise<SessionJournal> {
  const file = await openAppendLog(join(deps.directory, sessionLogName), SessionLogLine)

  async function write(line: SessionLogLine): Promise<boolean> {
    try {
      await file.append(line).catch(async error => {
        if (!isDiskFull(error)) throw error
        deps.onDiskFull()
        await deps.reserve.giveUp()
        await file.append(line)
      })
      return true
    } catch (error) {
      deps.log.error({ line: line.kind, error: errorText(error) }, 'session log line not written')
      return false
    }
  }
  return { write, close: () => file.close() }
}
