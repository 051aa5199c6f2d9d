import type { BackupFailure } from '../../shared/contract/backup.ts'
import { openBackupSettings } from '../backup/backup-settings.ts'
import { withBackupFolder } from '../backup/locked-backup-folder.ts'
import { makeBackupRunner } from '../backup/run-backup.ts'
import { systemClock } from '../clock.ts'
import type { Caller } from '../ipc/caller.ts'
import { makeDoor } from '../ipc/door.ts'
import { profilePaths } from '../profile-paths.ts'
import type { Workstation, WorkstationConfig, WorkstationHost } from '../workstation-api.ts'
import type { DatabaseJudgement } from './judge-database.ts'
import { recoveryRouter } from './recovery-router.ts'
import { makeRecoveryService } from './recovery-service.ts'
import { makeRestartWith } from './restart-with.ts'

export interface RecoveryWorkstationDeps {
  readonly config: Omit<WorkstationConfig, 'databaseKeyHex'> & { readonly databaseKeyHex: string | null }
  readonly host: WorkstationHost
  readonly judgement: DatabaseJudgement
  readonly restoreFailure: BackupFailure | null
}

/**
 * The workstation while its database cannot be used: it answers the calls of recovery and no other. The recorder is
 * turned away, so that nothing is recorded that no row would know of; its page holds what it has and comes back.
 */
export function makeRecoveryWorkstation(deps: RecoveryWorkstationDeps): Workstation {
  const { config, host, judgement, restoreFailure } = deps
  const runner = makeBackupRunner()
  host.log.error({ problem: judgement.problem, detail: judgement.detail, restoreFailure }, 'database not usable')
  const service = makeRecoveryService({
    judgement,
    restoreFailure,
    paths: profilePaths(config.profileDirectory),
    keyHex: config.databaseKeyHex,
    backupDirectory: withBackupFolder(openBackupSettings(config.profileDirectory), config.policy.backupDirectory).read()
      .directory,
    runner,
    restartWith: makeRestartWith(config.profileDirectory, host),
    version: config.version,
    clock: systemClock,
  })
  const caller: Caller = { session: () => null, sessionLife: () => AbortSignal.abort() }
  const door = makeDoor(recoveryRouter(service), host.log)
  return {
    connectPage: socket => void door.upgrade(socket, { context: { caller } }),
    connectRecorder: connection => connection.close(),
    connectRehearsal: connection => connection.close(),
    playableFile: () => null,
    receiveImport: () => Promise.resolve(404),
    noteComputer: () => undefined,
    close: () => runner.close(),
  }
}
