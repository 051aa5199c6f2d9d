import { statSync } from 'node:fs'
import { makeBackup } from '../../electron/backup/make-backup.ts'
import { makeBackupRunner } from '../../electron/backup/run-backup.ts'
import { openConnection } from '../../electron/database/connection.ts'
import { insertManyRows } from '../integration/journal/many-rows.ts'
import { makeBackupBench } from '../unit/electron/backup/backup-bench.ts'

/**
 * Run by hand: `node tests/bench/backup.ts [rows]`. What checking and copying a database of years of work costs: the
 * journal rows and five lines of the event log for each.
 */
const rowCount = Number(process.argv[2] ?? 100_000)
const linesPerRow = 5
const rounds = 3
const pulseMs = 5
const bench = makeBackupBench()
const { database, folder } = bench

insertManyRows(bench, rowCount)
database.write.transaction(() => {
  for (let line = 0; line < rowCount * linesPerRow; line += 1) {
    bench.eventLog.append({ accountId: null, kind: 'receptionEvent', objects: { sequence: line }, result: 'done' })
  }
})
database.raw.pragma('wal_checkpoint(truncate)')
console.log(`${rowCount} rows, ${(statSync(folder.databasePath).size / 1_000_000).toFixed(0)} MB`)

/** The best of the rounds: a shared machine only ever adds. */
function bestMs(name: string, work: () => unknown): void {
  const times = Array.from({ length: rounds }, () => {
    const startedMs = performance.now()
    work()
    return performance.now() - startedMs
  })
  console.log(
    `${name.padEnd(28)}${Math.min(...times)
      .toFixed(0)
      .padStart(8)} ms`,
  )
}

const onFreshConnection = (work: (connection: ReturnType<typeof openConnection>) => unknown) => () => {
  const connection = openConnection({ path: folder.databasePath, keyHex: folder.keyHex }, true)
  work(connection)
  connection.close()
}
bestMs(
  'open',
  onFreshConnection(() => undefined),
)
bestMs(
  'quick_check',
  onFreshConnection(connection => connection.pragma('quick_check(1)')),
)
bestMs(
  'integrity_check',
  onFreshConnection(connection => connection.pragma('integrity_check(1)')),
)
bestMs('event chain', () => bench.eventLog.verifyChain())
let copies = 0
const nextOrder = () => {
  copies += 1
  return bench.order({ madeAtMs: Date.parse('2026-11-24T00:00:00Z') + copies * 1000 })
}
bestMs('backup, all of it', () => makeBackup(nextOrder()))

const runner = makeBackupRunner()
let worstMs = 0
let beforeMs = performance.now()
const pulse = setInterval(() => {
  const nowMs = performance.now()
  worstMs = Math.max(worstMs, nowMs - beforeMs - pulseMs)
  beforeMs = nowMs
}, pulseMs)
await runner.make(nextOrder())
clearInterval(pulse)
await runner.close()
console.log(`longest pause of the workstation's own thread meanwhile: ${worstMs.toFixed(0)} ms`)
bench.close()
