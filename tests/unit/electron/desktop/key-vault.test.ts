import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeKeyFile } from '../../../../electron/database/keys.ts'
import { openKeyVault } from '../../../../electron/desktop/key-vault.ts'
import { keepDatabaseKey, openDatabaseKey } from '../../../../electron/host/database-key.ts'
import { profilePaths } from '../../../../electron/profile-paths.ts'
import { FakeSafeStorage } from '../../../fixtures/electron/safe-storage.ts'

const nowMs = (): number => Date.parse('2026-11-25T06:00:00Z')
const first = 'a'.repeat(64)
const second = 'b'.repeat(64)
let profile: string
let safeStorage: FakeSafeStorage
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'vault-'))
  safeStorage = new FakeSafeStorage()
})
afterEach(() => rmSync(profile, { recursive: true }))

const paths = () => profilePaths(profile)
const open = (platform: NodeJS.Platform = 'linux') => openKeyVault({ safeStorage, platform, paths: paths(), nowMs })
const kept = (): string[] => (existsSync(paths().keys) ? readdirSync(paths().keys).sort() : [])
const database = () => writeFileSync(paths().database, 'pages')

test('a new profile gets a key that lies sealed only, readable by its owner', async () => {
  const vault = await open()
  expect(vault.keyHex()).toMatch(/^[0-9a-f]{64}$/)
  expect(vault.warning).toBeNull()
  expect(kept()).toEqual(['database.sealed'])
  const sealed = join(paths().keys, 'database.sealed')
  expect(readFileSync(sealed, 'utf8')).not.toContain(vault.keyHex())
  expect(statSync(sealed).mode & 0o777).toBe(0o600)
  database()
  expect((await open()).keyHex()).toBe(vault.keyHex())
  expect(safeStorage.synchronousCalls).toBe(0)
})

test.each([
  ['basic_text', 'linux', true],
  ['unknown', 'linux', true],
  ['gnome_libsecret', 'linux', false],
  ['kwallet6', 'linux', false],
  // Windows and macOS have no such choice; the call is not made for them.
  ['basic_text', 'win32', false],
] as const)('backend %s on %s: refused %s', async (backend, platform, refused) => {
  safeStorage.backend = backend
  const vault = await open(platform)
  expect(vault.warning !== null).toBe(refused)
  expect(kept()).toEqual([refused ? 'database.key' : 'database.sealed'])
})

test('a desktop that is not known is named, with the key of the policy that helps', async () => {
  safeStorage.backend = 'unknown'
  const on = async (desktopName: string | null) =>
    (await openKeyVault({ safeStorage, platform: 'linux', paths: paths(), nowMs, desktopName })).warning
  expect(await on('MATE')).toContain('«MATE»')
  expect(await on(null)).toContain('называет себя никак')
  expect(await on('Fly')).toContain('passwordStore')
  safeStorage.backend = 'gnome_libsecret'
  expect(await on('MATE')).toBeNull()
})

test('where the system cannot seal, the key lies in a file and the warning says so', async () => {
  safeStorage.isAvailable = false
  const vault = await open('win32')
  expect(vault.warning).toContain('зашифрованном диске')
  expect(kept()).toEqual(['database.key'])
  expect(openDatabaseKey(paths())).toBe(vault.keyHex())
})

test('a key file of the browser host is taken over, and both hosts open the profile', async () => {
  makeKeyFile(paths().keys).save(first)
  database()
  expect((await open()).keyHex()).toBe(first)
  expect(kept()).toEqual(['database.key', 'database.sealed'])
  expect(openDatabaseKey(paths())).toBe(first)
  // The technician takes the file away: the desktop goes on.
  rmSync(join(paths().keys, 'database.key'))
  expect((await open()).keyHex()).toBe(first)
})

test('another key of the browser host wins over the sealed one, which goes aside', async () => {
  makeKeyFile(paths().keys).save(first)
  database()
  await open()
  keepDatabaseKey(paths(), second, nowMs())
  expect((await open()).keyHex()).toBe(second)
  expect(kept()).toContain('database.aside-2026-11-25T06-00-00Z.sealed')
})

test('another key is kept in both places, the former ones go aside', async () => {
  makeKeyFile(paths().keys).save(first)
  database()
  const vault = await open()
  await vault.keep(second)
  expect(vault.keyHex()).toBe(second)
  expect((await open()).keyHex()).toBe(second)
  expect(openDatabaseKey(paths())).toBe(second)
  expect(kept()).toEqual([
    'database.aside-2026-11-25T06-00-00Z.key',
    'database.aside-2026-11-25T06-00-00Z.sealed',
    'database.key',
    'database.sealed',
  ])
})

test('a profile that never had a key file gets none with another key', async () => {
  const vault = await open()
  await vault.keep(second)
  expect(kept()).toEqual(['database.aside-2026-11-25T06-00-00Z.sealed', 'database.sealed'])
})

test.each([
  ['a database without any key', () => database()],
  [
    'a sealed key of another account',
    () => {
      database()
      makeKeyFile(paths().keys).save(first)
      rmSync(join(paths().keys, 'database.key'))
      writeFileSync(join(paths().keys, 'database.sealed'), Buffer.from('foreign').toString('base64'))
    },
  ],
])('%s asks for the recovery key and never makes a new one', async (_what, prepare) => {
  prepare()
  const before = kept()
  expect((await open()).keyHex()).toBeNull()
  expect(kept()).toEqual(before)
})

test('a sealed key that cannot be read is not lost when the recovery key was typed', async () => {
  database()
  makeKeyFile(paths().keys).save(first)
  rmSync(join(paths().keys, 'database.key'))
  writeFileSync(join(paths().keys, 'database.sealed'), 'Zm9yZWlnbg==')
  const vault = await open()
  await vault.keep(first)
  expect((await open()).keyHex()).toBe(first)
  expect(kept()).toContain('database.aside-2026-11-25T06-00-00Z.sealed')
})

test('what the system wants sealed anew is sealed anew', async () => {
  const vault = await open()
  const sealed = join(paths().keys, 'database.sealed')
  const before = statSync(sealed).ino
  safeStorage.shouldReEncrypt = true
  database()
  expect((await open()).keyHex()).toBe(vault.keyHex())
  expect(statSync(sealed).ino).not.toBe(before)
})
