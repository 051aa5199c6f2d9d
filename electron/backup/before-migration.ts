import type { Database } from '../database/connection.ts'
import { allMigrations } from '../database/migrations/all.ts'
import { versionOf } from '../database/schema-version.ts'
import { asBackupError } from './backup-error.ts'
import type { BackupRun } from './backup-store.ts'
import type { BackupOrder } from './make-backup.ts'
import type { BackupRunner } from './run-backup.ts'

/**
 * A copy in the backup folder before the schema changes, beside the one `migrate` makes next to the database. null where
 * nothing will change or no folder is chosen. A failure is answered, not thrown: the copy next door is the obligatory one.
 */
export async function backupBeforeMigration(deps: {
  readonly raw: Database['raw']
  readonly runner: BackupRunner
  readonly directory: string | null
  readonly order: Omit<BackupOrder, 'directory' | 'workplaceId' | 'reason'>
}): Promise<BackupRun | null> {
  const { raw, runner, directory, order } = deps
  const version = versionOf(raw)
  const newest = allMigrations.at(-1)?.number ?? 0
  if (directory === null || version === 0 || version >= newest) return null
  const workplaceId = raw.prepare<[], { id: string }>('select id from workplace order by rowid limit 1').get()?.id
  if (workplaceId === undefined) return null
  const run = { atMs: order.madeAtMs, reason: 'beforeMigration' as const }
  try {
    const { card } = await runner.make({ ...order, directory, workplaceId, reason: 'beforeMigration' })
    return { ...run, failure: null, name: card.name }
  } catch (error) {
    return { ...run, failure: asBackupError(error).code, name: null }
  }
}
