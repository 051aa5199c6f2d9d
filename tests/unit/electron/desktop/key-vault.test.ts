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

const keyFile = () => join(paths().keys, 'database.key')
const sealedFile = () => join(paths().keys, 'database.sealed')
/** Every byte in the folder of keys, as somebody with the disk reads it. */
const everything = (): string =>
  kept()
    .map(name => readFileSync(join(paths().keys, name), 'latin1'))
    .join('\n')

test('a key file of the browser host is sealed, read back from the disk, and only then removed', async () => {
  makeKeyFile(paths().keys).save(first)
  database()
  const vault = await open()
  expect(vault.keyHex()).toBe(first)
  expect(vault.warning).toBeNull()
  expect(kept()).toEqual(['database.sealed'])
  expect(everything()).not.toContain(first)
  expect((await open()).keyHex()).toBe(first)
  // The browser host says that it has no key; it makes no other one.
  expect(openDatabaseKey(paths())).toBeNull()
  expect(kept()).toEqual(['database.sealed'])
})

test('cut off between the two steps: both are there, and the next start goes on', async () => {
  makeKeyFile(paths().keys).save(first)
  database()
  await open()
  makeKeyFile(paths().keys).save(first)
  expect(kept()).toEqual(['database.key', 'database.sealed'])
  expect((await open()).keyHex()).toBe(first)
  expect(kept()).toEqual(['database.sealed'])
})

test('cut off with half a sealed file: the key file is still there and is sealed anew', async () => {
  makeKeyFile(paths().keys).save(first)
  database()
  writeFileSync(sealedFile(), 'Zm9y')
  expect((await open()).keyHex()).toBe(first)
  expect(existsSync(keyFile())).toBe(false)
  expect((await open()).keyHex()).toBe(first)
})

test.each([
  [
    'that cannot be read back',
    (safe: FakeSafeStorage) => {
      safe.decryptStringAsync = () => Promise.reject(new Error('locked'))
    },
  ],
  [
    'that reads otherwise',
    (safe: FakeSafeStorage) => {
      safe.decryptStringAsync = () => Promise.resolve({ result: second, shouldReEncrypt: false })
    },
  ],
  [
    'that is refused',
    (safe: FakeSafeStorage) => {
      safe.encryptStringAsync = () => Promise.reject(new Error('locked'))
    },
  ],
])('a seal %s: the key file stays, the person works, and it is said', async (_what, breakIt) => {
  makeKeyFile(paths().keys).save(first)
  database()
  breakIt(safeStorage)
  const vault = await open()
  expect(vault.keyHex()).toBe(first)
  expect(vault.warning).not.toBeNull()
  expect(existsSync(keyFile())).toBe(true)
  safeStorage = new FakeSafeStorage()
  expect((await open()).keyHex()).toBe(first)
  expect(existsSync(keyFile())).toBe(false)
})

test('where the system cannot seal, the key file of the browser host stays', async () => {
  safeStorage.backend = 'basic_text'
  makeKeyFile(paths().keys).save(first)
  database()
  expect((await open()).keyHex()).toBe(first)
  expect(openDatabaseKey(paths())).toBe(first)
})

test('another key of the browser host wins over the sealed one, which goes aside', async () => {
  makeKeyFile(paths().keys).save(first)
  database()
  await open()
  keepDatabaseKey(paths(), second, nowMs())
  expect((await open()).keyHex()).toBe(second)
  expect(kept()).toEqual(['database.aside-2026-11-25T06-00-00Z.sealed', 'database.sealed'])
})

test('keys the browser host put aside in clear are sealed under their names, none is lost', async () => {
  makeKeyFile(paths().keys).save(first)
  database()
  keepDatabaseKey(paths(), second, nowMs())
  const third = 'c'.repeat(64)
  keepDatabaseKey(paths(), third, nowMs() + 60_000)
  writeFileSync(join(paths().keys, 'database.aside-2026-01-01T00-00-00Z.key'), 'not a key')
  expect((await open()).keyHex()).toBe(third)
  expect(kept()).toEqual([
    'database.aside-2026-01-01T00-00-00Z.key',
    'database.aside-2026-11-25T06-00-00Z.sealed',
    'database.aside-2026-11-25T06-01-00Z.sealed',
    'database.sealed',
  ])
  expect(everything()).not.toMatch(/a{64}|b{64}|c{64}/)
  const unsealed = (name: string) =>
    safeStorage.decryptStringAsync(Buffer.from(readFileSync(join(paths().keys, name), 'utf8'), 'base64'))
  expect((await unsealed('database.aside-2026-11-25T06-00-00Z.sealed')).result).toBe(first)
  expect((await unsealed('database.aside-2026-11-25T06-01-00Z.sealed')).result).toBe(second)
})

test('two keys put aside in one second keep a name each', async () => {
  makeKeyFile(paths().keys).save(first)
  database()
  const vault = await open()
  // The browser host in between: another key, and the desktop’s own beside it.
  makeKeyFile(paths().keys).save(second)
  await vault.keep('c'.repeat(64))
  expect(kept()).toEqual([
    'database.aside-2026-11-25T06-00-00Z-2.sealed',
    'database.aside-2026-11-25T06-00-00Z.sealed',
    'database.sealed',
  ])
  expect(everything()).not.toMatch(/a{64}|b{64}|c{64}/)
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
