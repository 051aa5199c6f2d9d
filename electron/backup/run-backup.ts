import { Worker } from 'node:worker_threads'
import type { BackupFailure } from '../../shared/contract/backup.ts'
import type { LogDifference } from '../accounts/log-witness.ts'
import { besideModule } from '../beside.ts'
import { BackupError } from './backup-error.ts'
import type { LogsToCompare } from './compare-logs.ts'
import type { BackupOrder, BackupPhase, MadeBackup } from './make-backup.ts'

export type BackupWork =
  | { kind: 'make'; order: BackupOrder }
  | { kind: 'check'; path: string; keyHex: string }
  | { kind: 'compareLogs'; order: LogsToCompare }
  | { kind: 'readPages'; path: string; keyHex: string }

export type FromBackupWorker =
  | { kind: 'phase'; phase: BackupPhase }
  | ({ kind: 'made' } & MadeBackup)
  | ({ kind: 'checked' } & CheckedCopy)
  | { kind: 'compared'; difference: LogDifference }
  | { kind: 'pagesRead'; isSound: boolean }
  | { kind: 'failed'; code: BackupFailure; message: string }

/** A copy every page of which was read. */
export interface CheckedCopy {
  readonly chainIntact: boolean
  readonly databaseSha256: string
}

/** The slow work on copies, off the workstation's thread. */
export interface BackupRunner {
  /** Rejects with BackupError. */
  make(order: BackupOrder, onPhase?: (phase: BackupPhase) => void): Promise<MadeBackup>
  /** Reads every page of a copy; rejects with BackupError. */
  check(copy: { path: string; keyHex: string }): Promise<CheckedCopy>
  /** Where the event log went another way than the one in a copy; rejects with BackupError. */
  compareLogs(order: LogsToCompare): Promise<LogDifference>
  /** Reads every page of the database, nobody waiting for it; rejects with BackupError. */
  readPages(database: { path: string; keyHex: string }): Promise<{ isSound: boolean }>
  /** Ends what runs; an unfinished copy is removed at the next one. */
  close(): Promise<void>
}

export function makeBackupRunner(): BackupRunner {
  const running = new Set<Worker>()

  function run(work: BackupWork, onPhase: (phase: BackupPhase) => void): Promise<FromBackupWorker> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(besideModule(import.meta.url, 'backup-worker'), { workerData: work })
      running.add(worker)
      worker.on('message', (message: FromBackupWorker) => {
        if (message.kind === 'phase') onPhase(message.phase)
        else if (message.kind === 'failed') reject(new BackupError(message.code, message.message))
        else resolve(message)
      })
      worker.on('error', error => reject(new BackupError('failed', error instanceof Error ? error.message : 'worker')))
      worker.on('exit', code => {
        running.delete(worker)
        reject(new BackupError('failed', `the thread ended with ${code}`))
      })
    })
  }

  return {
    async make(order, onPhase = () => undefined) {
      const answer = await run({ kind: 'make', order }, onPhase)
      if (answer.kind !== 'made') throw new BackupError('failed', 'the thread answered something else')
      return { card: answer.card, sourceSound: answer.sourceSound }
    },
    async check(copy) {
      const answer = await run({ kind: 'check', ...copy }, () => undefined)
      if (answer.kind !== 'checked') throw new BackupError('failed', 'the thread answered something else')
      return { chainIntact: answer.chainIntact, databaseSha256: answer.databaseSha256 }
    },
    async compareLogs(order) {
      const answer = await run({ kind: 'compareLogs', order }, () => undefined)
      if (answer.kind !== 'compared') throw new BackupError('failed', 'the thread answered something else')
      return answer.difference
    },
    async readPages(database) {
      const answer = await run({ kind: 'readPages', ...database }, () => undefined)
      if (answer.kind !== 'pagesRead') throw new BackupError('failed', 'the thread answered something else')
      return { isSound: answer.isSound }
    },
    async close() {
      await Promise.all([...running].map(worker => worker.terminate()))
    },
  }
}
