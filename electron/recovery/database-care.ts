import type pino from 'pino'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import { type BackupService, makeBackupService } from '../backup/backup-service.ts'
import type { BackupSettingsFile } from '../backup/backup-settings.ts'
import { type BackupRun, makeBackupStore } from '../backup/backup-store.ts'
import type { BackupRunner } from '../backup/run-backup.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import { profilePaths } from '../profile-paths.ts'
import type { RecordingProof } from '../recording/recording-proof.ts'
import type { RecordingStore } from '../recording/recording-store.ts'
import type { WorkstationConfig, WorkstationHost } from '../workstation-api.ts'
import { makeFoundRecordings } from './found-recordings.ts'
import { makeIdleRecovery } from './idle-recovery.ts'
import { type LostRowStore, makeLostRowStore } from './lost-row-store.ts'
import { outcomeFile } from './recovery-order.ts'
import { makeRecoveryService, type RecoveryService } from './recovery-service.ts'
import { makeRestartWith } from './restart-with.ts'

export interface DatabaseCareDeps {
  readonly config: WorkstationConfig
  readonly host: WorkstationHost
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly eventLog: EventLog
  readonly journal: JournalProjection
  readonly recordingStore: RecordingStore
  readonly proof: Pick<RecordingProof, 'seal' | 'isSealFinished'>
  readonly settings: BackupSettingsFile
  readonly runner: BackupRunner
  /** The copy made before the schema was changed at this start, if any. */
  readonly beforeMigration: BackupRun | null
  readonly isSetUp: () => boolean
  readonly signOut: () => void
  readonly isReceptionOpen: () => boolean
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
  readonly log: pino.Logger
}

/** Copies of the database, what follows a restoration, and the recordings no row knows of. */
export interface DatabaseCare {
  readonly backup: BackupService
  readonly recovery: RecoveryService
  readonly rows: Pick<LostRowStore, 'knowsReception'>
  /** Writes down what happened to the database before this start; whoever worked on a restored one signs in anew. */
  noteWhatHappened(): void
  /** Looks through the recordings for those that no row knows of. */
  searchRecordings(): void
  /** Once a second. */
  tick(): void
  close(): Promise<void>
}

export function makeDatabaseCare(deps: DatabaseCareDeps): DatabaseCare {
  const { config, host, clock, runner, isSetUp, settings, eventLog, announce, log } = deps
  const { profileDirectory, databaseKeyHex, version } = config
  const paths = profilePaths(profileDirectory)
  const store = makeBackupStore(deps)
  const rows = makeLostRowStore({ ...deps, recordings: deps.recordingStore })
  const restartWith = makeRestartWith(profileDirectory, host)

  const found = makeFoundRecordings({
    rootDirectory: config.recordingsDirectory,
    ...rows,
    isSealFinished: deps.proof.isSealFinished,
    seal: deps.proof.seal,
    onChange: () => announce({ kind: 'backupChanged' }),
    log,
  })
  const backup = makeBackupService({
    store,
    runner,
    settings: {
      read: settings.read,
      write(chosen, who) {
        settings.write(chosen)
        eventLog.append({ accountId: who.account.id, kind: 'settingsChanged', objects: {}, result: 'done' })
      },
    },
    lockedDirectory: config.policy.backupDirectory,
    databasePath: paths.database,
    keysDirectory: paths.keys,
    keyHex: databaseKeyHex,
    program: version,
    isSetUp,
    place: deps.place,
    isReceptionOpen: deps.isReceptionOpen,
    found: found.list,
    restartWith,
    announce,
    clock,
    log,
  })
  const recovery = makeIdleRecovery({
    isSetUp,
    service: makeRecoveryService({
      judgement: { problem: 'missing', detail: 'a profile that was never set up' },
      restoreFailure: null,
      paths,
      keyHex: databaseKeyHex,
      backupDirectory: null,
      runner,
      restartWith,
      version,
      clock,
    }),
  })

  function noteWhatHappened(): void {
    if (!isSetUp()) return
    if (deps.beforeMigration) store.add({ ...deps.beforeMigration, accountId: null })
    const outcomes = outcomeFile(profileDirectory)
    const outcome = outcomes.read()
    if (!outcome) return
    store.add({ ...outcome, reason: 'restore' })
    if (outcome.failure === null) deps.signOut()
    log.warn({ failure: outcome.failure, copy: outcome.name }, 'restoration of the database')
    outcomes.clear()
  }

  return {
    backup,
    recovery,
    rows,
    noteWhatHappened,
    searchRecordings() {
      found.search().catch(error => {
        log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'recordings not looked through')
      })
    },
    tick: backup.tick,
    async close() {
      await found.close()
      await backup.close()
    },
  }
}
