import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../../../electron/database/connection.ts'
import {
  hasRecoveryKey,
  loadOrCreateDatabaseKey,
  makeKeyFile,
  unlockWithRecovery,
} from '../../../../electron/database/keys.ts'
import { createRecoveryKey } from '../../../../electron/database/recovery-files.ts'
import { printRecoveryKey } from '../../../../electron/database/recovery-key.ts'
import { makeTestFolder, type TestFolder } from './fixture.ts'

let folder: TestFolder
let keys: string
beforeEach(() => {
  folder = makeTestFolder()
  keys = join(folder.path, 'keys')
})
afterEach(() => folder.remove())

const places = () => ({ keys, database: folder.databasePath })
const load = () => loadOrCreateDatabaseKey({ holder: makeKeyFile(keys), databasePath: folder.databasePath })
const keyError = (code: string) => expect.objectContaining({ name: 'KeyError', code })

test('a new key is 256 bits, kept 0600 and found again', () => {
  const made = load()
  expect(made).toMatch(/^[0-9a-f]{64}$/)
  expect(load()).toBe(made)
  expect(statSync(join(keys, 'database.key')).mode & 0o777).toBe(0o600)
  expect(statSync(keys).mode & 0o777).toBe(0o700)
  expect(readdirSync(keys)).toEqual(['database.key'])
})

test('a database without its key is never given a new one', () => {
  openDatabase({ path: folder.databasePath, keyHex: folder.keyHex }).close()
  expect(load).toThrow(keyError('missing'))
})

test('a damaged key file is refused, not replaced', () => {
  load()
  writeFileSync(join(keys, 'database.key'), 'abc')
  expect(load).toThrow(keyError('damaged'))
})

test('the recovery key opens the database', () => {
  const keyHex = load()
  const printed = createRecoveryKey(places(), keyHex)
  expect(hasRecoveryKey(keys)).toBe(true)
  openDatabase({ path: folder.databasePath, keyHex }).close()

  const unlocked = unlockWithRecovery(keys, printed.toLowerCase())
  expect(unlocked).toBe(keyHex)
  openDatabase({ path: folder.databasePath, keyHex: unlocked }).close()
})

test('recovery.json holds neither the key nor the secret', () => {
  const keyHex = load()
  const printed = createRecoveryKey(places(), keyHex)
  const text = readFileSync(join(keys, 'recovery.json'), 'utf8')
  expect(text).not.toContain(keyHex)
  expect(text).not.toContain(Buffer.from(keyHex, 'hex').toString('base64'))
  expect(text).not.toContain(printed)
  expect(statSync(join(keys, 'recovery.json')).mode & 0o777).toBe(0o600)
})

test('a newer recovery key puts the earlier one out of use', () => {
  const keyHex = load()
  const earlier = createRecoveryKey(places(), keyHex)
  const later = createRecoveryKey(places(), keyHex)
  expect(() => unlockWithRecovery(keys, earlier)).toThrow(keyError('wrongKey'))
  expect(unlockWithRecovery(keys, later)).toBe(keyHex)
})

test.each([
  ['another secret', (file: string) => file, printRecoveryKey(Buffer.alloc(20, 7)), 'wrongKey'],
  ['a typing mistake', (file: string) => file, 'ABCD', 'mistyped'],
  ['a cut file', (file: string) => file.slice(0, 40), null, 'recoveryDamaged'],
  [
    'a changed wrapping',
    (file: string) => file.replace(/"wrapped": "(.)/, (_all, first) => `"wrapped": "${first === 'A' ? 'B' : 'A'}`),
    null,
    'wrongKey',
  ],
  ['a shortened tag', (file: string) => file.replace(/"tag": "[^"]+"/, '"tag": "AAAA"'), null, 'recoveryDamaged'],
])('%s is told from the rest', (_name, change, typed, code) => {
  const printed = createRecoveryKey(places(), load())
  const path = join(keys, 'recovery.json')
  writeFileSync(path, change(readFileSync(path, 'utf8')))
  expect(() => unlockWithRecovery(keys, typed ?? printed)).toThrow(keyError(code))
})

test('without recovery.json there is nothing to unlock', () => {
  expect(() => unlockWithRecovery(keys, printRecoveryKey(Buffer.alloc(20)))).toThrow(keyError('recoveryMissing'))
})
