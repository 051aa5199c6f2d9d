import type SqliteDatabase from 'better-sqlite3'
import { chainStart, fitsChain } from '../accounts/event-chain.ts'
import { openConnection } from '../database/connection.ts'
import { type RowCounts, rowCountsOf } from '../database/row-counts.ts'
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
  readonly counts: RowCounts
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
    const counts = rowCountsOf(opened)
    // A copy of an early version has not every table.
    const { reception = 0, recording = 0, event_log = 0 } = counts.tables
    const hasLog = counts.tables.event_log !== undefined
    return {
      ...place,
      schemaVersion: counts.schemaVersion,
      ...{ receptions: reception, recordings: recording, eventLines: event_log },
      chainIntact: !hasLog || isChainIntact(opened, event_log),
      logHead: hasLog ? logHeadOf(opened, place.workplaceId) : null,
      counts,
    }
  } finally {
    opened.close()
  }
}

function logHeadOf(connection: SqliteDatabase.Database, workplaceId: string): CopyContents['logHead'] {
  const last = connection.prepare<[string], { sequence: number; hash: string; at: string }>(
    'select sequence, hash, at from event_log where workplace_id = ? order by sequence desc limit 1',
  )
  return last.get(workplaceId) ?? null
}

/** Every chain of the event log from its first line to its head, and no line beside them. */
function isChainIntact(connection: SqliteDatabase.Database, lineCount: number): boolean {
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
  return seen === lineCount
}
