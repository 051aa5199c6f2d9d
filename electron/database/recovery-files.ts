import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ProfilePaths } from '../profile-paths.ts'
import {
  hasRecoveryKey,
  isRecoveryKeyReadable,
  KeyError,
  recoveryFileName,
  unlockWithRecovery,
  wrapDatabaseKey,
} from './keys.ts'
import { writeFilePrivately } from './write-file-privately.ts'

type Places = Pick<ProfilePaths, 'keys' | 'database'>

/**
 * The wrapped key lies in `keys/` and beside the database: who loses the folder of keys, or copies only the database,
 * can still type the recovery key.
 */
export const recoveryFolders = ({ keys, database }: Places): readonly [string, string] => [keys, dirname(database)]

/** The files of both places, there or not. */
export const recoveryFilePaths = (places: Places): readonly string[] =>
  recoveryFolders(places).map(folder => join(folder, recoveryFileName))

/** The folder of the wrapped key that is to be used; null where neither can be read. */
export const recoveryFolder = (places: Places): string | null =>
  recoveryFolders(places).find(isRecoveryKeyReadable) ?? null

/** Whether a recovery key was ever made here: a damaged file is a sign of it, too. */
export const wasRecoveryKeyMade = (places: Places): boolean => recoveryFolders(places).some(hasRecoveryKey)

/** Wraps the key anew in both places and answers the printable recovery key, once; an earlier one stops working. */
export function createRecoveryKey(places: Places, keyHex: string): string {
  const { fileText, recoveryKey } = wrapDatabaseKey(keyHex)
  writeRecoveryFiles(places, fileText)
  return recoveryKey
}

/** Writes both, the one in `keys/` last. */
export function writeRecoveryFiles(places: Places, fileText: string): void {
  for (const path of recoveryFilePaths(places).toReversed()) writeFilePrivately(path, fileText)
}

/**
 * Makes both equal again where one is lost, damaged or older. `keys/` is written last: where the two differ the new key
 * was never shown to anybody, and the one in `keys/` is the one on paper.
 */
export function mendRecoveryFiles(places: Places): void {
  const kept = recoveryFolder(places)
  if (kept === null) return
  const fileText = readFileSync(join(kept, recoveryFileName), 'utf8')
  for (const path of recoveryFilePaths(places)) {
    if (!existsSync(path) || readFileSync(path, 'utf8') !== fileText) writeFilePrivately(path, fileText)
  }
}

/** The worst that can be said of a recovery key, the most telling first. */
const telling = ['mistyped', 'wrongKey', 'recoveryDamaged', 'recoveryMissing'] as const

/**
 * Opens the first wrapped key the typed recovery key fits and `isRight` takes; throws KeyError with the most telling
 * reason where there is none. `wrongKey` also where a key was found and not taken.
 */
export function unlockAnyOf(
  folders: readonly string[],
  typed: string,
  isRight: (keyHex: string) => boolean,
): { keyHex: string; folder: string } {
  const reasons = new Set<KeyError['code']>()
  for (const folder of folders) {
    try {
      const keyHex = unlockWithRecovery(folder, typed)
      if (isRight(keyHex)) return { keyHex, folder }
      reasons.add('wrongKey')
    } catch (error) {
      if (!(error instanceof KeyError)) throw error
      reasons.add(error.code)
    }
  }
  throw new KeyError(telling.find(code => reasons.has(code)) ?? 'recoveryMissing')
}

/** Whether a typed recovery key is the one of this workplace; `lost`: neither file can be read, nobody knows. */
export function judgeRecoveryKey(
  places: Places,
  typed: string,
  keyHex: string,
): 'right' | 'wrong' | 'mistyped' | 'lost' {
  const folder = recoveryFolder(places)
  if (folder === null) return 'lost'
  try {
    return unlockWithRecovery(folder, typed) === keyHex ? 'right' : 'wrong'
  } catch (error) {
    if (!(error instanceof KeyError)) throw error
    return error.code === 'mistyped' ? 'mistyped' : 'wrong'
  }
}
