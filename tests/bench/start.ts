/**
 * How soon the browser host answers on years of work: `node tests/bench/start.ts [rows] [rounds]`. In turns within one
 * run: a database closed in order, which is read behind the start, and one whose log was left beside it by a kill, which
 * is read before; and the start of a bare Node as a measure of the machine.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildMainSide } from '../../build/main-side.mjs'
import { buildPages } from '../../build/pages.mjs'
import { copyStaffedProfile } from '../fixtures/prepared-profile.ts'
import { withProfileDatabase } from '../fixtures/profile-database.ts'
import { type RunningSupervisor, startSupervisor } from '../fixtures/supervisor.ts'
import { insertManyRows } from '../integration/journal/many-rows.ts'
import { makeTestClock, storesOn } from '../unit/electron/database/fixture.ts'

const rows = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.argv[3] ?? 3)
await buildMainSide(process.execPath)
await buildPages(process.execPath)
const directory = await mkdtemp(join(tmpdir(), 'videopriem-bench-'))
const profileDirectory = join(directory, 'profile')

/** Milliseconds until the link is printed: pages are let in from then on. */
async function startMs(end: 'inOrder' | 'killed'): Promise<number> {
  const began = performance.now()
  const supervisor = await startSupervisor({ profileDirectory })
  const took = performance.now() - began
  if (end === 'inOrder') await supervisor.stop()
  else await killBoth(supervisor)
  return took
}

/** As the power does: a workstation that outlives its supervisor would close its database. */
async function killBoth(supervisor: RunningSupervisor): Promise<void> {
  const workstationPid = supervisor.workstationPid()
  if (workstationPid !== null) process.kill(workstationPid, 'SIGKILL')
  await supervisor.kill()
}

function bareNodeMs(): number {
  const began = performance.now()
  execFileSync(process.execPath, ['--eval', '0'])
  return performance.now() - began
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

try {
  await copyStaffedProfile(profileDirectory)
  await withProfileDatabase(profileDirectory, database =>
    insertManyRows(storesOn(database, makeTestClock('2026-11-20T02:00:00Z')), rows),
  )
  await startMs('inOrder')
  const taken = { inOrder: [] as number[], afterKill: [] as number[], bareNode: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    taken.bareNode.push(bareNodeMs())
    taken.inOrder.push(await startMs('killed'))
    taken.afterKill.push(await startMs('inOrder'))
  }
  for (const [name, values] of Object.entries(taken)) {
    console.log(`${name}: ${values.map(ms => ms.toFixed(0)).join(', ')} ms, median ${median(values).toFixed(0)}`)
  }
  const ratio = median(taken.inOrder) / median(taken.afterKill)
  console.log(`${rows} rows: a start after an orderly end takes ${ratio.toFixed(2)} of one after a kill`)
} finally {
  await rm(directory, { recursive: true, force: true })
}
