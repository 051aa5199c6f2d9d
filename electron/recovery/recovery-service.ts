import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { BackupFailure, BackupSignature } from '../../shared/contract/backup.ts'
import { type FoundBackup, type RecoveryState, startEmptyPhrase } from '../../shared/contract/recovery.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import { typedPathTrouble } from '../../shared/text/path-kind.ts'
import { makeRecoveryKeyTries } from '../accounts/recovery-key-tries.ts'
import { asBackupError } from '../backup/backup-error.ts'
import { backupRefusal } from '../backup/backup-hints.ts'
import { cardOf, copyFileName, foldersWithCopies, type StoredCopy, storedCopies } from '../backup/backup-place.ts'
import { signatureOf } from '../backup/copy-signature.ts'
import type { BackupRunner } from '../backup/run-backup.ts'
import type { Clock } from '../clock.ts'
import { opensWith } from '../database/connection.ts'
import { hasRecoveryKey, KeyError, recoveryFileName, sealedKeyFileName } from '../database/keys.ts'
import { recoveryFolder, recoveryFolders, unlockAnyOf, writeRecoveryFiles } from '../database/recovery-files.ts'
import type { ProfilePaths } from '../profile-paths.ts'
import type { DatabaseJudgement } from './judge-database.ts'
import { keptFiles } from './kept-files.ts'
import type { RecoveryOrder } from './recovery-order.ts'
import { recoveryReport } from './recovery-report.ts'

export interface RecoveryServiceDeps {
  readonly judgement: DatabaseJudgement
  readonly restoreFailure: BackupFailure | null
  readonly paths: Pick<ProfilePaths, 'database' | 'keys'>
  /** null: the host has none. */
  readonly keyHex: string | null
  readonly backupDirectory: string | null
  readonly runner: BackupRunner
  /** Leaves an order and another key for the next start, the former key kept aside, and restarts the workstation. */
  readonly restartWith: (next: { order?: RecoveryOrder; keyHex?: string }) => Promise<void>
  readonly version: string
  readonly clock: Clock
}

/** What can be done where the database cannot be opened. Nothing is changed before the next start carries it out. */
export interface RecoveryService {
  state(): Reply<RecoveryState | null>
  look(directory: string): Reply<{ directory: string; backups: FoundBackup[] }>
  restore(asked: {
    directory: string
    name: string
    recoveryKey: string | null
    evenIfNotProven: boolean
  }): Promise<Reply<null>>
  unlock(recoveryKey: string): Promise<Reply<null>>
  goOn(): Promise<Reply<null>>
  startEmpty(phrase: string): Promise<Reply<null>>
  report(): Reply<{ text: string }>
}

const notNow = () => refused('refusedByRule', 'Для этой неисправности такое действие не подходит. Ничего не изменено.')

export function makeRecoveryService(deps: RecoveryServiceDeps): RecoveryService {
  const { judgement, paths, keyHex, clock, restartWith } = deps
  const { problem } = judgement
  const noticedAt = new Date(clock.nowMs()).toISOString()

  const tries = makeRecoveryKeyTries(clock)

  function backupsIn(directory: string): { copy: StoredCopy; found: FoundBackup }[] {
    return foldersWithCopies(directory)
      .flatMap(storedCopies)
      .map(copy => {
        const opensHere = keyHex !== null && opensWith({ path: join(copy.folder, copyFileName), keyHex })
        return { copy, found: { ...cardOf(copy, signatureOf(copy, keyHex)), opensHere } }
      })
      .sort((one, other) => (one.found.name < other.found.name ? 1 : -1))
  }

  /** The folder of the settings was not typed here. */
  function typedTrouble(directory: string) {
    const trouble = directory === deps.backupDirectory ? null : typedPathTrouble(directory)
    return trouble === null ? null : refused('badInput', `${trouble}. Ничего не изменено.`, { directory: trouble })
  }

  function remembered() {
    const { backupDirectory } = deps
    try {
      return backupDirectory === null ? [] : backupsIn(backupDirectory)
    } catch {
      // An unplugged disk: the person names another folder.
      return []
    }
  }

  /** Where a wrapped key may lie: in our own places, and only where it is lost there beside the copies. */
  function wrappedIn(): readonly string[] {
    const own = recoveryFolder(paths)
    return own !== null ? [own] : [...recoveryFolders(paths), ...remembered().map(({ copy }) => copy.folder)]
  }

  /** The key of the database behind a recovery key; a refusal names the field. */
  function unwrapped(
    folders: readonly string[],
    recoveryKey: string,
    isRight: (keyHex: string) => boolean = () => true,
  ): Reply<{ keyHex: string; folder: string }> {
    const pause = tries.pause()
    if (pause) return pause
    try {
      const found = unlockAnyOf(folders, recoveryKey, isRight)
      tries.noteRight()
      return done(found)
    } catch (error) {
      if (!(error instanceof KeyError)) throw error
      tries.noteWrong()
      const hint = keyHints[error.code] ?? 'Ключ восстановления не подошёл. Ничего не изменено.'
      return refused('badInput', hint, { recoveryKey: hint })
    }
  }

  return {
    state() {
      const backups = remembered()
      return done({
        problem,
        noticedAt,
        timeZone: backups[0]?.copy.facts.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
        files: keptFiles(paths.database),
        directory: deps.backupDirectory,
        backups: backups.map(({ found }) => found),
        hasRecoveryFile: wrappedIn().some(hasRecoveryKey),
        keySealed: keyHex === null && existsSync(join(paths.keys, sealedKeyFileName)),
        restoreFailure: deps.restoreFailure,
      })
    },

    look(directory) {
      const typed = typedTrouble(directory)
      if (typed !== null) return typed
      if (!isAbsolute(directory) || !existsSync(directory)) {
        return refused('badInput', 'Такой папки нет. Укажите путь полностью.', { directory: 'Такой папки нет' })
      }
      try {
        const backups = backupsIn(directory).map(({ found }) => found)
        return done({ directory, backups })
      } catch (error) {
        return backupRefusal(asBackupError(error).code)
      }
    },

    async restore({ directory, name, recoveryKey, evenIfNotProven }) {
      const trouble = typedTrouble(directory)
      if (trouble !== null) return trouble
      let copy: StoredCopy | undefined
      try {
        copy = backupsIn(directory).find(({ found }) => found.name === name)?.copy
      } catch (error) {
        return backupRefusal(asBackupError(error).code)
      }
      if (copy === undefined) return backupRefusal('copyMissing')
      const typed = recoveryKey === null ? null : unwrapped([copy.folder], recoveryKey)
      if (typed && !typed.ok) return typed
      const copyKeyHex = typed ? typed.value.keyHex : keyHex
      if (copyKeyHex === null) return backupRefusal('wrongKey')
      let databaseSha256: string
      try {
        const path = join(copy.folder, copyFileName)
        databaseSha256 = (await deps.runner.check({ path, keyHex: copyKeyHex })).databaseSha256
      } catch (error) {
        const { code } = asBackupError(error)
        if (code === 'wrongKey') return backupRefusal('wrongKey')
        return refused('refusedByRule', 'Эта копия не прошла проверку. Ничего не изменено. Выберите другую копию.')
      }
      const notProven = notProvenHint[signatureOf(copy, copyKeyHex, databaseSha256)]
      if (notProven !== undefined && !evenIfNotProven) {
        return refused('refusedByRule', `${notProven} Ничего не изменено.`, { evenIfNotProven: notProven })
      }
      const askedAtMs = clock.nowMs()
      const adoptRecoveryKey = copyKeyHex !== keyHex || recoveryFolder(paths) === null
      const copyFolder = copy.folder
      const order = { kind: 'restore', askedAtMs, accountId: null, copyFolder, name, adoptRecoveryKey } as const
      await restartWith(copyKeyHex === keyHex ? { order } : { order, keyHex: copyKeyHex })
      return done(null)
    },

    async unlock(recoveryKey) {
      if (problem !== 'keyMissing' && problem !== 'notReadable') return notNow()
      const opens = (key: string): boolean => opensWith({ path: paths.database, keyHex: key })
      const own = recoveryFolder(paths)
      // A copy may be one of another database: there a key that does not open ours says nothing of ours.
      const key = own === null ? unwrapped(wrappedIn(), recoveryKey, opens) : unwrapped([own], recoveryKey)
      if (!key.ok) return key
      if (!opens(key.value.keyHex)) {
        return refused(
          'refusedByRule',
          'Ключ восстановления верный, но база с ним не открывается: она повреждена. Файл сохранён без изменений. Восстановите базу из копии.',
        )
      }
      // What lay beside a copy only lies in its own places again.
      if (own === null) writeRecoveryFiles(paths, readFileSync(join(key.value.folder, recoveryFileName), 'utf8'))
      await restartWith({ keyHex: key.value.keyHex })
      return done(null)
    },

    async goOn() {
      if (problem !== 'walDamaged') return notNow()
      await restartWith({ order: { kind: 'goOn', askedAtMs: clock.nowMs() } })
      return done(null)
    },

    async startEmpty(phrase) {
      if (problem === 'newer') return notNow()
      if (phrase.trim().toLowerCase() !== startEmptyPhrase) {
        const hint = `Введите слова «${startEmptyPhrase}» полностью. Ничего не изменено.`
        return refused('badInput', hint, { phrase: hint })
      }
      await restartWith({ order: { kind: 'startEmpty', askedAtMs: clock.nowMs() } })
      return done(null)
    },

    report: () =>
      done({
        text: recoveryReport({
          judgement,
          restoreFailure: deps.restoreFailure,
          files: keptFiles(paths.database),
          backups: remembered().map(({ found }) => found),
          hasHostKey: keyHex !== null,
          hasRecoveryFile: wrappedIn().some(hasRecoveryKey),
          version: deps.version,
          nowMs: clock.nowMs(),
        }),
      }),
  }
}

/** Of a copy that is not what its list says. */
const notProvenHint: Partial<Record<BackupSignature, string>> = {
  altered: 'Список этой копии изменён после того, как её сделали: что в ней и когда она сделана, неизвестно.',
  swapped: 'База в этой копии не та, о которой говорит её список: что в ней и когда она сделана, неизвестно.',
}

const keyHints: Partial<Record<KeyError['code'], string>> = {
  mistyped: 'Ключ введён с ошибкой: 36 знаков группами по четыре. Проверьте его по распечатке. Ничего не изменено.',
  wrongKey: 'Это ключ восстановления другой базы. Найдите распечатку этого рабочего места. Ничего не изменено.',
  recoveryMissing:
    'Файла recovery.json нет на месте: ключом восстановления эту базу не открыть. Выберите другую копию.',
  recoveryDamaged: 'Файл recovery.json повреждён: ключом восстановления эту базу не открыть. Выберите другую копию.',
}
