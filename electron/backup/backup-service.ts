import { statSync } from 'node:fs'
import { join } from 'node:path'
import type pino from 'pino'
import type { Session } from '../../shared/contract/accounts.ts'
import type {
  BackupCard,
  BackupProgress,
  BackupReason,
  BackupStatus,
  CopyCheck,
  FoundRecording,
} from '../../shared/contract/backup.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { typedPathTrouble } from '../../shared/text/path-kind.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import { recoveryFolder } from '../database/recovery-files.ts'
import type { FoundRecordings } from '../recovery/found-recordings.ts'
import type { RecoveryOrder } from '../recovery/recovery-order.ts'
import { asBackupError } from './backup-error.ts'
import { backupRefusal } from './backup-hints.ts'
import { backupName, cardOf, copyFileName, unfinishedEnding, workplaceFolder } from './backup-place.ts'
import type { BackupSettings } from './backup-settings.ts'
import type { BackupStore } from './backup-store.ts'
import { makeCopyChecks, refusalToRestore } from './copy-checks.ts'
import { listCopies, signatureOf } from './copy-signature.ts'
import { folderTrouble, isSameDisk } from './folder-check.ts'
import { removeOldCopies } from './remove-old-copies.ts'
import type { BackupRunner } from './run-backup.ts'
import { dueAtMs, lateAfterMs } from './schedule.ts'

export interface BackupServiceDeps {
  readonly store: BackupStore
  readonly runner: BackupRunner
  readonly settings: { read(): BackupSettings; write(settings: BackupSettings, who: Session): void }
  /** The folder that the policy of the organisation decided. */
  readonly lockedDirectory?: string | undefined
  readonly trustedNow: () => number | null
  readonly databasePath: string
  readonly keysDirectory: string
  readonly keyHex: string
  readonly program: string
  /** False before the first run: there is nothing to copy. */
  readonly isSetUp: () => boolean
  readonly place: () => Place
  readonly isReceptionOpen: () => boolean
  readonly found: Pick<FoundRecordings, 'list' | 'adopt'>
  /** Leaves an order for the next start and restarts the workstation. */
  readonly restartWith: (next: { order: RecoveryOrder }) => Promise<void>
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
  readonly log: pino.Logger
}

/** Copies of the database: made every night, on demand and before a migration; proven, rotated, restored. */
export interface BackupService {
  status(who: Session): Reply<BackupStatus>
  list(): Reply<BackupCard[]>
  make(who: Session): Promise<Reply<BackupCard>>
  choose(who: Session, settings: BackupSettings): Reply<null>
  verify(name: string): Promise<Reply<CopyCheck>>
  restorePreview(
    name: string,
  ): Reply<{ card: BackupCard; receptionsNow: number; recordingsNow: number; eventLinesSince: number }>
  restore(who: Session, name: string): Promise<Reply<null>>
  foundRecordings(): Reply<FoundRecording[]>
  /** A head takes a found recording into the journal. */
  adoptRecording(who: Session, choice: { recordingId: string; reason: string }): Promise<Reply<null>>
  /** Whether somebody should look after the copies, and the last one; null before the first run. */
  health(): Pick<BackupStatus, 'health' | 'lastMadeAt'> | null
  /** Once a second: begins what is due. */
  tick(): void
  close(): Promise<void>
}

export function makeBackupService(deps: BackupServiceDeps): BackupService {
  const { store, runner, settings, clock, announce, log } = deps
  const copies = makeCopyChecks(deps)
  let running: { unfinished: string; phase: BackupProgress['phase']; ended: Promise<void> } | null = null
  let closing = false

  const iso = (ms: number): string => new Date(ms).toISOString()
  const times = () => ({
    lastMadeAtMs: store.lastMade()?.atMs ?? null,
    lastFailedAtMs: store.lastFailed()?.atMs ?? null,
  })

  function dueMs(): number | null {
    const { directory, hour } = settings.read()
    if (directory === null) return null
    return dueAtMs({ ...times(), nowMs: clock.nowMs(), hour, timeZone: deps.place().timeZone })
  }

  async function run(reason: BackupReason, accountId: string | null): Promise<Reply<BackupCard>> {
    const { directory } = settings.read()
    if (directory === null) return backupRefusal('notSet')
    const atMs = clock.nowMs()
    const { workplaceId, timeZone } = deps.place()
    const folder = workplaceFolder(directory, workplaceId)
    const ended = Promise.withResolvers<void>()
    const mine = { unfinished: join(folder, `${backupName(atMs)}${unfinishedEnding}`), ended: ended.promise }
    running = { ...mine, phase: 'copying' }
    announce({ kind: 'backupChanged' })
    try {
      const { databasePath, keysDirectory, keyHex, program } = deps
      const order = { databasePath, keysDirectory, keyHex, program, directory, workplaceId, madeAtMs: atMs, reason }
      const { card, sourceSound } = await runner.make(order, phase => {
        running = { ...mine, phase }
      })
      store.add({ atMs, reason, failure: null, name: card.name, accountId })
      log.info({ reason, bytes: card.byteLength, ms: clock.nowMs() - atMs }, 'backup made')
      tidy(folder, timeZone, card.name)
      if (!sourceSound) {
        log.error({ reason }, 'the database copied is damaged')
        store.add({ atMs, reason, failure: 'databaseDamaged', name: null, accountId })
      }
      return done(card)
    } catch (error) {
      // A copy cut off by our own leaving is not a failure anybody has to look at.
      if (closing) return backupRefusal('failed')
      const { code, message } = asBackupError(error)
      log.error({ reason, code, error: message }, 'backup failed')
      store.add({ atMs, reason, failure: code, name: null, accountId })
      return backupRefusal(code)
    } finally {
      running = null
      ended.resolve()
      if (!closing) announce({ kind: 'backupChanged' })
    }
  }

  /** A copy that was made stays made, whatever becomes of the old ones. */
  function tidy(folder: string, timeZone: string, newest: string): void {
    // Which copies are old is a question of time, and they do not come back.
    if (deps.trustedNow() === null) return
    try {
      removeOldCopies(folder, timeZone, newest)
    } catch (error) {
      log.warn({ code: asBackupError(error).code }, 'old copies could not be removed')
    }
  }

  function health(): Pick<BackupStatus, 'health' | 'lastMadeAt'> | null {
    if (!deps.isSetUp()) return null
    const { lastMadeAtMs, lastFailedAtMs } = times()
    const lastMadeAt = lastMadeAtMs === null ? null : iso(lastMadeAtMs)
    const due = dueMs()
    if (due === null) return { health: 'notSet', lastMadeAt }
    if (lastFailedAtMs !== null) return { health: 'failed', lastMadeAt }
    return { health: clock.nowMs() - due > lateAfterMs ? 'late' : 'good', lastMadeAt }
  }

  function progress(): BackupProgress | null {
    if (!running) return null
    if (running.phase === 'verifying') return { phase: 'verifying', share: null }
    const written = statSync(join(running.unfinished, copyFileName), { throwIfNoEntry: false })?.size ?? 0
    const whole = statSync(deps.databasePath, { throwIfNoEntry: false })?.size ?? 0
    return { phase: 'copying', share: whole > 0 ? Math.min(1, written / whole) : null }
  }

  return {
    health,
    status(who) {
      const short = health() ?? { health: 'notSet' as const, lastMadeAt: null }
      if (who.account.role === 'specialist') return done({ ...short, details: null })
      const { directory, hour } = settings.read()
      const due = dueMs()
      const lastFailed = store.lastFailed()
      const restored = store.lastRestored()
      return done({
        ...short,
        details: {
          directory,
          hour,
          nextAt: due === null ? null : iso(Math.max(due, clock.nowMs())),
          waitsForReception: due !== null && due <= clock.nowMs() && deps.isReceptionOpen(),
          sameDisk: directory !== null && isSameDisk(directory, deps.databasePath),
          hasRecoveryKey: recoveryFolder({ keys: deps.keysDirectory, database: deps.databasePath }) !== null,
          running: progress(),
          lastFailure: lastFailed?.failure ? { at: iso(lastFailed.atMs), code: lastFailed.failure } : null,
          restored: restored ? { at: iso(restored.atMs), name: restored.name } : null,
        },
      })
    },

    list() {
      const { directory } = settings.read()
      if (directory === null) return done([])
      try {
        return done([...listCopies(workplaceFolder(directory, deps.place().workplaceId), deps.keyHex)])
      } catch (error) {
        return backupRefusal(asBackupError(error).code)
      }
    },

    make(who) {
      if (running) return Promise.resolve(refused('refusedByRule', 'Копия уже делается. Дождитесь её окончания.'))
      if (deps.isReceptionOpen()) {
        const hint = 'Идёт приём: копия будет сделана после него. Ничего не потеряно.'
        return Promise.resolve(refused('refusedByRule', hint))
      }
      return run('asked', who.account.id)
    },

    choose(who, chosen) {
      const { lockedDirectory } = deps
      if (lockedDirectory !== undefined && chosen.directory !== lockedDirectory) {
        const hint = `Папку копий задала политика организации: ${lockedDirectory}. Ничего не изменено.`
        return refused('refusedByRule', hint, { directory: hint })
      }
      const typed =
        lockedDirectory === undefined && chosen.directory !== null ? typedPathTrouble(chosen.directory) : null
      if (typed !== null) return refused('badInput', `${typed}. Ничего не изменено.`, { directory: typed })
      const trouble = chosen.directory === null ? null : folderTrouble(chosen.directory)
      if (trouble) {
        const { code, hint } = backupRefusal(trouble).fault
        return refused(code, hint, { directory: hint })
      }
      settings.write(chosen, who)
      announce({ kind: 'backupChanged' })
      return done(null)
    },

    async verify(name) {
      const copy = copies.find(name)
      if (!copy.ok) return copy
      const read = await copies.read(copy.value)
      const checkedAt = iso(clock.nowMs())
      if (read === 'notVerified' || read === 'databaseDamaged') {
        const signature = signatureOf(copy.value, deps.keyHex)
        return done({ intact: false, chainIntact: false, signature, checkedAt })
      }
      return typeof read === 'string' ? backupRefusal(read) : done({ intact: true, ...read, checkedAt })
    },

    restorePreview(name) {
      const copy = copies.find(name)
      if (!copy.ok) return copy
      const card = cardOf(copy.value, signatureOf(copy.value, deps.keyHex))
      const now = store.counts()
      return done({
        card,
        receptionsNow: now.receptions,
        recordingsNow: now.recordings,
        eventLinesSince: Math.max(0, now.eventLines - card.eventLines),
      })
    },

    async restore(who, name) {
      if (deps.isReceptionOpen()) {
        return refused('refusedByRule', 'Идёт приём. Завершите его, затем восстановите базу. Ничего не изменено.')
      }
      if (running) return refused('refusedByRule', 'Сейчас делается копия. Дождитесь её окончания. Ничего не изменено.')
      const copy = copies.find(name)
      if (!copy.ok) return copy
      const refusal = refusalToRestore(await copies.read(copy.value))
      if (refusal) return refusal
      const copyFolder = copy.value.folder
      const asked = { askedAtMs: clock.nowMs(), accountId: who.account.id, copyFolder, name }
      await deps.restartWith({ order: { kind: 'restore', ...asked, adoptRecoveryKey: false } })
      return done(null)
    },

    foundRecordings: () => done([...deps.found.list()]),
    adoptRecording: (who, choice) => deps.found.adopt({ accountId: who.account.id, ...choice }),

    tick() {
      if (!deps.isSetUp()) return
      if (running) return announce({ kind: 'backupChanged' })
      const due = dueMs()
      if (due === null || due > clock.nowMs() || deps.isReceptionOpen()) return
      void run('nightly', null)
    },

    async close() {
      closing = true
      const last = running?.ended
      await runner.close()
      await last
    },
  }
}
