import { existsSync, statSync } from 'node:fs'
import type { DatabaseProblem } from '../../shared/contract/recovery.ts'
import { openConnection } from '../database/connection.ts'
import { DatabaseError, sqliteCode } from '../database/database-error.ts'
import { allMigrations } from '../database/migrations/all.ts'
import { wasRecoveryKeyMade } from '../database/recovery-files.ts'
import { versionOf } from '../database/schema-version.ts'
import { isWalReadable } from './wal-header.ts'

export interface JudgedDatabase {
  readonly databasePath: string
  readonly keysDirectory: string
  /** null: the host has no key that can be read. */
  readonly keyHex: string | null
  /**
   * Reads every page (over a second at 100 000 rows): pages tear with the power or the disk, never with a killed process.
   * A database of an older version is always read: what is changed next must be whole.
   */
  readonly everyPage: boolean
}

export interface DatabaseJudgement {
  readonly problem: DatabaseProblem
  /** What SQLite or the system said, for the technician. */
  readonly detail: string
}

/**
 * Whether the workstation may work on its database; null = it may. Reads only: the file, its -wal and -shm are not
 * changed by it. Throws the system's error where the file cannot be reached at all.
 */
export function judgeDatabase(asked: JudgedDatabase): DatabaseJudgement | null {
  const { databasePath, keysDirectory, keyHex, everyPage } = asked
  const worked = wasRecoveryKeyMade({ keys: keysDirectory, database: databasePath })
  const size = statSync(databasePath, { throwIfNoEntry: false })?.size ?? 0
  // A new profile has neither; a recovery key was printed by a database that held something.
  if (size === 0) return worked ? { problem: 'missing', detail: sizeText(databasePath) } : null
  if (keyHex === null) return { problem: 'keyMissing', detail: 'no readable key on this computer' }
  try {
    const opened = openConnection({ path: databasePath, keyHex }, true)
    try {
      const version = versionOf(opened)
      const newest = allMigrations.at(-1)?.number ?? 0
      if (version > newest) return { problem: 'newer', detail: `version ${version}, known ${newest}` }
      if (version === 0 && worked) return { problem: 'missing', detail: 'the file holds no tables' }
      const health = everyPage || version < newest ? String(opened.pragma('quick_check(1)', { simple: true })) : 'ok'
      if (health !== 'ok') return { problem: 'damaged', detail: health }
    } finally {
      opened.close()
    }
  } catch (error) {
    if (error instanceof DatabaseError && error.code === 'notReadable') {
      return { problem: 'notReadable', detail: sqliteCode(error.cause) || error.message }
    }
    if (error instanceof DatabaseError) return { problem: 'damaged', detail: sqliteCode(error.cause) || error.message }
    if (sqliteCode(error).startsWith('SQLITE_CORRUPT')) return { problem: 'damaged', detail: sqliteCode(error) }
    if (sqliteCode(error).startsWith('SQLITE_IOERR')) return { problem: 'damaged', detail: sqliteCode(error) }
    throw error
  }
  return isWalReadable(databasePath) ? null : { problem: 'walDamaged', detail: 'the header of the -wal does not fit' }
}

const sizeText = (path: string): string => (existsSync(path) ? 'the file is empty' : 'the file is not there')
