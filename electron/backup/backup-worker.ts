import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { arePagesSound } from './are-pages-sound.ts'
import { asBackupError } from './backup-error.ts'
import { checkCopy } from './check-copy.ts'
import { compareLogs } from './compare-logs.ts'
import { fileSha256 } from './file-sha256.ts'
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
    // Only Linux gives a thread a priority of its own; elsewhere it would be the whole workstation's.
    if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW)
    tell({ kind: 'pagesRead', isSound: arePagesSound(work) })
  } else {
    const { chainIntact } = checkCopy(work)
    tell({ kind: 'checked', chainIntact, databaseSha256: fileSha256(work.path) })
  }
} catch (error) {
  const { code, message } = asBackupError(error)
  tell({ kind: 'failed', code, message })
}
