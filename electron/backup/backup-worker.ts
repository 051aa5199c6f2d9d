import { parentPort, workerData } from 'node:worker_threads'
import { asBackupError } from './backup-error.ts'
import { checkCopy } from './check-copy.ts'
import { makeBackup } from './make-backup.ts'
import type { BackupWork, FromBackupWorker } from './run-backup.ts'

/** A thread of its own: copying and reading years of work blocks for seconds, and a reception may begin meanwhile. */
const work: BackupWork = workerData
const tell = (message: FromBackupWorker): void => parentPort?.postMessage(message)
try {
  if (work.kind === 'make') {
    tell({ kind: 'made', ...makeBackup(work.order, phase => tell({ kind: 'phase', phase })) })
  } else tell({ kind: 'checked', chainIntact: checkCopy(work).chainIntact })
} catch (error) {
  const { code, message } = asBackupError(error)
  tell({ kind: 'failed', code, message })
}
