import { createHash, randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arePagesSound } from '../../../../electron/backup/are-pages-sound.ts'
import type { PagesToRead } from '../../../../electron/host/workstation-messages.ts'
import { judgeDatabase } from '../../../../electron/recovery/judge-database.ts'
import { prepareDatabase } from '../../../../electron/recovery/prepare-database.ts'
import { insertManyRows } from '../../../integration/journal/many-rows.ts'
import { makeBackupBench } from '../backup/backup-bench.ts'

let bench: ReturnType<typeof makeBackupBench>
beforeAll(() => {
  bench = makeBackupBench()
  insertManyRows(bench, 500)
  bench.database.raw.pragma('wal_checkpoint(truncate)')
})
afterAll(() => bench.close())

const emptyHash = createHash('sha256').digest('hex')
let number = 0
/** The database in a folder of its own, hurt. */
function hurt(how: (path: string) => void): { databasePath: string; keysDirectory: string; keyHex: string } {
  number += 1
  const folder = join(bench.folder.path, `hurt-${number}`)
  mkdirSync(folder)
  const databasePath = join(folder, 'workstation.db')
  copyFileSync(bench.folder.databasePath, databasePath)
  how(databasePath)
  return { databasePath, keysDirectory: bench.keysDirectory, keyHex: bench.folder.keyHex }
}

function overwrite(path: string, at: number, bytes: Buffer): void {
  const content = readFileSync(path)
  bytes.copy(content, at)
  writeFileSync(path, content)
}
const tearInTheMiddle = (path: string): void =>
  overwrite(path, Math.floor(readFileSync(path).length / 2), randomBytes(100))
const hashOf = (path: string): string | null =>
  existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null

test.each<[string, (path: string) => void, string | null]>([
  ['sound', () => undefined, null],
  ['torn header', path => overwrite(path, 0, randomBytes(64)), 'notReadable'],
  ['torn first page', path => overwrite(path, 1000, randomBytes(64)), 'notReadable'],
  ['torn page in the middle', tearInTheMiddle, 'damaged'],
  ['zeroed page', path => overwrite(path, 40 * 4096, Buffer.alloc(4096)), 'damaged'],
  ['half a file', path => truncateSync(path, Math.floor(readFileSync(path).length / 2)), 'damaged'],
  ['cut off in mid page', path => truncateSync(path, 30 * 4096 + 100), 'damaged'],
  ['a hundred bytes', path => truncateSync(path, 100), 'notReadable'],
  ['empty', path => truncateSync(path, 0), 'missing'],
  ['gone', path => rmSync(path), 'missing'],
  ['something else', path => writeFileSync(path, 'not a database'), 'notReadable'],
  ['garbage for a log', path => writeFileSync(`${path}-wal`, randomBytes(50_000)), 'walDamaged'],
  ['zeroes for a log', path => writeFileSync(`${path}-wal`, Buffer.alloc(8_000)), 'walDamaged'],
])('%s', (_, how, problem) => {
  const asked = hurt(how)
  const log = `${asked.databasePath}-wal`
  const before = [hashOf(asked.databasePath), hashOf(log)]
  expect(judgeDatabase({ ...asked, everyPage: true })?.problem ?? null).toBe(problem)
  // What is read behind the start comes to the same, wherever there is something to read.
  if (problem === null || problem === 'damaged') {
    expect(arePagesSound({ path: asked.databasePath, keyHex: asked.keyHex })).toBe(problem === null)
  }
  // Opening makes an empty log where there was none.
  expect([hashOf(asked.databasePath), hashOf(log) === emptyHash ? null : hashOf(log)]).toEqual(before)
})

test('a log of SQLite itself is read', () => {
  const asked = hurt(() => undefined)
  // Left by a process that died: written, not yet taken over.
  bench.eventLog.append({ accountId: null, kind: 'locked', objects: {}, result: 'done' })
  copyFileSync(bench.folder.databasePath, asked.databasePath)
  copyFileSync(`${bench.folder.databasePath}-wal`, `${asked.databasePath}-wal`)
  expect(readFileSync(`${asked.databasePath}-wal`).length).toBeGreaterThan(0)
  expect(judgeDatabase({ ...asked, everyPage: true })).toBeNull()
})

test.each<[PagesToRead, boolean, string | null, boolean]>([
  // pages, torn: what is found before the start, and whether the pages are still to be read
  ['all', false, null, false],
  ['all', true, 'damaged', false],
  ['afterPowerLoss', false, null, true],
  ['afterPowerLoss', true, null, true],
  ['none', true, null, false],
])('closed in order, %s is read, torn: %s', (pages, isTorn, problem, pagesUnread) => {
  const { databasePath: database, keysDirectory: keys, keyHex } = hurt(isTorn ? tearInTheMiddle : () => undefined)
  const paths = { database, keys }
  expect(prepareDatabase({ profileDirectory: join(database, '..'), paths, keyHex, pages, nowMs: 0 })).toMatchObject({
    judgement: problem === null ? null : { problem },
    pagesUnread,
  })
})

/** Left by a process that died: written, not yet taken over. */
function leftByDead(how: (path: string) => void) {
  const asked = hurt(() => undefined)
  bench.database.raw.pragma('wal_checkpoint(truncate)')
  copyFileSync(bench.folder.databasePath, asked.databasePath)
  bench.eventLog.append({ accountId: null, kind: 'locked', objects: {}, result: 'done' })
  copyFileSync(`${bench.folder.databasePath}-wal`, `${asked.databasePath}-wal`)
  how(asked.databasePath)
  const { databasePath: database, keysDirectory: keys, keyHex } = asked
  return { profileDirectory: join(database, '..'), paths: { database, keys }, keyHex, nowMs: 0 }
}

test.each<[string, PagesToRead, boolean, boolean, string | null, boolean]>([
  // had power since, torn: what is found before the start, and whether the pages are still to be read
  ['no power lost', 'afterPowerLoss', true, false, null, true],
  ['no power lost, torn all the same', 'afterPowerLoss', true, true, null, true],
  ['not known', 'afterPowerLoss', false, false, null, false],
  ['not known, torn', 'afterPowerLoss', false, true, 'damaged', false],
  ['no power lost, but feared to be damaged', 'all', true, true, 'damaged', false],
  ['a restart within one run', 'none', false, true, null, false],
])('not closed in order, %s', (_, pages, hadPower, isTorn, problem, pagesUnread) => {
  const deps = leftByDead(isTorn ? tearInTheMiddle : () => undefined)
  expect(prepareDatabase({ ...deps, pages, openedUnder: { hadPowerSince: () => hadPower } })).toMatchObject({
    judgement: problem === null ? null : { problem },
    pagesUnread,
  })
})

test('not closed in order, and nothing was noted: every page is read before anybody works', () => {
  expect(prepareDatabase({ ...leftByDead(() => undefined), pages: 'afterPowerLoss' })).toMatchObject({
    judgement: null,
    pagesUnread: false,
  })
})

test('another key, no key, no database yet', () => {
  const asked = { ...hurt(() => undefined), everyPage: false }
  expect(judgeDatabase({ ...asked, keyHex: 'ab'.repeat(32) })?.problem).toBe('notReadable')
  expect(judgeDatabase({ ...asked, keyHex: null })?.problem).toBe('keyMissing')
  const none = join(bench.folder.path, 'none')
  const fresh = { ...asked, databasePath: join(none, 'none.db'), keysDirectory: none }
  expect(judgeDatabase(fresh)).toBeNull()
})

test('written by a later program', () => {
  const asked = { ...hurt(() => undefined), everyPage: false }
  bench.database.raw.pragma('user_version = 999')
  bench.database.raw.pragma('wal_checkpoint(truncate)')
  copyFileSync(bench.folder.databasePath, asked.databasePath)
  expect(judgeDatabase(asked)?.problem).toBe('newer')
})
