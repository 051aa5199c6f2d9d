import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../../../electron/database/connection.ts'
import { copyDatabase } from '../../../../electron/database/copy.ts'
import { migrate } from '../../../../electron/database/migrate.ts'
import { versionOf } from '../../../../electron/database/schema-version.ts'
import { allMigrations } from '../../../../electron/database/migrations/all.ts'
import type { Migration } from '../../../../electron/database/migrations/migration.ts'
import { makeTestFolder, type TestFolder } from './fixture.ts'

let folder: TestFolder
let database: Database
beforeEach(() => {
  folder = makeTestFolder()
  database = openDatabase({ path: folder.databasePath, keyHex: folder.keyHex })
})
afterEach(() => {
  database.close()
  folder.remove()
})

const run = (migrations: readonly Migration[]) =>
  migrate({ database, keyHex: folder.keyHex, nowMs: Date.parse('2026-11-20T02:00:00Z'), migrations })
const first: Migration = {
  number: 1,
  name: '0001-one',
  up: raw => raw.exec("create table one (text text not null) strict; insert into one values ('Канарейкин')"),
}
const second: Migration = { number: 2, name: '0002-two', up: raw => raw.exec('alter table one add column more text') }
const failing: Migration = {
  number: 3,
  name: '0003-three',
  up: raw => raw.exec('delete from one; create table three (x text) strict; select * from nowhere'),
}
const backups = () => readdirSync(folder.path).filter(name => name.includes('before'))

test('the files, their numbers and the list agree', () => {
  const files = readdirSync(join(import.meta.dirname, '../../../../electron/database/migrations'))
  const numbered = files.filter(name => /^\d{4}-/.test(name)).map(name => name.replace('.ts', ''))
  expect(allMigrations.map(({ name }) => name)).toEqual(numbered.sort())
})

test('an empty file needs no copy; the steps are written down', () => {
  expect(run([first, second])).toEqual({ from: 0, to: 2, copyPath: null })
  expect(backups()).toEqual([])
  expect(database.read.all(database.read.select.selectFrom('migration').selectAll())).toEqual([
    { number: 1, name: '0001-one', applied_at: '2026-11-20T02:00:00.000Z' },
    { number: 2, name: '0002-two', applied_at: '2026-11-20T02:00:00.000Z' },
  ])
  expect(run([first, second])).toEqual({ from: 2, to: 2, copyPath: null })
})

test('a database in use is copied first; the copy opens with the same key and holds the old schema', () => {
  run([first])
  const { copyPath } = run([first, second])
  if (!copyPath) throw new Error('no copy')
  expect(statSync(copyPath).mode & 0o777).toBe(0o600)
  expect(readFileSync(copyPath).includes(Buffer.from('Канарейкин'))).toBe(false)
  const copy = openDatabase({ path: copyPath, keyHex: folder.keyHex })
  expect(versionOf(copy.raw)).toBe(1)
  expect(copy.read.prepareRead('select * from one').all()).toEqual([{ text: 'Канарейкин' }])
  copy.close()
})

test('a failed step leaves the file as it was, with the copy beside it', () => {
  run([first, second])
  expect(() => run([first, second, failing])).toThrow(
    expect.objectContaining({ name: 'DatabaseError', code: 'migrationFailed' }),
  )
  expect(versionOf(database.raw)).toBe(2)
  expect(database.read.prepareRead('select text from one').all()).toEqual([{ text: 'Канарейкин' }])
  expect(database.read.prepareRead("select name from sqlite_schema where name = 'three'").all()).toEqual([])
  expect(backups()).toHaveLength(1)
})

test('a step that leaves references pointing nowhere is refused', () => {
  const broken: Migration = {
    number: 3,
    name: '0003-broken',
    up: raw => {
      // Deferred, so that only the check at the end of the step can notice.
      raw.pragma('defer_foreign_keys = ON')
      raw.exec('create table a (id text primary key) strict; create table b (a text references a (id)) strict')
      raw.exec("insert into b values ('nowhere')")
    },
  }
  run([first, second])
  expect(() => run([first, second, broken])).toThrow(expect.objectContaining({ code: 'migrationFailed' }))
  expect(versionOf(database.raw)).toBe(2)
})

test('a database of a later program is not touched', () => {
  run([first, second])
  expect(() => run([first])).toThrow(expect.objectContaining({ code: 'newer' }))
})

test('a copy that cannot be made stops the migration before its first step', () => {
  run([first])
  const unwritable = { path: join(folder.path, 'no-such-folder', 'x'), raw: database.raw }
  const attempt = () => migrate({ database: unwritable, keyHex: folder.keyHex, nowMs: 0, migrations: [first, second] })
  expect(attempt).toThrow(expect.objectContaining({ code: 'copyFailed' }))
  expect(versionOf(database.raw)).toBe(1)
})

test('a copy that does not hold up is removed', () => {
  run([first])
  const target = join(folder.path, 'copy')
  const attempt = () => copyDatabase({ raw: database.raw, keyHex: 'ab'.repeat(32), target })
  expect(attempt).toThrow(expect.objectContaining({ code: 'copyFailed' }))
  expect(existsSync(target) || existsSync(`${target}.new`)).toBe(false)
})

test.each([
  ['a hole', [first, failing]],
  ['a wrong order', [second, first]],
])('%s in the numbers is a fault of the program', (_name, migrations) => {
  expect(() => run(migrations)).toThrow(/out of order/)
})
