import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { workplaceFolder } from '../../../../electron/backup/backup-place.ts'
import { type BackupOrder, makeBackup } from '../../../../electron/backup/make-backup.ts'
import { createRecoveryKey } from '../../../../electron/database/recovery-files.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

/** A database at work with a few receptions, its keys, and a backup folder. */
export function makeBackupBench(receptions = 3) {
  const stores = openStores()
  const { folder, session, clock } = stores
  for (let made = 0; made < receptions; made += 1) stores.applications.create(registrationOf(session))
  const keysDirectory = join(folder.path, 'keys')
  const recoveryKey = createRecoveryKey({ keys: keysDirectory, database: folder.databasePath }, folder.keyHex)
  const directory = join(folder.path, 'backup-disk')
  mkdirSync(directory)
  const { workplaceId } = stores.accounts.place()
  const copies = workplaceFolder(directory, workplaceId)
  const order = (changes: Partial<BackupOrder> = {}): BackupOrder => ({
    databasePath: folder.databasePath,
    keyHex: folder.keyHex,
    keysDirectory,
    directory,
    workplaceId,
    madeAtMs: clock.nowMs(),
    reason: 'nightly',
    program: '0.2.0',
    ...changes,
  })
  return {
    ...stores,
    keysDirectory,
    recoveryKey,
    directory,
    workplaceId,
    copies,
    order,
    make: (changes: Partial<BackupOrder> = {}) => makeBackup(order(changes)).card,
    names: () => readdirSync(copies).sort(),
  }
}
