import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, type TestContext, test } from 'vitest'
import { liesOnFixedDisk } from '../../../electron/disk/fixed-disk.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { childrenOf } from '../../fixtures/supervisor.ts'
import { until } from '../../fixtures/until.ts'
import { type BackupWorkplace, openWorkplace } from './workplace.ts'

/**
 * The whole program killed, its log of the database left behind. On a computer that runs on since, the database is opened
 * at once and read behind the start; after another start of the computer, or where that is not known, before anybody works.
 */
let workplace: BackupWorkplace
afterEach(() => workplace.close())

const logOf = (name: string): string => readFileSync(join(workplace.profileDirectory, 'logs', name), 'utf8')
const note = (): string => `${workplace.databasePath}.opened.json`
const noted = () => JSON.parse(readFileSync(note(), 'utf8'))

/** How the workstations since the kill came up: «work», or «recovery». */
function modesSince(mark: number): string[] {
  const lines = logOf('supervisor.log')
    .slice(mark)
    .split('\n')
    .filter(line => line.includes('workstation ready'))
  return lines.map(line => JSON.parse(line).mode)
}
const wasReadBehind = (mark: number): boolean =>
  logOf('workstation.log').slice(mark).includes('was read behind the start')

/** Everything it holds is in the file of the database; then a day begun, and all processes killed. */
async function killedAtWork() {
  workplace = await openWorkplace()
  await workplace.register(3)
  await workplace.supervisor().stop()
  await workplace.start()
  await until(
    'it is noted',
    () => readOrNull(note()),
    text => text !== null,
  )
  await workplace.signIn('specialist')
  const { pid } = workplace.supervisor()
  for (const killed of [pid, ...childrenOf(pid)]) process.kill(killed, 'SIGKILL')
  await workplace.supervisor().kill()
  expect(statSync(`${workplace.databasePath}-wal`).size).toBeGreaterThan(0)
  return { supervisor: logOf('supervisor.log').length, workstation: logOf('workstation.log').length }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function tear(share: number): void {
  const bytes = readFileSync(workplace.databasePath)
  bytes.fill(0xaa, Math.floor(bytes.length * share), Math.floor(bytes.length * share) + 100)
  // In its place: another file would be another database.
  writeFileSync(workplace.databasePath, bytes)
}

const offered = async () => {
  try {
    await workplace.reconnect()
    return await unwrap(workplace.client().calls.recovery.state())
  } catch {
    return null
  }
}

function skipUnlessFixed(ctx: TestContext): void {
  if (!liesOnFixedDisk(workplace.databasePath)) ctx.skip('temporary files lie on no disk known to be fixed here')
}

const otherRun = () =>
  writeFileSync(note(), JSON.stringify({ ...noted(), bootId: '0f0c3c9e-52a8-4a37-9d5c-6a52f7fb7f10' }))
const unknownRun = () => rmSync(note())
async function otherFile(): Promise<void> {
  await copyFile(workplace.databasePath, `${workplace.databasePath}.copy`)
  renameSync(`${workplace.databasePath}.copy`, workplace.databasePath)
}

test('the computer runs on, a sound one: opened at once, read behind the start', async ctx => {
  const mark = await killedAtWork()
  skipUnlessFixed(ctx)
  await workplace.start()
  await until('its pages are read', () => wasReadBehind(mark.workstation), Boolean)
  expect(modesSince(mark.supervisor)).toEqual(['work'])
})

test.for([0.35, 0.8])('the computer runs on, torn at %d all the same: told behind the start', async (share, ctx) => {
  const mark = await killedAtWork()
  skipUnlessFixed(ctx)
  tear(share)
  await workplace.start()
  const state = await until('it is told', offered, found => found !== null)
  expect(state).toMatchObject({ problem: 'damaged' })
  expect(modesSince(mark.supervisor).at(-1)).toBe('recovery')
  expect(logOf('supervisor.log').slice(mark.supervisor)).not.toContain('workstation died')
  // Whatever comes next reads first.
  expect(readOrNull(note())).toBeNull()
})

test.each([
  ['the computer was started since', otherRun],
  ['nothing is known of the run before', unknownRun],
  ['another file lies in its place', otherFile],
])('%s: torn is told before anybody works, sound is read first', async (_, happens) => {
  const mark = await killedAtWork()
  const bytes = readFileSync(workplace.databasePath)
  const log = readFileSync(`${workplace.databasePath}-wal`)
  tear(0.8)
  await happens()
  await workplace.start()
  expect(await unwrap(workplace.client().calls.recovery.state())).toMatchObject({ problem: 'damaged' })
  expect(modesSince(mark.supervisor)).toEqual(['recovery'])
  await workplace.supervisor().stop()

  writeFileSync(workplace.databasePath, bytes)
  writeFileSync(`${workplace.databasePath}-wal`, log)
  const before = logOf('supervisor.log').length
  await workplace.start()
  expect(await unwrap(workplace.client().calls.recovery.state())).toBeNull()
  expect(modesSince(before)).toEqual(['work'])
  // Written only once it is known to be whole.
  await until(
    'it is noted',
    () => readOrNull(note()),
    text => text?.includes('"bootId"') ?? false,
  )
  await workplace.supervisor().stop()
  expect(wasReadBehind(mark.workstation)).toBe(false)
})
