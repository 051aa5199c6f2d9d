import { parentPort, workerData } from 'node:worker_threads'
import { hashFileSync } from '../disk/hash-file-sync.ts'
import { lowerThreadPriority } from '../lower-thread-priority.ts'
import { arePagesSound } from './are-pages-sound.ts'
import { asBackupError } from './backup-error.ts'
import { checkCopy } from './check-copy.ts'
import { compareLogs } from './compare-logs.ts'
import { makeBackup } from './make-backup.ts'
import type { BackupWork, FromBackupWorker } from './run-backup.ts'

/** A thread of its own: copying and reading years of work blocks for seconds, and a reception may begin meanwhile. */
const work: BackupWork = workerData
const tell = (message: FromBackupWorker): void => parentPort?.postMessage(message)
try {
  if (work.kind === 'make') {
    tell({ kind: 'made', ...makeBackup(work.order, phase => tell({ kind: 'phase', phase })) })
  } else if (work.kind === 'compareLogs') {
    tell({ kind: 'compared', difference: compareLogs(work.order) })
  } else if (work.kind === 'readPages') {
    lowerThreadPriority()
    tell({ kind: 'pagesRead', isSound: arePagesSound(work) })
  } else {
    const { chainIntact } = checkCopy(work)
    tell({ kind: 'checked', chainIntact, databaseSha256: hashFileSync(work.path, 'sha256').digest.toString('hex') })
  }
} catch (error) {
  const { code, message } = asBackupError(error)
  tell({ kind: 'failed', code, message })
}
