import type SqliteDatabase from 'better-sqlite3'
import { asDatabaseError, type Database } from './connection.ts'
import { copyDatabase } from './copy.ts'
import { DatabaseError } from './database-error.ts'
import { allMigrations } from './migrations/all.ts'
import type { Migration } from './migrations/migration.ts'
import { versionOf } from './schema-version.ts'

export interface MigrateDeps {
  readonly database: Pick<Database, 'path' | 'raw'>
  readonly keyHex: string
  readonly nowMs: number
  /** The program's own steps unless a test gives others. */
  readonly migrations?: readonly Migration[]
}

export interface MigrateResult {
  readonly from: number
  readonly to: number
  /** The verified copy made before the first step; null where there was nothing to lose or to do. */
  readonly copyPath: string | null
}

/**
 * Brings the schema to the newest version. A database that already holds something is copied first. Each step is one
 * transaction, so a failed one leaves the file as it was. Throws DatabaseError `newer`, `copyFailed`, `migrationFailed`.
 */
export function migrate(deps: MigrateDeps): MigrateResult {
  const { raw, path } = deps.database
  const steps = inOrder(deps.migrations ?? allMigrations)
  const from = versionOf(raw)
  const newest = steps.at(-1)?.number ?? 0
  if (from > newest) throw new DatabaseError('newer', `the database is of version ${from}, the program knows ${newest}`)
  const pending = steps.filter(step => step.number > from)
  if (pending.length === 0) return { from, to: from, copyPath: null }

  const copyPath = from === 0 ? null : `${path}.before-${String(newest).padStart(4, '0')}`
  if (copyPath) copyDatabase({ raw, keyHex: deps.keyHex, target: copyPath })
  for (const step of pending) apply(raw, step, deps.nowMs)
  return { from, to: newest, copyPath }
}

function apply(raw: SqliteDatabase.Database, step: Migration, nowMs: number): void {
  const run = raw.transaction(() => {
    raw.exec(
      'create table if not exists migration (number integer primary key, name text not null, applied_at text not null) strict',
    )
    step.up(raw)
    raw
      .prepare('insert into migration (number, name, applied_at) values (?, ?, ?)')
      .run(step.number, step.name, new Date(nowMs).toISOString())
    const broken = raw.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) throw new Error('foreign keys point nowhere after the step')
    raw.pragma(`user_version = ${step.number}`)
  })
  try {
    run.immediate()
  } catch (error) {
    const known = asDatabaseError(error)
    throw known instanceof DatabaseError
      ? known
      : new DatabaseError('migrationFailed', `step ${step.name} failed`, error)
  }
}

function inOrder(steps: readonly Migration[]): readonly Migration[] {
  for (const [index, step] of steps.entries()) {
    if (step.number !== index + 1 || !step.name.startsWith(String(step.number).padStart(4, '0'))) {
      throw new Error(`migration ${step.name} is out of order`)
    }
  }
  return steps
}
