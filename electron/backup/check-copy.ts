import type SqliteDatabase from 'better-sqlite3'
import { chainStart, fitsChain } from '../accounts/event-chain.ts'
import { openConnection } from '../database/connection.ts'
import { versionOf } from '../database/migrate.ts'
import type { EventLogTable } from '../database/schema.ts'
import { BackupError } from './backup-error.ts'

/** What a copy was found to hold. */
export interface CopyContents {
  readonly schemaVersion: number
  readonly bodyId: string
  readonly workplaceId: string
  readonly timeZone: string
  readonly receptions: number
  readonly recordings: number
  readonly eventLines: number
  readonly chainIntact: boolean
  /** The last line of the event log of its workplace; null where there is none. */
  readonly logHead: { readonly sequence: number; readonly hash: string; readonly at: string } | null
  /** Rows of every table, as one text to compare. */
  readonly counts: string
}

/** Opens a copy read-only and reads all of it. Throws BackupError `notVerified` or DatabaseError. */
export function checkCopy(location: { path: string; keyHex: string }): CopyContents {
  const opened = openConnection(location, true)
  try {
    const health = opened.pragma('integrity_check(1)', { simple: true })
    if (health !== 'ok') throw new BackupError('notVerified', `integrity check of the copy: ${String(health)}`)
    const place = opened
      .prepare<[], { bodyId: string; workplaceId: string; timeZone: string }>(
        'select w.body_id as bodyId, w.id as workplaceId, b.time_zone as timeZone from workplace w join body b on b.id = w.body_id order by w.rowid limit 1',
      )
      .get()
    if (!place) throw new BackupError('notVerified', 'the copy holds no workplace')
    return {
      ...place,
      schemaVersion: versionOf(opened),
      receptions: countOf(opened, 'reception'),
      recordings: countOf(opened, 'recording'),
      eventLines: countOf(opened, 'event_log'),
      chainIntact: isChainIntact(opened),
      logHead: logHeadOf(opened, place.workplaceId),
      counts: countsOf(opened),
    }
  } finally {
    opened.close()
  }
}

/** Rows of every table: the copy must hold what the database held. */
export function countsOf(connection: SqliteDatabase.Database): string {
  const tables = tablesOf(connection).map(name => `${name}:${countOf(connection, name)}`)
  return JSON.stringify([versionOf(connection), tables])
}

/** Rows of one table; 0 where this version has no such table. */
function countOf(connection: SqliteDatabase.Database, table: string): number {
  if (!tablesOf(connection).includes(table)) return 0
  return connection.prepare<[], { n: number }>(`select count(*) as n from "${table}"`).get()?.n ?? 0
}

const tablesOf = (connection: SqliteDatabase.Database): readonly string[] =>
  connection
    .prepare<[], { name: string }>("select name from sqlite_schema where type = 'table' order by name")
    .all()
    .map(({ name }) => name)

function logHeadOf(connection: SqliteDatabase.Database, workplaceId: string): CopyContents['logHead'] {
  if (!tablesOf(connection).includes('event_log')) return null
  const last = connection.prepare<[string], { sequence: number; hash: string; at: string }>(
    'select sequence, hash, at from event_log where workplace_id = ? order by sequence desc limit 1',
  )
  return last.get(workplaceId) ?? null
}

/** Every chain of the event log from its first line to its head. */
function isChainIntact(connection: SqliteDatabase.Database): boolean {
  if (!tablesOf(connection).includes('event_log')) return true
  const heads = connection
    .prepare<[], { workplace_id: string; sequence: number; hash: string }>('select * from event_log_head')
    .all()
  const lines = connection.prepare<[string], EventLogTable>(
    'select * from event_log where workplace_id = ? order by sequence',
  )
  let seen = 0
  for (const head of heads) {
    let previous = chainStart
    let expected = 0
    for (const line of lines.iterate(head.workplace_id)) {
      if (!fitsChain(line, expected, previous)) return false
      previous = line.hash
      expected += 1
    }
    if (head.sequence !== expected - 1 || head.hash !== previous) return false
    seen += expected
  }
  return seen === countOf(connection, 'event_log')
}
