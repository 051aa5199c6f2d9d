import { join } from 'node:path'
import type { BackupFailure, BackupSignature } from '../../shared/contract/backup.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Place } from '../accounts/place.ts'
import { asBackupError } from './backup-error.ts'
import { backupRefusal } from './backup-hints.ts'
import { copyFileName, type StoredCopy, storedCopies, workplaceFolder } from './backup-place.ts'
import type { BackupSettings } from './backup-settings.ts'
import { signatureOf } from './copy-signature.ts'
import type { BackupRunner } from './run-backup.ts'

export interface CopyChecksDeps {
  readonly settings: { read(): BackupSettings }
  readonly place: () => Place
  readonly runner: Pick<BackupRunner, 'check'>
  readonly keyHex: string
}

/** A copy that can be read to its last page. */
export interface ReadCopy {
  readonly chainIntact: boolean
  readonly signature: BackupSignature
}

/** The copies of this workplace, by name, each read as a whole when it is asked. */
export function makeCopyChecks({ settings, place, runner, keyHex }: CopyChecksDeps) {
  return {
    find(name: string): Reply<StoredCopy> {
      const { directory } = settings.read()
      if (directory === null) return backupRefusal('notSet')
      try {
        const copy = storedCopies(workplaceFolder(directory, place().workplaceId)).find(one => one.name === name)
        return copy ? done(copy) : backupRefusal('copyMissing')
      } catch (error) {
        return backupRefusal(asBackupError(error).code)
      }
    },
    async read(copy: StoredCopy): Promise<ReadCopy | BackupFailure> {
      try {
        const { chainIntact, databaseSha256 } = await runner.check({ path: join(copy.folder, copyFileName), keyHex })
        return { chainIntact, signature: signatureOf(copy, keyHex, databaseSha256) }
      } catch (error) {
        return asBackupError(error).code
      }
    },
  }
}

const notTheCopy: Partial<Record<BackupSignature, string>> = {
  altered: 'Список этой копии изменён после того, как её сделали.',
  swapped: 'База в этой копии не та, о которой говорит её список.',
}

/** Why a copy that was read must not take the place of a database that works; null: it may. */
export function refusalToRestore(read: ReadCopy | BackupFailure) {
  if (typeof read !== 'string') {
    const why = notTheCopy[read.signature]
    const rest = 'Восстановление не начато, база не изменена. Выберите другую копию.'
    return why === undefined ? null : refused('refusedByRule', `${why} ${rest}`)
  }
  const code = read === 'databaseDamaged' ? 'notVerified' : read
  if (code !== 'notVerified') return backupRefusal(code)
  const hint = 'Копия не прошла проверку: восстановление не начато, база не изменена. Выберите другую копию.'
  return refused('refusedByRule', hint)
}
