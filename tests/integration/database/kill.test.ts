import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/database/connection.ts'
import { migrate } from '../../../electron/database/migrate.ts'
import {
  makeTestClock,
  makeTestFolder,
  registrationOf,
  signedInAfter,
  storesOn,
  type TestFolder,
} from '../../unit/electron/database/fixture.ts'

const node = join(import.meta.dirname, '../../../node_modules/node/bin/node')

function prepared(): TestFolder {
  const folder = makeTestFolder()
  const clock = makeTestClock('2026-11-20T02:00:00Z')
  const database = openDatabase({ path: folder.databasePath, keyHex: folder.keyHex })
  migrate({ database, keyHex: folder.keyHex, nowMs: clock.nowMs() })
  signedInAfter(storesOn(database, clock).accounts)
  database.close()
  return folder
}

/** Reads the child until a line satisfies `enough`, kills it there, and answers what it had said to be committed. */
async function killWhen(folder: TestFolder, stopAt: number, enough: (line: Said) => boolean): Promise<number> {
  const writer = join(import.meta.dirname, 'writer.ts')
  const child: ChildProcess = spawn(node, [writer, folder.databasePath, folder.keyHex, String(stopAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  let committed = 0
  if (!child.stdout) throw new Error('no output of the child')
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text) as Said
    committed = line.committed ?? committed
    if (enough(line)) child.kill('SIGKILL')
  }
  const [, signal] = await gone
  expect(signal).toBe('SIGKILL')
  return committed
}
interface Said {
  readonly committed?: number
  readonly inside?: number
}

function whatIsThere(folder: TestFolder) {
  const database = openDatabase({ path: folder.databasePath, keyHex: folder.keyHex })
  const stores = storesOn(database, makeTestClock('2026-11-20T03:00:00Z'))
  const session = stores.accounts.session()
  if (!session) throw new Error('the session is gone')
  const receptions = stores.receptions.dayRows({ from: '2000-01-01', to: '2100-01-01' })
  const seen = {
    health: database.raw.pragma('integrity_check', { simple: true }),
    numbers: receptions.map(({ journalNumber }) => journalNumber).sort((a, b) => a - b),
    eventCounts: new Set(receptions.map(({ id }) => stores.receptions.events(id).length)),
    open: stores.receptions.openIds().length,
    chain: stores.eventLog.verifyChain(),
    nextNumber: stores.applications.create(registrationOf(session)).journalNumber,
  }
  database.close()
  return seen
}
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test('killed in mid transaction: what was committed is there, the rest is not, and its numbers are given again', async () => {
  const folder = prepared()
  const committed = await killWhen(folder, 12, line => line.inside !== undefined)
  expect(committed).toBe(11)
  expect(statSync(`${folder.databasePath}-wal`).size).toBeGreaterThan(0)
  expect(whatIsThere(folder)).toEqual({
    health: 'ok',
    numbers: upTo(11),
    eventCounts: new Set([1]),
    open: 11,
    // First run, then a registration and an event each.
    chain: { intact: true, lines: 1 + 11 * 2 },
    nextNumber: 12,
  })
  folder.remove()
})

test.each([3, 17, 29])(
  'killed at any moment after %i commits: whole acts only, none that was told is lost',
  async after => {
    const folder = prepared()
    const committed = await killWhen(folder, 0, line => line.committed === after)
    const there = whatIsThere(folder)
    expect(there.health).toBe('ok')
    // The child may have committed once more before the signal reached it, but never told less than it had.
    expect(there.numbers.length).toBeGreaterThanOrEqual(committed)
    expect(there.numbers).toEqual(upTo(there.numbers.length))
    expect(there.eventCounts).toEqual(new Set([1]))
    expect(there.chain).toEqual({ intact: true, lines: 1 + there.numbers.length * 2 })
    expect(there.nextNumber).toBe(there.numbers.length + 1)
    folder.remove()
  },
)
