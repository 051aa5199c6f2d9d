import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { databaseKeyFileName, KeyError, loadOrCreateDatabaseKey, makeKeyFile } from '../database/keys.ts'
import type { ProfilePaths } from '../profile-paths.ts'

/**
 * The database key of this profile, 64 hex digits, made where there is neither key nor database. null: there is a
 * database and no key that can be read; the workstation asks for the recovery key.
 */
export function openDatabaseKey(paths: Pick<ProfilePaths, 'keys' | 'database'>): string | null {
  try {
    return loadOrCreateDatabaseKey({ holder: makeKeyFile(paths.keys), databasePath: paths.database })
  } catch (error) {
    if (error instanceof KeyError) return null
    throw error
  }
}

/** Keeps another key; the former one goes aside, because a database set aside may still need it. */
export function keepDatabaseKey(paths: Pick<ProfilePaths, 'keys'>, keyHex: string, nowMs: number): void {
  const path = join(paths.keys, databaseKeyFileName)
  const time = `${new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  if (existsSync(path)) renameSync(path, join(paths.keys, `database.aside-${time}.key`))
  makeKeyFile(paths.keys).save(keyHex)
}
