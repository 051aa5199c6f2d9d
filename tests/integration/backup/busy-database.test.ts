import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBackupBench } from '../../unit/electron/backup/backup-bench.ts'
import { insertManyRows } from '../journal/many-rows.ts'

let bench: ReturnType<typeof makeBackupBench>
beforeEach(() => {
  bench = makeBackupBench()
  insertManyRows(bench, 4000)
  bench.database.raw.exec('create table busy (n integer) strict')
})
afterEach(() => bench.close())

test('a database somebody writes to without a pause is copied, and the copy called what it is', async () => {
  const { databasePath, keyHex } = bench.folder
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'busy-writer.ts'), databasePath, keyHex], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(writer, 'exit')
  try {
    await once(writer.stdout, 'data')
    const written = () => bench.database.raw.prepare<[], { n: number }>('select count(*) as n from busy').get()?.n ?? 0
    const before = written()
    expect(bench.make()).toMatchObject({ receptions: 3 })
    expect(written()).toBeGreaterThan(before)
  } finally {
    writer.kill('SIGKILL')
    await gone
  }
})
