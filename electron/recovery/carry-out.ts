import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { BackupFailure } from '../../shared/contract/backup.ts'
import { asBackupError, BackupError } from '../backup/backup-error.ts'
import { copyFileName } from '../backup/backup-place.ts'
import { checkCopy } from '../backup/check-copy.ts'
import { recoveryFileName } from '../database/keys.ts'
import { recoveryFilePaths, writeRecoveryFiles } from '../database/recovery-files.ts'
import type { ProfilePaths } from '../profile-paths.ts'
import { asidePath, databaseEndings, flushFolder, keepAside } from './keep-aside.ts'
import { orderFile, outcomeFile, type RecoveryOrder } from './recovery-order.ts'

export interface CarryOutDeps {
  readonly profileDirectory: string
  readonly paths: Pick<ProfilePaths, 'database' | 'keys'>
  readonly keyHex: string | null
  readonly nowMs: number
}

/**
 * Carries out what was ordered before the database is opened. Every step may be cut off and is done again at the next
 * start; nothing is overwritten or deleted. Answers why a restoration failed, with the database as it was; else null.
 */
export function carryOutOrder(deps: CarryOutDeps): BackupFailure | null {
  const orders = orderFile(deps.profileDirectory)
  const order = orders.read()
  if (!order) return null
  let failure: BackupFailure | null = null
  try {
    perform(order, deps)
  } catch (error) {
    failure = asBackupError(error).code
  }
  if (order.kind === 'restore') {
    const { accountId, name } = order
    outcomeFile(deps.profileDirectory).write({ kind: 'restore', atMs: deps.nowMs, accountId, name, failure })
  }
  if (order.kind === 'goOn' && failure === null) {
    outcomeFile(deps.profileDirectory).write({ kind: 'goOn', atMs: deps.nowMs })
  }
  orders.clear()
  return failure
}

function perform(order: RecoveryOrder, { paths, keyHex }: CarryOutDeps): void {
  const { database } = paths
  const aside = asidePath(database, order.askedAtMs)
  switch (order.kind) {
    case 'restore':
      restore(order, { database, aside, keyHex })
      if (order.adoptRecoveryKey) adoptRecoveryFile(order, paths)
      return
    case 'startEmpty':
      setAside(database, aside, databaseEndings)
      // It belongs to what was set aside; the first run makes a new one.
      for (const file of recoveryFilePaths(paths)) setAside(file, asidePath(file, order.askedAtMs), [''])
      return
    case 'goOn':
      setAside(database, aside, ['-wal', '-shm'])
      return
    default:
      order satisfies never
  }
}

interface RestorePlaces {
  readonly database: string
  readonly aside: string
  readonly keyHex: string | null
}

function restore({ copyFolder }: { copyFolder: string }, { database, aside, keyHex }: RestorePlaces): void {
  // Both there: a former try was cut off after its last step.
  if (existsSync(aside) && existsSync(database)) return
  if (keyHex === null) throw new BackupError('wrongKey', 'no key for the copy')
  const copy = join(copyFolder, copyFileName)
  if (!existsSync(copy)) throw new BackupError('copyMissing', 'the copy is not there')
  const incoming = `${database}.restoring`
  mkdirSync(dirname(database), { recursive: true, mode: 0o700 })
  try {
    // A cut-off try of our own; never anything else's.
    rmSync(incoming, { force: true })
    closeSync(openSync(incoming, 'wx', 0o600))
    copyFileSync(copy, incoming)
    // The copy may come from a disk that knows no modes.
    chmodSync(incoming, 0o600)
    flushFile(incoming)
    checkCopy({ path: incoming, keyHex })
  } catch (error) {
    rmSync(incoming, { force: true })
    throw error
  }
  // Only now, with a proven copy in hand. The old -wal has to be gone before the copy gets the name it belongs to.
  setAside(database, aside, databaseEndings)
  renameSync(incoming, database)
  flushFolder(dirname(database))
}

function setAside(path: string, aside: string, endings: readonly string[]): void {
  for (const ending of endings) keepAside(`${path}${ending}`, `${aside}${ending}`)
  if (existsSync(dirname(path))) flushFolder(dirname(path))
}

/** On another computer the recovery key of the copy must go on to open it; one that is there already is kept aside. */
function adoptRecoveryFile(
  { copyFolder, askedAtMs }: { copyFolder: string; askedAtMs: number },
  paths: CarryOutDeps['paths'],
): void {
  const theirs = join(copyFolder, recoveryFileName)
  if (!existsSync(theirs)) return
  for (const ours of recoveryFilePaths(paths)) {
    const aside = asidePath(ours, askedAtMs)
    if (!existsSync(aside)) keepAside(ours, aside)
  }
  writeRecoveryFiles(paths, readFileSync(theirs, 'utf8'))
}

function flushFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
