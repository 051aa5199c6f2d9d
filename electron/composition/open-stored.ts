import { existsSync } from 'node:fs'
import { openBackupSettings } from '../backup/backup-settings.ts'
import { backupBeforeMigration } from '../backup/before-migration.ts'
import { withBackupFolder } from '../backup/locked-backup-folder.ts'
import { makeBackupRunner } from '../backup/run-backup.ts'
import type { Clock } from '../clock.ts'
import { openDatabase } from '../database/connection.ts'
import { migrate } from '../database/migrate.ts'
import { allMigrations } from '../database/migrations/all.ts'
import { versionOf } from '../database/schema-version.ts'
import type { ProfilePaths } from '../profile-paths.ts'
import type { WorkstationConfig } from '../workstation-api.ts'

type Stored = Pick<WorkstationConfig, 'databaseKeyHex' | 'profileDirectory' | 'policy' | 'version'>

/**
 * Opens the database and brings it to this version, with a copy of what was there before. Nothing is made or changed
 * before the workstation is known to be able to work (`isAble`). Throws DatabaseError, and rejects as `isAble` does.
 */
export async function openStored(
  config: Stored,
  paths: Pick<ProfilePaths, 'database' | 'keys'>,
  clock: Clock,
  isAble: Promise<unknown>,
) {
  const { databaseKeyHex: keyHex } = config
  if (!existsSync(paths.database)) await isAble
  const database = openDatabase({ path: paths.database, keyHex })
  if (versionOf(database.raw) !== allMigrations.at(-1)?.number) {
    await isAble.catch(error => {
      database.close()
      throw error
    })
  }
  const backupSettings = withBackupFolder(openBackupSettings(config.profileDirectory), config.policy.backupDirectory)
  const runner = makeBackupRunner()
  const beforeMigration = await backupBeforeMigration({
    raw: database.raw,
    runner,
    directory: backupSettings.read().directory,
    order: {
      databasePath: paths.database,
      keyHex,
      keysDirectory: paths.keys,
      madeAtMs: clock.nowMs(),
      program: config.version,
    },
  })
  migrate({ database, keyHex, nowMs: clock.nowMs() })
  return { database, backupSettings, runner, beforeMigration }
}
