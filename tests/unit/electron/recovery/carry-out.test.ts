import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unlockWithRecovery } from '../../../../electron/database/keys.ts'
import { createRecoveryKey } from '../../../../electron/database/recovery-files.ts'
import { carryOutOrder } from '../../../../electron/recovery/carry-out.ts'
import { judgeDatabase } from '../../../../electron/recovery/judge-database.ts'
import { orderFile, outcomeFile, type RecoveryOrder } from '../../../../electron/recovery/recovery-order.ts'
import { makeBackupBench } from '../backup/backup-bench.ts'

let bench: ReturnType<typeof makeBackupBench>
beforeEach(() => {
  bench = makeBackupBench()
  bench.make()
})
afterEach(() => bench.close())

const copyName = '2026-11-20T02-00-00Z'
const askedAtMs = Date.parse('2026-11-24T02:45:00Z')
const aside = 'workstation.aside-2026-11-24T02-45-00Z.db'

const restoreOrder = (changes: Partial<Extract<RecoveryOrder, { kind: 'restore' }>> = {}): RecoveryOrder => ({
  kind: 'restore',
  askedAtMs,
  accountId: null,
  name: copyName,
  adoptRecoveryKey: false,
  copyFolder: join(bench.copies, copyName),
  ...changes,
})

/** A profile with a damaged database and an order for the next start. */
function profile(order: RecoveryOrder = restoreOrder()) {
  const directory = join(bench.folder.path, 'profile')
  const paths = { database: join(directory, 'workstation.db'), keys: join(directory, 'keys') }
  mkdirSync(paths.keys, { recursive: true })
  writeFileSync(paths.database, 'damaged')
  writeFileSync(`${paths.database}-wal`, 'its log')
  orderFile(directory).write(order)
  return {
    directory,
    paths,
    files: () =>
      readdirSync(directory)
        .filter(name => name.startsWith('workstation'))
        .sort(),
    text: (name: string) => readFileSync(join(directory, name), 'utf8'),
    carryOut: (keyHex: string | null = bench.folder.keyHex) =>
      carryOutOrder({ profileDirectory: directory, paths, keyHex, nowMs: askedAtMs + 1000 }),
    problem: () =>
      judgeDatabase({
        databasePath: paths.database,
        keysDirectory: paths.keys,
        keyHex: bench.folder.keyHex,
        everyPage: true,
      }),
  }
}

test('the copy takes the place, what was there lies aside byte for byte', () => {
  const there = profile()
  expect(there.carryOut()).toBeNull()
  expect(there.problem()).toBeNull()
  expect(there.files().filter(name => name.startsWith(aside))).toEqual([aside, `${aside}-wal`])
  expect([there.text(aside), there.text(`${aside}-wal`)]).toEqual(['damaged', 'its log'])
  expect(orderFile(there.directory).read()).toBeNull()
  expect(outcomeFile(there.directory).read()).toEqual({
    kind: 'restore',
    atMs: askedAtMs + 1000,
    accountId: null,
    name: copyName,
    failure: null,
  })
})

test.each([
  ['another key', { keyHex: 'ab'.repeat(32) }, 'wrongKey'],
  ['no key', { keyHex: null }, 'wrongKey'],
] as const)('%s: nothing is changed and it is said why', (_, { keyHex }, failure) => {
  const there = profile()
  const before = there.files()
  expect(there.carryOut(keyHex)).toBe(failure)
  expect(there.files()).toEqual(before)
  expect(there.text('workstation.db')).toBe('damaged')
  expect(outcomeFile(there.directory).read()).toMatchObject({ failure })
  // Not tried again at every start.
  expect(orderFile(there.directory).read()).toBeNull()
})

test('a copy that went away or is torn is not put in the place of anything', () => {
  const gone = profile(restoreOrder({ copyFolder: join(bench.copies, 'gone') }))
  expect(gone.carryOut()).toBe('copyMissing')
  const copy = join(bench.copies, copyName, 'workstation.db')
  const bytes = readFileSync(copy)
  bytes.fill(0x55, 30 * 4096, 30 * 4096 + 2048)
  writeFileSync(copy, bytes)
  const torn = profile()
  expect(torn.carryOut()).toMatch(/notVerified|databaseDamaged/)
  expect(torn.text('workstation.db')).toBe('damaged')
  expect(existsSync(`${torn.paths.database}.restoring`)).toBe(false)
})

test('cut off after each step, the next start brings it to the same end', () => {
  const steps: ((there: ReturnType<typeof profile>) => void)[] = [
    // Half of the copy was on its way in.
    there => writeFileSync(`${there.paths.database}.restoring`, 'half'),
    // The database was aside, its log not yet.
    there => renameSync(there.paths.database, join(there.directory, aside)),
    there => renameSync(`${there.paths.database}-wal`, join(there.directory, `${aside}-wal`)),
  ]
  const there = profile()
  for (const step of steps) step(there)
  expect(there.carryOut()).toBeNull()
  expect(there.problem()).toBeNull()
  expect([there.text(aside), there.text(`${aside}-wal`)]).toEqual(['damaged', 'its log'])
})

test('carried out twice (cut off before the order was taken away): the restored database stays', () => {
  const there = profile()
  const order = orderFile(there.directory).read()
  there.carryOut()
  if (order) orderFile(there.directory).write(order)
  expect(there.carryOut()).toBeNull()
  expect(there.problem()).toBeNull()
  expect(there.text(aside)).toBe('damaged')
})

test('on another computer the recovery key of the copy becomes ours, the former one lies aside', () => {
  const there = profile(restoreOrder({ adoptRecoveryKey: true }))
  const former = createRecoveryKey(there.paths, 'cd'.repeat(32))
  expect(there.carryOut()).toBeNull()
  expect(unlockWithRecovery(there.paths.keys, bench.recoveryKey)).toBe(bench.folder.keyHex)
  expect(() => unlockWithRecovery(there.paths.keys, former)).toThrow(/wrongKey/)
  for (const folder of [there.paths.keys, there.directory]) {
    expect(unlockWithRecovery(folder, bench.recoveryKey)).toBe(bench.folder.keyHex)
    expect(readdirSync(folder).some(name => name.startsWith('recovery.aside-'))).toBe(true)
  }
})

test('an empty beginning: the database and its recovery key lie aside, the next start is a first one', () => {
  const there = profile({ kind: 'startEmpty', askedAtMs })
  createRecoveryKey(there.paths, bench.folder.keyHex)
  expect(there.carryOut()).toBeNull()
  expect(there.files().filter(name => !name.startsWith(aside))).toEqual([])
  expect(there.text(aside)).toBe('damaged')
  for (const folder of [there.paths.keys, there.directory])
    expect(existsSync(join(folder, 'recovery.json'))).toBe(false)
  expect(there.problem()).toBeNull()
})

test('without the last changes: only the log lies aside', () => {
  const there = profile({ kind: 'goOn', askedAtMs })
  expect(there.carryOut()).toBeNull()
  expect(there.files()).toEqual([`${aside}-wal`, 'workstation.db'])
  // The event log will tell of it: a copy may remember lines that were in what lies aside.
  expect(outcomeFile(there.directory).read()).toEqual({ kind: 'goOn', atMs: askedAtMs + 1000 })
})
