import { rmSync } from 'node:fs'
import type { BackupFailure } from '../../shared/contract/backup.ts'
import { mendRecoveryFiles } from '../database/recovery-files.ts'
import type { PagesToRead } from '../host/workstation-messages.ts'
import type { ProfilePaths } from '../profile-paths.ts'
import { carryOutOrder } from './carry-out.ts'
import { type DatabaseJudgement, judgeDatabase } from './judge-database.ts'
import { type OpenedUnderFile, openedUnderFile } from './opened-under.ts'
import { isWalEmpty } from './wal-header.ts'

export interface PreparedDatabase {
  /** null: the workstation may open it. */
  readonly judgement: DatabaseJudgement | null
  /** Why an ordered restoration was not carried out; the database is as it was. */
  readonly restoreFailure: BackupFailure | null
  /** It may be opened, and its pages are still to be read. */
  readonly pagesUnread: boolean
}

/**
 * What stands before every opening of the database: orders carried out, the wrapped key in both its
 * places, the file judged.
 */
export function prepareDatabase(deps: {
  readonly profileDirectory: string
  readonly paths: Pick<ProfilePaths, 'database' | 'keys'>
  readonly keyHex: string | null
  readonly pages: PagesToRead
  readonly nowMs: number
  /** Of this database; tests have a computer of their own. */
  readonly openedUnder?: Pick<OpenedUnderFile, 'hadPowerSince'>
}): PreparedDatabase {
  const { profileDirectory, paths, keyHex, pages, nowMs, openedUnder = openedUnderFile(paths.database) } = deps
  const restoreFailure = carryOutOrder({ profileDirectory, paths, keyHex, nowMs })
  // A copy on its way in that never became the database; the copy it was made of is where it was.
  rmSync(`${paths.database}.restoring`, { force: true })
  mendRecoveryFiles(paths)
  const maySpareWait = (): boolean => isWalEmpty(paths.database) || openedUnder.hadPowerSince()
  const everyPage = pages === 'all' || (pages === 'afterPowerLoss' && !maySpareWait())
  const judgement = judgeDatabase({ databasePath: paths.database, keysDirectory: paths.keys, keyHex, everyPage })
  const pagesUnread = judgement === null && pages === 'afterPowerLoss' && !everyPage
  return { judgement, restoreFailure, pagesUnread }
}
