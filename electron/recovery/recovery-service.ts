import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { BackupFailure } from '../../shared/contract/backup.ts'
import { type FoundBackup, type RecoveryState, startEmptyPhrase } from '../../shared/contract/recovery.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import { typedPathTrouble } from '../../shared/text/path-kind.ts'
import { asBackupError } from '../backup/backup-error.ts'
import { backupRefusal } from '../backup/backup-hints.ts'
import { copyFileName, foldersWithCopies, listCopies, readFacts } from '../backup/backup-place.ts'
import type { BackupRunner } from '../backup/run-backup.ts'
import type { Clock } from '../clock.ts'
import { openConnection } from '../database/connection.ts'
import { hasRecoveryKey, KeyError, unlockWithRecovery } from '../database/keys.ts'
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
  restore(asked: { directory: string; name: string; recoveryKey: string | null }): Promise<Reply<null>>
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

  function backupsIn(directory: string): { copyFolder: string; found: FoundBackup; timeZone: string | null }[] {
    return foldersWithCopies(directory)
      .flatMap(folder =>
        listCopies(folder).map(card => {
          const copyFolder = join(folder, card.name)
          const opensHere = keyHex !== null && opens(join(copyFolder, copyFileName), keyHex)
          return { copyFolder, found: { ...card, opensHere }, timeZone: readFacts(copyFolder)?.timeZone ?? null }
        }),
      )
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

  return {
    state() {
      const backups = remembered()
      return done({
        problem,
        noticedAt,
        timeZone: backups[0]?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
        files: keptFiles(paths.database),
        directory: deps.backupDirectory,
        backups: backups.map(({ found }) => found),
        hasRecoveryFile: hasRecoveryKey(paths.keys),
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

    async restore({ directory, name, recoveryKey }) {
      const typed = typedTrouble(directory)
      if (typed !== null) return typed
      let copyFolder: string | undefined
      try {
        copyFolder = backupsIn(directory).find(({ found }) => found.name === name)?.copyFolder
      } catch (error) {
        return backupRefusal(asBackupError(error).code)
      }
      if (copyFolder === undefined) return backupRefusal('copyMissing')
      const key = recoveryKey === null ? done(keyHex) : unwrapped(copyFolder, recoveryKey)
      if (!key.ok) return key
      if (key.value === null) return backupRefusal('wrongKey')
      try {
        await deps.runner.check({ path: join(copyFolder, copyFileName), keyHex: key.value })
      } catch (error) {
        const { code } = asBackupError(error)
        if (code === 'wrongKey') return backupRefusal('wrongKey')
        return refused('refusedByRule', 'Эта копия не прошла проверку. Ничего не изменено. Выберите другую копию.')
      }
      const askedAtMs = clock.nowMs()
      const adoptRecoveryKey = key.value !== keyHex || !hasRecoveryKey(paths.keys)
      const order = { kind: 'restore', askedAtMs, accountId: null, copyFolder, name, adoptRecoveryKey } as const
      await restartWith(key.value === keyHex ? { order } : { order, keyHex: key.value })
      return done(null)
    },

    async unlock(recoveryKey) {
      if (problem !== 'keyMissing' && problem !== 'notReadable') return notNow()
      const key = unwrapped(paths.keys, recoveryKey)
      if (!key.ok) return key
      if (!opens(paths.database, key.value)) {
        return refused(
          'refusedByRule',
          'Ключ восстановления верный, но база с ним не открывается: она повреждена. Файл сохранён без изменений. Восстановите базу из копии.',
        )
      }
      await restartWith({ keyHex: key.value })
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
          hasRecoveryFile: hasRecoveryKey(paths.keys),
          version: deps.version,
          nowMs: clock.nowMs(),
        }),
      }),
  }
}

/** Whether the key is the key of this file; says nothing of the pages behind the first. */
function opens(path: string, keyHex: string): boolean {
  try {
    openConnection({ path, keyHex }, true).close()
    return true
  } catch {
    return false
  }
}

const keyHints: Partial<Record<KeyError['code'], string>> = {
  mistyped: 'Ключ введён с ошибкой: 36 знаков группами по четыре. Проверьте его по распечатке. Ничего не изменено.',
  wrongKey: 'Это ключ восстановления другой базы. Найдите распечатку этого рабочего места. Ничего не изменено.',
  recoveryMissing: 'Рядом нет файла recovery.json: ключом восстановления эту базу не открыть. Выберите другую копию.',
  recoveryDamaged: 'Файл recovery.json повреждён: ключом восстановления эту базу не открыть. Выберите другую копию.',
}

/** The key of the database behind a recovery key; a refusal names the field. */
function unwrapped(folder: string, recoveryKey: string): Reply<string> {
  try {
    return done(unlockWithRecovery(folder, recoveryKey))
  } catch (error) {
    if (!(error instanceof KeyError)) throw error
    const hint = keyHints[error.code] ?? 'Ключ восстановления не подошёл. Ничего не изменено.'
    return refused('badInput', hint, { recoveryKey: hint })
  }
}
