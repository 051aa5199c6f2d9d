/**
 * How soon the browser host answers on years of work: `node tests/bench/start.ts [rows] [rounds]`. In turns within one
 * run: a database closed in order, which is read behind the start, and one whose log was left beside it by a kill, which
 * is read before; and, as a measure of the machine, `vite preview` of a bare page of React and Mantine.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildMainSide } from '../../build/main-side.mjs'
import { buildPages } from '../../build/pages.mjs'
import { copyStaffedProfile } from '../fixtures/prepared-profile.ts'
import { withProfileDatabase } from '../fixtures/profile-database.ts'
import { type RunningSupervisor, startSupervisor } from '../fixtures/supervisor.ts'
import { insertManyRows } from '../integration/journal/many-rows.ts'
import { makeTestClock, storesOn } from '../unit/electron/database/fixture.ts'
import { median } from './median.ts'

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

const vite = resolve(import.meta.dirname, '../../node_modules/vite/bin/vite.js')
const barePage = resolve(import.meta.dirname, 'bare-page')
const bareBuild = join(directory, 'bare')

/** Milliseconds until the bare page's server prints its address. */
async function bareMs(): Promise<number> {
  const began = performance.now()
  const server = spawn(process.execPath, [vite, 'preview', barePage, '--outDir', bareBuild, '--host', '127.0.0.1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  for await (const text of server.stdout.setEncoding('utf8')) {
    printed += text
    if (printed.includes('http://')) break
  }
  const took = performance.now() - began
  const ended = once(server, 'exit')
  server.kill()
  await ended
  return took
}

/** Script a page loads before its first picture, packed, kB. */
function firstLoadKilobytes(folder: string): number {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path)
  return scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0) / 1000
}

try {
  await copyStaffedProfile(profileDirectory)
  await withProfileDatabase(profileDirectory, database =>
    insertManyRows(storesOn(database, makeTestClock('2026-11-20T02:00:00Z')), rows),
  )
  execFileSync(process.execPath, [vite, 'build', barePage, '--outDir', bareBuild, '--logLevel', 'error'])
  await startMs('inOrder')
  const taken = { bare: [] as number[], inOrder: [] as number[], afterKill: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    taken.bare.push(await bareMs())
    taken.inOrder.push(await startMs('killed'))
    taken.afterKill.push(await startMs('inOrder'))
  }
  const names = {
    bare: '`vite preview` of a bare page of React and Mantine',
    inOrder: 'the host, its database closed in order',
    afterKill: 'the host after a kill',
  }
  console.log(`${rows} rows, milliseconds from the command to the address:\n`)
  console.log('| | median | of the bare page | all rounds |\n|---|---|---|---|')
  for (const [name, values] of Object.entries(taken) as [keyof typeof taken, number[]][]) {
    const ratio = median(values) / median(taken.bare)
    const all = values.map(ms => ms.toFixed(0)).join(', ')
    console.log(`| ${names[name]} | ${median(values).toFixed(0)} | ${ratio.toFixed(2)}× | ${all} |`)
  }
  const own = firstLoadKilobytes(resolve(import.meta.dirname, '../../out/renderer'))
  const bare = firstLoadKilobytes(bareBuild)
  const ratio = (own / bare).toFixed(2)
  console.log(
    `\nFirst load, script packed: the desk ${own.toFixed(0)} kB, the bare page ${bare.toFixed(0)} kB, ${ratio}×.`,
  )
} finally {
  await rm(directory, { recursive: true, force: true })
}
