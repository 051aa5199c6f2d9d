import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyFileName, storedCopies } from '../../../electron/backup/backup-place.ts'
import { checkCopy } from '../../../electron/backup/check-copy.ts'
import { type BackupOrder, makeBackup } from '../../../electron/backup/make-backup.ts'
import { makeBackupRunner } from '../../../electron/backup/run-backup.ts'
import { makeBackupBench } from '../../unit/electron/backup/backup-bench.ts'
import { insertManyRows } from '../journal/many-rows.ts'

const rows = 8000
let bench: ReturnType<typeof makeBackupBench>
beforeAll(() => {
  bench = makeBackupBench()
  insertManyRows(bench, rows)
  bench.make()
}, 120_000)
afterAll(() => bench.close())

const first = '2026-11-20T02-00-00Z'
const at = (text: string): Partial<BackupOrder> => ({ madeAtMs: Date.parse(text) })
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** Kills the child when its unfinished copy has so many bytes, or when it says so. */
async function killedCopy(order: BackupOrder, when: { bytes: number } | { says: string }): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'backup-child.ts'), JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  if ('says' in when) {
    for await (const line of createInterface({ input: child.stdout })) if (line === when.says) child.kill('SIGKILL')
  } else {
    const growing = join(bench.copies, `${new Date(order.madeAtMs).toISOString().slice(0, 19).replaceAll(':', '-')}Z`)
    while (sizeOf(join(`${growing}.unfinished`, copyFileName)) < when.bytes) await delay(1)
    child.kill('SIGKILL')
  }
  const [, signal] = await gone
  expect(signal).toBe('SIGKILL')
}

test.each([
  ['at its first bytes', { bytes: 4096 }],
  ['in the middle', { bytes: 4_000_000 }],
  ['while it is read again', { says: 'verifying' }],
])('killed %s: older copies are whole, nothing half is called a copy, the next one cleans up', async (_, when) => {
  const before = readFileSync(join(bench.copies, first, copyFileName))
  await killedCopy(bench.order(at('2026-11-21T02:00:00Z')), when)
  expect(storedCopies(bench.copies).map(({ name }) => name)).toEqual([first])
  expect(readFileSync(join(bench.copies, first, copyFileName)).equals(before)).toBe(true)
  bench.make(at('2026-11-22T02:00:00Z'))
  expect(bench.names()).toEqual([first, '2026-11-22T02-00-00Z'])
  rmSync(join(bench.copies, '2026-11-22T02-00-00Z'), { recursive: true })
})

test('on its own thread it does not hold the workstation up', async () => {
  const runner = makeBackupRunner()
  let worstMs = 0
  const startedMs = performance.now()
  let beforeMs = startedMs
  const pulse = setInterval(() => {
    const nowMs = performance.now()
    worstMs = Math.max(worstMs, nowMs - beforeMs - 5)
    beforeMs = nowMs
  }, 5)
  const { card } = await runner.make(bench.order(at('2026-11-23T02:00:00Z')))
  clearInterval(pulse)
  const wholeMs = performance.now() - startedMs
  expect(card.receptions).toBe(3)
  const copy = { path: join(bench.copies, card.name, copyFileName), keyHex: bench.folder.keyHex }
  expect(await runner.check(copy)).toMatchObject({ chainIntact: true })
  await runner.close()
  console.info(`longest pause of the event loop: ${worstMs.toFixed(0)} ms of a copy of ${wholeMs.toFixed(0)} ms`)
  // A share, not a time: a busy machine slows both. In this thread the pause would have been the whole copy.
  expect(worstMs).toBeLessThan(wholeMs / 3)
})

/** A real small disk; only root may mount one. */
function smallDisk(megabytes: number): { root: string } | { reason: string } {
  const root = mkdtempSync(join(tmpdir(), 'backup-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', root], { stdio: 'pipe' })
    return { root }
  } catch {
    return { reason: 'mounting a small tmpfs is not permitted here' }
  }
}

test('a disk that is full, or fills up in mid-copy: said, nothing half left, the older copy whole', context => {
  const disk = smallDisk(120)
  if ('reason' in disk) return context.skip(disk.reason)
  try {
    const directory = disk.root
    const { card } = makeBackup(bench.order({ directory }))
    const folder = join(directory, readdirSync(directory)[0] ?? '')
    const next = bench.order({ directory, ...at('2026-11-21T02:00:00Z') })
    // Somebody fills the disk the moment copying begins: the check of the room has passed by then.
    const fill = (phase: string): void => {
      if (phase === 'copying')
        execFileSync('sh', ['-c', `cat /dev/zero > ${join(directory, 'other')} || true`], { stdio: 'ignore' })
    }
    expect(() => makeBackup(next, fill)).toThrow(expect.objectContaining({ code: 'noRoom' }))
    expect(() => makeBackup(next)).toThrow(expect.objectContaining({ code: 'noRoom' }))
    expect(readdirSync(folder)).toEqual([card.name])
    expect(checkCopy({ path: join(folder, card.name, copyFileName), keyHex: bench.folder.keyHex })).toMatchObject({
      receptions: 3,
    })
    rmSync(join(directory, 'other'))
    writeFileSync(join(directory, 'other'), '')
    makeBackup(next)
    expect(storedCopies(folder)).toHaveLength(2)
  } finally {
    execFileSync('umount', [disk.root])
    rmSync(disk.root, { recursive: true })
  }
})
