import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { DatabaseError, sqliteCode } from './database-error.ts'
import { makeReadDb, makeWriteDb, type ReadDb, type WriteDb } from './handles.ts'

export interface Database {
  readonly path: string
  /** A second connection, opened read-only: what is handed out for reading cannot write. */
  readonly read: ReadDb
  /** The one writer. */
  readonly write: WriteDb
  /** The writer's connection, for migrations and maintenance. */
  readonly raw: SqliteDatabase.Database
  close(): void
}

export interface DatabaseLocation {
  readonly path: string
  /** 64 hex digits, used as they are: no derivation, which would cost 100 ms per connection. */
  readonly keyHex: string
}

/** How long a statement waits for a lock of another process (a backup, a second instance). */
const busyTimeoutMs = 5000
const readerCacheKibibytes = 64 * 1024

/** Opens (or creates, 0600) the encrypted database. Throws DatabaseError `notReadable` or `damaged`. */
export function openDatabase({ path, keyHex }: DatabaseLocation): Database {
  createPrivately(path)
  const raw = openConnection({ path, keyHex }, false)
  let reader: SqliteDatabase.Database
  try {
    reader = openConnection({ path, keyHex }, true)
  } catch (error) {
    raw.close()
    throw error
  }
  return {
    path,
    read: makeReadDb(reader),
    write: makeWriteDb(raw),
    raw,
    close() {
      reader.close()
      raw.close()
    },
  }
}

/** One encrypted connection with every setting made; throws DatabaseError and leaves nothing open. */
export function openConnection({ path, keyHex }: DatabaseLocation, readonly: boolean): SqliteDatabase.Database {
  if (!/^[0-9a-f]{64}$/i.test(keyHex)) throw new DatabaseError('notReadable', 'the key must be 64 hex digits')
  const connection = new SqliteDatabase(path, { readonly, timeout: busyTimeoutMs })
  try {
    connection.pragma("cipher = 'sqlcipher'")
    connection.pragma('legacy = 4')
    connection.pragma(`key = "x'${keyHex}'"`)
    // The key is tried by the first read only.
    connection.prepare('select count(*) from sqlite_schema').get()
    if (!readonly) {
      connection.pragma('journal_mode = WAL')
      connection.pragma('synchronous = FULL')
      connection.pragma('secure_delete = ON')
    }
    connection.pragma('foreign_keys = ON')
    // Without it `insert or replace` deletes rows behind the back of the triggers that refuse it.
    connection.pragma('recursive_triggers = ON')
    // Sorting and temporary tables would otherwise go to a plain file in the system's temp folder.
    connection.pragma('temp_store = MEMORY')
    connection.pragma('trusted_schema = OFF')
    // A page read again from the file is decrypted again; lists and searches live on the cache of the reader.
    if (readonly) connection.pragma(`cache_size = -${readerCacheKibibytes}`)
    return connection
  } catch (error) {
    connection.close()
    throw asDatabaseError(error)
  }
}

/** Whether the key is the key of this file; says nothing of the pages behind the first. */
export function opensWith(location: DatabaseLocation): boolean {
  try {
    openConnection(location, true).close()
    return true
  } catch {
    return false
  }
}

/** Names what SQLite said about a file it cannot use; anything else stays as it is. */
export function asDatabaseError(error: unknown): unknown {
  const code = sqliteCode(error)
  if (code === 'SQLITE_NOTADB') return new DatabaseError('notReadable', 'wrong key or damaged first page', error)
  if (code.startsWith('SQLITE_CORRUPT')) return new DatabaseError('damaged', 'a page of the database is damaged', error)
  return error
}

/** SQLite gives its -wal and -shm the mode of the database, so the mode must stand before the first open. */
function createPrivately(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
}
