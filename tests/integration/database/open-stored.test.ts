import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { openStored } from '../../../electron/composition/open-stored.ts'
import { openConnection } from '../../../electron/database/connection.ts'
import { profilePaths } from '../../../electron/profile-paths.ts'

/** A workstation that cannot work leaves the database of the former version as it was, and makes no new one. */

const keyHex = 'ab'.repeat(32)
let profileDirectory: string
beforeEach(() => {
  profileDirectory = mkdtempSync(join(tmpdir(), 'open-stored-'))
})
afterEach(() => rmSync(profileDirectory, { recursive: true, force: true }))

const open = (isAble: Promise<unknown>) => {
  isAble.catch(() => undefined)
  const config = { profileDirectory, databaseKeyHex: keyHex, policy: {}, version: '0.0.0' }
  return openStored(config, profilePaths(profileDirectory), systemClock, isAble)
}
const unable = () => Promise.reject(new Error('no ffmpeg'))

test('a new profile gets no database', async () => {
  await expect(open(unable())).rejects.toThrow('no ffmpeg')
  expect(existsSync(profilePaths(profileDirectory).database)).toBe(false)
})

test('a database of another version is not changed', async () => {
  const { database } = await open(Promise.resolve())
  database.close()
  const { database: file } = profilePaths(profileDirectory)
  const older = openConnection({ path: file, keyHex }, false)
  older.pragma('user_version = 1')
  older.pragma('wal_checkpoint(TRUNCATE)')
  older.close()
  const before = readFileSync(file)
  await expect(open(unable())).rejects.toThrow('no ffmpeg')
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('one of this version is opened while that is asked', async () => {
  const first = await open(Promise.resolve())
  first.database.close()
  const { database } = await open(new Promise(() => undefined))
  expect(database.raw.pragma('quick_check', { simple: true })).toBe('ok')
  database.close()
})
