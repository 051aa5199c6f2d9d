import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { BackupError } from '../../../../electron/backup/backup-error.ts'
import { copyFileName, storedCopies } from '../../../../electron/backup/backup-place.ts'
import { checkCopy } from '../../../../electron/backup/check-copy.ts'
import { listCopies } from '../../../../electron/backup/copy-signature.ts'
import { makeBackup } from '../../../../electron/backup/make-backup.ts'
import { openConnection } from '../../../../electron/database/connection.ts'
import { unlockWithRecovery } from '../../../../electron/database/keys.ts'
import { makeBackupBench } from './backup-bench.ts'

let bench: ReturnType<typeof makeBackupBench>
afterEach(() => bench.close())

const name = '2026-11-20T02-00-00Z'

test('a copy of a database in use opens, holds every row and an unbroken chain of events', () => {
  bench = makeBackupBench()
  const card = bench.make()
  expect(card).toMatchObject({ name, receptions: 3, recordings: 0, chainIntact: true, hasRecoveryKey: true })
  expect(bench.names()).toEqual([name])
  expect(listCopies(bench.copies, bench.folder.keyHex)).toEqual([card])
  const copy = { path: join(bench.copies, name, copyFileName), keyHex: bench.folder.keyHex }
  expect(checkCopy(copy)).toMatchObject({ receptions: 3, chainIntact: true })
  // Still at work.
  bench.eventLog.append({ accountId: null, kind: 'locked', objects: {}, result: 'done' })
})

test('the copy is encrypted, private, and beside it lies the recovery form of the key, never the form of the host', () => {
  bench = makeBackupBench()
  bench.make()
  const folder = join(bench.copies, name)
  const file = readFileSync(join(folder, copyFileName))
  expect(file.includes('Петров')).toBe(false)
  expect(file.subarray(0, 6).toString()).not.toBe('SQLite')
  expect(statSync(join(folder, copyFileName)).mode & 0o777).toBe(0o600)
  expect(unlockWithRecovery(folder, bench.recoveryKey)).toBe(bench.folder.keyHex)
  for (const text of ['backup.json', 'recovery.json']) {
    const content = readFileSync(join(folder, text), 'utf8')
    expect(content).not.toContain(bench.folder.keyHex)
    expect(content).not.toMatch(/Петров|Иванова|417763/)
  }
})

test('what was cut off is removed at the next run, older copies stay as they were', () => {
  bench = makeBackupBench()
  bench.make()
  const before = statSync(join(bench.copies, name, copyFileName))
  mkdirSync(join(bench.copies, '2026-11-21T02-00-00Z.unfinished'))
  writeFileSync(join(bench.copies, '2026-11-21T02-00-00Z.unfinished', copyFileName), 'half of a copy')
  expect(storedCopies(bench.copies).map(copy => copy.name)).toEqual([name])
  bench.make({ madeAtMs: Date.parse('2026-11-22T02:00:00Z') })
  expect(bench.names()).toEqual([name, '2026-11-22T02-00-00Z'])
  expect(statSync(join(bench.copies, name, copyFileName))).toMatchObject({ mtimeMs: before.mtimeMs, size: before.size })
})

test('a folder that is not there is not made: the disk behind it may be unplugged', () => {
  bench = makeBackupBench()
  rmSync(bench.directory, { recursive: true })
  expect(() => bench.make()).toThrow(expect.objectContaining({ code: 'folderMissing' }))
  expect(statSync(bench.directory, { throwIfNoEntry: false })).toBeUndefined()
})

test('another key: no copy', () => {
  bench = makeBackupBench()
  expect(() => bench.make({ keyHex: '0'.repeat(64) })).toThrow(expect.objectContaining({ code: 'wrongKey' }))
  expect(bench.names()).toEqual([])
})

test('a second copy of the same second does not replace the first', () => {
  bench = makeBackupBench()
  bench.make()
  expect(bench.make().name).toBe('2026-11-20T02-00-01Z')
  expect(bench.names()).toEqual([name, '2026-11-20T02-00-01Z'])
})

test('a broken chain of events is copied and said', () => {
  bench = makeBackupBench()
  bench.database.raw.exec('drop trigger event_log_never_changes')
  bench.database.raw.exec("update event_log set kind = 'locked' where sequence = 1")
  expect(bench.make()).toMatchObject({ chainIntact: false })
})

test.each([0.2, 0.35, 0.5, 0.65, 0.8, 0.95])('a torn page at %d of the file never passes for sound', share => {
  bench = makeBackupBench(60)
  bench.database.raw.pragma('wal_checkpoint(truncate)')
  bench.database.close()
  const bytes = readFileSync(bench.folder.databasePath)
  const at = Math.floor((bytes.length / 4096) * share) * 4096
  bytes.fill(0xaa, at, at + 512)
  writeFileSync(bench.folder.databasePath, bytes)
  let seen: string | boolean
  try {
    seen = makeBackup(bench.order()).sourceSound
    // What is copied of a database with a torn index is whole: only the original has to be mended.
    expect(bench.names()).toEqual([name])
  } catch (error) {
    seen = error instanceof BackupError ? error.code : 'something else'
    expect(bench.names()).toEqual([])
  }
  expect([false, 'databaseDamaged', 'notVerified']).toContain(seen)
})

test('what somebody writes while it is copied does not stop it', () => {
  bench = makeBackupBench()
  const source = openConnection({ path: bench.folder.databasePath, keyHex: bench.folder.keyHex }, false)
  source.exec('begin immediate')
  source.exec("update workplace set name = 'Место 4'")
  expect(bench.make()).toMatchObject({ receptions: 3 })
  source.exec('rollback')
  source.close()
})
