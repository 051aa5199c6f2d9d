import { randomBytes } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../../../electron/database/connection.ts'
import { DatabaseError } from '../../../../electron/database/database-error.ts'
import { makeTestFolder, type TestFolder } from './fixture.ts'

let folder: TestFolder
beforeEach(() => {
  folder = makeTestFolder()
})
afterEach(() => folder.remove())

const canary = 'Канарейкин 7741 889900'
const open = (keyHex = folder.keyHex) => openDatabase({ path: folder.databasePath, keyHex })

function seeded(): void {
  const database = open()
  database.raw.exec('create table note (text text not null) strict')
  const insert = database.raw.prepare('insert into note values (?)')
  database.raw.transaction(() => {
    for (let index = 0; index < 500; index += 1) insert.run(`${canary} ${index}`)
  })()
  database.close()
}

test('settings that keep events, deletions and references safe', () => {
  const { raw, close } = open()
  const pragma = (name: string) => raw.pragma(name, { simple: true })
  expect({
    journal: pragma('journal_mode'),
    synchronous: pragma('synchronous'),
    secureDelete: pragma('secure_delete'),
    foreignKeys: pragma('foreign_keys'),
    tempStore: pragma('temp_store'),
    cipher: pragma('cipher'),
  }).toEqual({ journal: 'wal', synchronous: 2, secureDelete: 1, foreignKeys: 1, tempStore: 2, cipher: 'sqlcipher' })
  expect(Number(pragma('busy_timeout'))).toBeGreaterThan(0)
  close()
})

test('files are readable by their owner only', () => {
  seeded()
  const { raw, close } = open()
  raw.exec("insert into note values ('x')")
  for (const ending of ['', '-wal', '-shm']) {
    expect((statSync(folder.databasePath + ending).mode & 0o777).toString(8), ending).toBe('600')
  }
  close()
})

test('neither the file nor its WAL holds plaintext', () => {
  const { raw, close } = open()
  raw.exec('create table note (text text not null) strict')
  raw.prepare('insert into note values (?)').run(canary)
  const files = ['', '-wal'].map(ending => readFileSync(folder.databasePath + ending))
  expect(files[1]?.byteLength).toBeGreaterThan(0)
  for (const file of files) {
    expect(file.includes(Buffer.from('Канарейкин'))).toBe(false)
    expect(file.includes(Buffer.from('889900'))).toBe(false)
    expect(file.includes(Buffer.from('create table'))).toBe(false)
  }
  close()
  expect(readFileSync(folder.databasePath).includes(Buffer.from('Канарейкин'))).toBe(false)
  expect(readFileSync(folder.databasePath).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
})

test.each([
  ['another key', () => randomBytes(32).toString('hex')],
  ['a key that is no key', () => 'пароль'],
  ['a shorter key', () => 'ab'.repeat(16)],
])('%s is refused as notReadable and changes nothing', (_name, key) => {
  seeded()
  const before = readFileSync(folder.databasePath)
  expect(() => open(key())).toThrow(expect.objectContaining({ name: 'DatabaseError', code: 'notReadable' }))
  expect(readFileSync(folder.databasePath).equals(before)).toBe(true)
})

test('a damaged first page is notReadable, a damaged later page is found on reading', () => {
  seeded()
  const bytes = readFileSync(folder.databasePath)
  writeFileSync(folder.databasePath, Buffer.concat([randomBytes(200), bytes.subarray(200)]))
  expect(() => open()).toThrow(DatabaseError)

  writeFileSync(
    folder.databasePath,
    Buffer.concat([bytes.subarray(0, 8192 + 100), randomBytes(200), bytes.subarray(8392)]),
  )
  const damaged = open()
  expect(() => damaged.read.prepareRead('select * from note').all()).toThrow()
  damaged.close()
})

test('a raw key costs no derivation: opening stays far below the 100 ms a derived one takes', () => {
  seeded()
  const startedAt = performance.now()
  const rounds = 10
  for (let round = 0; round < rounds; round += 1) open().close()
  // Two connections each; the bound leaves room for a busy machine.
  expect((performance.now() - startedAt) / rounds).toBeLessThan(80)
})
