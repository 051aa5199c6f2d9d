import { randomUUID } from 'node:crypto'
import type { BackupFailure, BackupReason } from '../../shared/contract/backup.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { BackupRunTable } from '../database/schema.ts'

export interface BackupRun {
  readonly atMs: number
  readonly reason: BackupReason | 'restore'
  /** null: it succeeded. */
  readonly failure: BackupFailure | null
  /** The copy made or restored. */
  readonly name: string | null
}

/** What became of each copy; every line stands in the event log, too. */
export interface BackupStore {
  add(run: BackupRun & { accountId: string | null }): void
  /** The last copy that was made; null before the first. */
  lastMade(): BackupRun | null
  /** The last failure to make one, if nothing was made since. */
  lastFailed(): BackupRun | null
  /** The last restoration, if no copy was made since. */
  lastRestored(): BackupRun | null
  counts(): { receptions: number; recordings: number; eventLines: number }
}

export interface BackupStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly eventLog: EventLog
}

const eventKindOf = ({ reason, failure }: BackupRun) =>
  reason === 'restore' ? 'backupRestored' : failure === null ? 'backupMade' : 'backupFailed'

export function makeBackupStore({ read, write, place, eventLog }: BackupStoreDeps): BackupStore {
  /** Newest first by the order they were written in: a wrong clock does not hide the last one. */
  const runs = () =>
    read.select
      .selectFrom('backup_run')
      .selectAll()
      .where('workplace_id', '=', place().workplaceId)
      .orderBy('sequence', 'desc')
      .limit(1)
  const made = () => read.first(runs().where('reason', '<>', 'restore').where('failure', 'is', null))
  const asRunOrNull = (row: RunColumns | undefined): BackupRun | null => (row ? asRun(row) : null)
  const count = (table: 'reception' | 'recording' | 'event_log'): number =>
    read.prepareRead<{ n: number }>(`select count(*) as n from ${table}`).first()?.n ?? 0

  return {
    add: run =>
      write.transaction(() => {
        const { bodyId, workplaceId } = place()
        const known =
          run.accountId !== null &&
          write.first(write.select.selectFrom('account').select('id').where('id', '=', run.accountId)) !== undefined
        // Who asked for a restoration may be unknown to what was restored.
        const accountId = known ? run.accountId : null
        write.run(
          write.build.insertInto('backup_run').values({
            id: randomUUID(),
            body_id: bodyId,
            workplace_id: workplaceId,
            at: new Date(run.atMs).toISOString(),
            reason: run.reason,
            failure: run.failure,
            name: run.name,
            account_id: accountId,
          }),
        )
        const result = run.failure === null ? 'done' : 'refused'
        eventLog.append({ accountId, kind: eventKindOf(run), objects: {}, result })
      }),
    lastMade: () => asRunOrNull(made()),
    lastFailed() {
      const last = asRunOrNull(read.first(runs().where('reason', '<>', 'restore')))
      return last?.failure ? last : null
    },
    lastRestored() {
      const since = made()?.sequence ?? 0
      return asRunOrNull(
        read.first(runs().where('reason', '=', 'restore').where('failure', 'is', null).where('sequence', '>', since)),
      )
    },
    counts: () => ({
      receptions: count('reception'),
      recordings: count('recording'),
      eventLines: count('event_log'),
    }),
  }
}

type RunColumns = Pick<BackupRunTable, 'at' | 'reason' | 'failure' | 'name'>

const asRun = (row: RunColumns): BackupRun => ({
  atMs: Date.parse(row.at),
  reason: row.reason,
  failure: row.failure,
  name: row.name,
})
