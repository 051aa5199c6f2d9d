import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unlockWithRecovery } from '../../../../electron/database/keys.ts'
import {
  createRecoveryKey,
  judgeRecoveryKey,
  mendRecoveryFiles,
  recoveryFilePaths,
  unlockAnyOf,
} from '../../../../electron/database/recovery-files.ts'
import { printRecoveryKey } from '../../../../electron/database/recovery-key.ts'
import { makeTestFolder, type TestFolder } from './fixture.ts'

let folder: TestFolder
let places: { keys: string; database: string }
let recoveryKey: string
beforeEach(() => {
  folder = makeTestFolder()
  places = { keys: join(folder.path, 'keys'), database: folder.databasePath }
  recoveryKey = createRecoveryKey(places, folder.keyHex)
})
afterEach(() => folder.remove())

const texts = () => recoveryFilePaths(places).map(path => (existsSync(path) ? readFileSync(path, 'utf8') : null))
const [inKeys, beside] = [0, 1]
const pathOf = (which: number): string => recoveryFilePaths(places)[which] ?? ''

test('both places hold the same, readable by its owner, without the key and without the secret', () => {
  const [one, other] = texts()
  expect(one).toBe(other)
  for (const path of recoveryFilePaths(places)) {
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).not.toContain(folder.keyHex)
    expect(readFileSync(path, 'utf8')).not.toContain(recoveryKey)
  }
})

test.each([
  ['the folder of keys lost', () => rmSync(places.keys, { recursive: true })],
  ['the one beside the database lost', () => rmSync(pathOf(beside))],
  ['the one in keys/ damaged', () => writeFileSync(pathOf(inKeys), '{"format":')],
  ['the one beside the database damaged', () => writeFileSync(pathOf(beside), '')],
])('%s: mended from the other', (_what, hurt) => {
  const [before] = texts()
  hurt()
  expect(judgeRecoveryKey(places, recoveryKey, folder.keyHex)).toBe('right')
  mendRecoveryFiles(places)
  expect(texts()).toEqual([before, before])
})

test('cut off between the two while a new key was made: the one on paper stays, the one nobody saw goes', () => {
  const [before] = texts()
  const elsewhere = makeTestFolder()
  const unseen = createRecoveryKey(
    { keys: join(elsewhere.path, 'keys'), database: elsewhere.databasePath },
    folder.keyHex,
  )
  writeFileSync(pathOf(beside), readFileSync(join(elsewhere.path, 'recovery.json'), 'utf8'))
  elsewhere.remove()
  mendRecoveryFiles(places)
  expect(texts()).toEqual([before, before])
  expect(judgeRecoveryKey(places, unseen, folder.keyHex)).toBe('wrong')
  expect(judgeRecoveryKey(places, recoveryKey, folder.keyHex)).toBe('right')
})

test('another key leaves no place where the former one works', () => {
  const later = createRecoveryKey(places, folder.keyHex)
  for (const path of [places.keys, folder.path]) {
    expect(() => unlockWithRecovery(path, recoveryKey)).toThrow(/wrongKey/)
    expect(unlockWithRecovery(path, later)).toBe(folder.keyHex)
  }
})

test('both lost: nothing is made up, and it is said', () => {
  for (const path of recoveryFilePaths(places)) rmSync(path)
  mendRecoveryFiles(places)
  expect(texts()).toEqual([null, null])
  expect(judgeRecoveryKey(places, recoveryKey, folder.keyHex)).toBe('lost')
})

test('a key is judged: right, wrong, mistyped, of another database', () => {
  expect(judgeRecoveryKey(places, printRecoveryKey(Buffer.alloc(20, 7)), folder.keyHex)).toBe('wrong')
  expect(judgeRecoveryKey(places, 'ABCD', folder.keyHex)).toBe('mistyped')
  expect(judgeRecoveryKey(places, recoveryKey, 'ab'.repeat(32))).toBe('wrong')
})

test('of several wrapped keys the one that opens ours; the most telling reason where none does', () => {
  const nowhere = join(folder.path, 'nowhere')
  const isOurs = (keyHex: string): boolean => keyHex === folder.keyHex
  expect(unlockAnyOf([nowhere, places.keys], recoveryKey, isOurs)).toEqual({
    ...{ keyHex: folder.keyHex, folder: places.keys },
  })
  expect(() => unlockAnyOf([nowhere, places.keys], recoveryKey, () => false)).toThrow(/wrongKey/)
  expect(() => unlockAnyOf([nowhere], recoveryKey, isOurs)).toThrow(/recoveryMissing/)
  expect(() => unlockAnyOf([nowhere], 'ABCD', isOurs)).toThrow(/mistyped/)
})
