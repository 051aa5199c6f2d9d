import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { backupTimeMs } from '../../shared/backup/backup-name.ts'
import { type BackupCard, BackupFacts, type BackupSignature } from '../../shared/contract/backup.ts'
import { hasRecoveryKey } from '../database/keys.ts'

/**
 * Where copies lie: `<folder>/videopriem-<workplaceId>/<2026-11-24T03-00-00Z>/` with
 *
 * | file | holds |
 * | workstation.db | the copy, encrypted with the key of the database |
 * | recovery.json | that key, wrapped by the recovery key; never the form the host keeps |
 * | backup.json | BackupFacts, signed (copy-signature.ts) |
 *
 * A folder gets its name only when all of it is on the disk and proven; until then it ends in `.unfinished`.
 */
export const copyFileName = 'workstation.db'
export const factsFileName = 'backup.json'
export const unfinishedEnding = '.unfinished'
const removingEnding = '.removing'

/** «2026-11-24T03-00-00Z»: file systems of Windows know no colon. */
export const backupName = (madeAtMs: number): string =>
  `${new Date(madeAtMs).toISOString().slice(0, 19).replaceAll(':', '-')}Z`

/** Several workplaces may share one folder on a server. */
export const workplaceFolder = (directory: string, workplaceId: string): string =>
  join(directory, `videopriem-${workplaceId}`)

/** Folders of copies inside a folder a person named: it may be the shared one, a workplace's own or a single copy. */
export function foldersWithCopies(directory: string): readonly string[] {
  const inside = subfolders(directory)
  const workplaces = inside.filter(name => name.startsWith('videopriem-')).map(name => join(directory, name))
  return inside.some(name => backupTimeMs(name) !== null) ? [directory, ...workplaces] : workplaces
}

/** A finished copy as it lies in its folder. */
export interface StoredCopy {
  readonly name: string
  /** Its own folder. */
  readonly folder: string
  readonly facts: BackupFacts
}

/** Finished copies, newest name first. Throws the system error where the folder cannot be read. */
export function storedCopies(folder: string): readonly StoredCopy[] {
  if (!existsSync(folder)) return []
  return subfolders(folder)
    .filter(name => backupTimeMs(name) !== null)
    .sort((one, other) => (one < other ? 1 : -1))
    .flatMap(name => {
      const own = join(folder, name)
      const facts = readFacts(own)
      return facts && isPlainFile(join(own, copyFileName)) ? [{ name, folder: own, facts }] : []
    })
}

/** What was left of a copy that was cut off, or of one being removed. */
export const remains = (folder: string): readonly string[] =>
  subfolders(folder).filter(name => name.endsWith(unfinishedEnding) || name.endsWith(removingEnding))

/** The name under which a copy is taken apart: a half-removed one must not look whole. */
export const removingName = (name: string): string => `${name}${removingEnding}`

/** The facts beside a copy; null where they are missing or strange. */
function readFacts(copyFolder: string): BackupFacts | null {
  try {
    return BackupFacts.parse(JSON.parse(readFileSync(join(copyFolder, factsFileName), 'utf8')))
  } catch {
    return null
  }
}

/** A copy as the screens show it. */
export function cardOf({ name, folder, facts }: StoredCopy, signature: BackupSignature): BackupCard {
  const { madeAt, reason, receptions, recordings, eventLines, byteLength, chainIntact } = facts
  const held = { receptions, recordings, eventLines, byteLength, chainIntact }
  return { name, madeAt, reason, ...held, hasRecoveryKey: hasRecoveryKey(folder), signature }
}

const subfolders = (folder: string): string[] => readdirSync(folder).filter(name => isDirectory(join(folder, name)))

// A link may lead to anything, and what is taken apart there is somebody's.
const isDirectory = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

const isPlainFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
