import { rmSync } from 'node:fs'
import type { BackupFailure } from '../../shared/contract/backup.ts'
import { mendRecoveryFiles } from '../database/recovery-files.ts'
import type { ProfilePaths } from '../profile-paths.ts'
import { carryOutOrder } from './carry-out.ts'
import { type DatabaseJudgement, judgeDatabase } from './judge-database.ts'

export interface PreparedDatabase {
  /** null: the workstation may open it. */
  readonly judgement: DatabaseJudgement | null
  /** Why an ordered restoration was not carried out; the database is as it was. */
  readonly restoreFailure: BackupFailure | null
}

/**
 * What stands before every opening of the database: orders carried out, the wrapped key in both its
 * places, the file judged.
 */
export function prepareDatabase(deps: {
  readonly profileDirectory: string
  readonly paths: Pick<ProfilePaths, 'database' | 'keys'>
  readonly keyHex: string | null
  readonly everyPage: boolean
  readonly nowMs: number
}): PreparedDatabase {
  const { profileDirectory, paths, keyHex, everyPage, nowMs } = deps
  const restoreFailure = carryOutOrder({ profileDirectory, paths, keyHex, nowMs })
  // A copy on its way in that never became the database; the copy it was made of is where it was.
  rmSync(`${paths.database}.restoring`, { force: true })
  mendRecoveryFiles(paths)
  const judged = { databasePath: paths.database, keysDirectory: paths.keys, keyHex, everyPage }
  return { judgement: judgeDatabase(judged), restoreFailure }
}
