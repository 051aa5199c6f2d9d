import type SqliteDatabase from 'better-sqlite3'
import { versionOf } from './schema-version.ts'

/** What a database holds, counted: its schema version and the rows of every table. */
export interface RowCounts {
  readonly schemaVersion: number
  readonly tables: Readonly<Record<string, number>>
}

/** Rows of every table of an open database. */
export function rowCountsOf(connection: SqliteDatabase.Database): RowCounts {
  const names = connection
    .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table' order by name")
    .all()
    .map(({ name }) => name)
  const count = (table: string): number =>
    connection.prepare<[], { n: number }>(`select count(*) as n from "${table}"`).get()?.n ?? 0
  return {
    schemaVersion: versionOf(connection),
    tables: Object.fromEntries(names.map(name => [name, count(name)])),
  }
}

/** The same rows, in number. */
export const areSameCounts = (one: RowCounts, other: RowCounts): boolean => isBetween(one, other, other)

/**
 * Whether a copy made by one statement holds what the database held at some moment between two counts of it: each table
 * as many rows as before or after, or between where somebody wrote meanwhile. Rows that came and went in between may put
 * it outside; then it proves nothing, and is not called whole.
 */
export function isBetween(copy: RowCounts, before: RowCounts, after: RowCounts): boolean {
  const names = Object.keys(before.tables)
  if (before.schemaVersion !== after.schemaVersion || copy.schemaVersion !== before.schemaVersion) return false
  if (String(Object.keys(after.tables)) !== String(names) || String(Object.keys(copy.tables)) !== String(names)) {
    return false
  }
  return names.every(name => {
    const [one = -1, other = -1] = [before.tables[name], after.tables[name]]
    const held = copy.tables[name] ?? Number.NaN
    return held >= Math.min(one, other) && held <= Math.max(one, other)
  })
}
