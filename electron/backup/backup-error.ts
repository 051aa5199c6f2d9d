import type { BackupFailure } from '../../shared/contract/backup.ts'
import { DatabaseError, sqliteCode } from '../database/database-error.ts'

/** A copy that was not made, not proven or not restored; nothing of it is left under a good name. */
export class BackupError extends Error {
  readonly code: BackupFailure
  constructor(code: BackupFailure, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause })
    this.name = 'BackupError'
    this.code = code
  }
}

const bySystemCode: Readonly<Record<string, BackupFailure>> = {
  ENOENT: 'folderMissing',
  ENOTDIR: 'folderMissing',
  EFOREIGN: 'foreignFolder',
  EACCES: 'notWritable',
  EPERM: 'notWritable',
  EROFS: 'notWritable',
  ENOSPC: 'noRoom',
  EDQUOT: 'noRoom',
  SQLITE_FULL: 'noRoom',
  SQLITE_NOTADB: 'wrongKey',
}

/** Names what the system or SQLite said while a copy was being made. */
export function asBackupError(error: unknown): BackupError {
  if (error instanceof BackupError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof DatabaseError) {
    return new BackupError(error.code === 'notReadable' ? 'wrongKey' : 'databaseDamaged', message, error)
  }
  const code = sqliteCode(error)
  if (code.startsWith('SQLITE_CORRUPT')) return new BackupError('databaseDamaged', message, error)
  return new BackupError(bySystemCode[code] ?? 'failed', message, error)
}
