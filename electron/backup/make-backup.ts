import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import type { BackupCard, BackupReason, SignedFacts } from '../../shared/contract/backup.ts'
import { openConnection } from '../database/connection.ts'
import { recoveryFileName } from '../database/keys.ts'
import { recoveryFolder } from '../database/recovery-files.ts'
import { areSameCounts, isBetween, rowCountsOf } from '../database/row-counts.ts'
import { writeFilePrivately } from '../database/write-file-privately.ts'
import { hashFileSync } from '../disk/hash-file-sync.ts'
import { makeOwnFolderSync } from '../disk/own-folder.ts'
import { asBackupError, BackupError } from './backup-error.ts'
import {
  backupName,
  cardOf,
  copyFileName,
  factsFileName,
  remains,
  unfinishedEnding,
  workplaceFolder,
} from './backup-place.ts'
import { type CopyContents, checkCopy } from './check-copy.ts'
import { signFacts } from './copy-signature.ts'

export interface BackupOrder {
  readonly databasePath: string
  readonly keyHex: string
  readonly keysDirectory: string
  /** The folder chosen in the settings; it must be there: an unplugged disk is not made anew on the system's own. */
  readonly directory: string
  readonly workplaceId: string
  readonly madeAtMs: number
  readonly reason: BackupReason
  readonly program: string
}

export interface MadeBackup {
  readonly card: BackupCard
  /** False: the copy is whole, the database it was made of is not: indexes are built anew, not read, by copying. */
  readonly sourceSound: boolean
}

export type BackupPhase = 'copying' | 'verifying'

/** Kept free beside the copy, so that a backup never fills a disk to the brim. */
const spareBytes = 32 * 1024 * 1024
/** A copy made while rows came and went is of no moment that was counted: it is made again. */
const tries = 5

/**
 * Makes one verified copy of a database that may be in use, from a connection of its own; blocks the thread it runs on.
 * Throws BackupError; then nothing is left and older copies are as they were.
 */
export function makeBackup(order: BackupOrder, onPhase: (phase: BackupPhase) => void = () => undefined): MadeBackup {
  const { directory, workplaceId, madeAtMs } = order
  const folder = workplaceFolder(directory, workplaceId)
  const name = freeName(folder, madeAtMs)
  const finished = join(folder, name)
  const unfinished = `${finished}${unfinishedEnding}`
  try {
    if (!existsSync(directory)) throw new BackupError('folderMissing', 'the backup folder is not there')
    makeOwnFolderSync(directory, basename(folder))
  } catch (error) {
    // Nothing is cleared away in what is not ours.
    throw asBackupError(error)
  }
  try {
    // One workplace writes here, one copy at a time: what is unfinished was cut off.
    for (const left of remains(folder)) rmSync(join(folder, left), { recursive: true, force: true })
    requireRoom(order)
    mkdirSync(unfinished, { mode: 0o700 })
    const { contents, sourceSound } = copyAndCheck(order, join(unfinished, copyFileName), onPhase)
    const wrapped = recoveryFolder({ keys: order.keysDirectory, database: order.databasePath })
    if (wrapped !== null) {
      copyFileSync(join(wrapped, recoveryFileName), join(unfinished, recoveryFileName))
      flush(join(unfinished, recoveryFileName), 'r+')
    }
    const facts = factsOf(order, contents, { name, copyPath: join(unfinished, copyFileName) })
    writeFilePrivately(join(unfinished, factsFileName), `${JSON.stringify(facts, null, 2)}\n`)
    renameSync(unfinished, finished)
    flushFolder(folder)
    return { card: cardOf({ name, folder: finished, facts }, 'signed'), sourceSound }
  } catch (error) {
    try {
      rmSync(unfinished, { recursive: true, force: true })
    } catch {
      // The disk went away; the next run removes what it finds.
    }
    throw asBackupError(error)
  }
}

/** A copy asked for in the second of another one, or under a clock set back, gets the next name that is free. */
function freeName(folder: string, madeAtMs: number): string {
  let ms = madeAtMs
  while (existsSync(join(folder, backupName(ms)))) ms += 1000
  return backupName(ms)
}

function copyAndCheck(
  order: BackupOrder,
  target: string,
  onPhase: (phase: BackupPhase) => void,
): { contents: CopyContents; sourceSound: boolean } {
  const source = openConnection({ path: order.databasePath, keyHex: order.keyHex }, true)
  try {
    for (let round = 1; ; round += 1) {
      onPhase('copying')
      rmSync(target, { force: true })
      closeSync(openSync(target, 'w', 0o600))
      const before = rowCountsOf(source)
      // One statement, one moment of the database; compacts, too: deleted rows do not travel with the copy.
      source.prepare('vacuum into ?').run(target)
      flush(target, 'r+')
      onPhase('verifying')
      const contents = checkCopy({ path: target, keyHex: order.keyHex })
      const after = rowCountsOf(source)
      if (isBetween(contents.counts, before, after)) {
        return { contents, sourceSound: source.pragma('quick_check(1)', { simple: true }) === 'ok' }
      }
      if (round === tries || areSameCounts(before, after)) {
        throw new BackupError('notVerified', 'the copy holds other rows than the database')
      }
    }
  } finally {
    source.close()
  }
}

function requireRoom({ databasePath, directory }: BackupOrder): void {
  const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
  const disk = statfsSync(directory)
  const neededBytes = sizeOf(databasePath) + sizeOf(`${databasePath}-wal`) + spareBytes
  if (disk.bavail * disk.bsize < neededBytes) throw new BackupError('noRoom', `a copy needs ${neededBytes} bytes`)
}

function factsOf(
  order: BackupOrder,
  contents: CopyContents,
  { name, copyPath }: { name: string; copyPath: string },
): SignedFacts {
  const { counts: _, logHead, ...held } = contents
  const { digest, byteLength } = hashFileSync(copyPath, 'sha256')
  const facts = {
    format: 2,
    madeAt: new Date(order.madeAtMs).toISOString(),
    reason: order.reason,
    program: order.program,
    ...held,
    byteLength,
    name,
    databaseSha256: digest.toString('hex'),
    logSequence: logHead?.sequence ?? null,
    logHash: logHead?.hash ?? null,
    logAt: logHead?.at ?? null,
  } as const
  return signFacts(facts, order.keyHex)
}

function flush(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes the rename last. Windows cannot open a folder; NTFS journals the rename itself. */
function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder, 'r')
}
