import { accessSync, constants, existsSync, mkdtempSync, rmdirSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { BackupFailure } from '../../shared/contract/backup.ts'
import { asBackupError } from './backup-error.ts'

/** Whether copies can be written there: null, or why not. Nothing is left behind. */
export function folderTrouble(directory: string): BackupFailure | null {
  try {
    if (!isAbsolute(directory) || !existsSync(directory) || !statSync(directory).isDirectory()) return 'folderMissing'
    accessSync(directory, constants.W_OK)
    // Rights on a share are known only by trying.
    rmdirSync(mkdtempSync(join(directory, '.videopriem-try-')))
    return null
  } catch (error) {
    return asBackupError(error).code
  }
}

/** Whether two folders lie on one disk, as far as the system tells; false where either cannot be reached. */
export function isSameDisk(one: string, other: string): boolean {
  const first = statSync(one, { throwIfNoEntry: false })
  const second = statSync(other, { throwIfNoEntry: false })
  return first !== undefined && second !== undefined && first.dev === second.dev
}
