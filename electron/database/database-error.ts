/**
 * Why a database cannot be used. `notReadable`: the key is not the key of this file, or its first page is damaged
 * (the cipher cannot tell the two apart). `damaged`: the key fits, a page does not. `newer`: written by a later program.
 */
export type DatabaseErrorCode = 'notReadable' | 'damaged' | 'newer' | 'migrationFailed' | 'copyFailed'

export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode
  constructor(code: DatabaseErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause })
    this.name = 'DatabaseError'
    this.code = code
  }
}

/** The code SQLite gave, '' where the error is not SQLite's. */
export const sqliteCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Whether an error speaks of damaged pages, or of a disk that does not give them: thrown at the opening, or in the midst. */
export const speaksOfDamage = (error: unknown): boolean =>
  error instanceof DatabaseError
    ? error.code === 'damaged' || error.code === 'notReadable'
    : /^SQLITE_(CORRUPT|IOERR|NOTADB)/.test(sqliteCode(error))
