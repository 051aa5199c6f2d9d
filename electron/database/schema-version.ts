import type SqliteDatabase from 'better-sqlite3'

/** Number of the last step that was applied, 0 for an empty file. */
export const versionOf = (raw: SqliteDatabase.Database): number => Number(raw.pragma('user_version', { simple: true }))
