import type pino from 'pino'
import type { Session } from '../../shared/contract/accounts.ts'
import type { AttentionItem } from '../../shared/contract/day.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { LogWitness } from '../accounts/log-witness.ts'
import type { Place } from '../accounts/place.ts'
import { type BackupService, makeBackupService } from '../backup/backup-service.ts'
import type { BackupSettingsFile } from '../backup/backup-settings.ts'
import { type BackupRun, makeBackupStore } from '../backup/backup-store.ts'
import { makeCopiesAsWitness } from '../backup/copies-as-witness.ts'
import type { BackupRunner } from '../backup/run-backup.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import { profilePaths } from '../profile-paths.ts'
import type { RecordingPlace } from '../recording/presence/recording-store-stamp.ts'
import type { StoreLimits } from '../recording/presence/store-limits.ts'
import type { RecordingProof } from '../recording/recording-proof.ts'
import type { RecordingStore } from '../recording/recording-store.ts'
import type { WorkstationConfig, WorkstationHost } from '../workstation-api.ts'
import { makeFoundRecordings } from './found-recordings.ts'
import { makeIdleRecovery } from './idle-recovery.ts'
import { makeLostRowStore } from './lost-row-store.ts'
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
  readonly recordingPlace: RecordingPlace
  readonly storeLimits: Pick<StoreLimits, 'quietMs' | 'lookEveryMs'>
  readonly proof: Pick<RecordingProof, 'seal' | 'verify'>
  readonly settings: BackupSettingsFile
  readonly runner: BackupRunner
  /** The copy made before the schema was changed at this start, if any. */
  readonly beforeMigration: BackupRun | null
  readonly isSetUp: () => boolean
  readonly signOut: () => void
  readonly isReceptionOpen: () => boolean
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
  readonly trustedNow: () => number | null
  readonly log: pino.Logger
}

/** Copies of the database, what follows a restoration, and the recordings no row knows of. */
export interface DatabaseCare {
  readonly backup: BackupService
  /** The copies as those who remember the event log. */
  readonly witness: LogWitness
  readonly recovery: RecoveryService
  /** What was found asks who may decide about it. */
  askFound(who: Session): readonly AttentionItem[]
  /**
   * Writes down what happened to the database before this start, as the first line of it: the event log explains itself by
   * it. Whoever worked on a restored one signs in anew.
   */
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
    addRow(row, decided) {
      rows.addRow(row, decided)
      announce({ kind: 'recordingChanged', recordingId: row.manifest.recordingId })
    },
    seal: deps.proof.seal,
    verify: deps.proof.verify,
    quietMs: deps.storeLimits.quietMs,
    onChange: () => {
      announce({ kind: 'backupChanged' })
      announce({ kind: 'journalChanged' })
    },
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
    found,
    trustedNow: deps.trustedNow,
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
    if (outcome.kind === 'restore') {
      store.add({ ...outcome, reason: 'restore' })
      if (outcome.failure === null) deps.signOut()
      log.warn({ failure: outcome.failure, copy: outcome.name }, 'restoration of the database')
    } else {
      eventLog.append({ accountId: null, kind: 'databaseWentOn', objects: {}, result: 'done' })
      log.warn('the database went on without its last changes')
    }
    outcomes.clear()
  }

  let searchedAtMs: number | null = null
  function searchRecordings(): void {
    searchedAtMs = clock.monotonicMs()
    found.search().catch(error => {
      log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'recordings not looked through')
    })
  }

  const witness = makeCopiesAsWitness({
    directory: () => settings.read().directory,
    ...{ place: deps.place, databasePath: paths.database, keyHex: databaseKeyHex, runner },
  })

  return {
    backup,
    witness,
    recovery,
    askFound: ({ account }) => (account.role === 'head' ? askAboutFound(found.list().length) : []),
    noteWhatHappened,
    searchRecordings,
    tick() {
      backup.tick()
      // What was being recorded or copied at the last search may wait for a person by now.
      const isDue = searchedAtMs !== null && clock.monotonicMs() - searchedAtMs >= deps.storeLimits.lookEveryMs
      if (isDue && !deps.isReceptionOpen()) searchRecordings()
    },
    async close() {
      await found.close()
      await backup.close()
    },
  }
}

const askAboutFound = (count: number): AttentionItem[] =>
  count === 0
    ? []
    : [
        {
          ...{ kind: 'recordingFound', subjectId: null, receptionId: null, recordingId: null, applicationId: null },
          ...{ day: null, journalNumber: null, shortName: null, term: null, count, holdsDay: false },
        },
      ]
