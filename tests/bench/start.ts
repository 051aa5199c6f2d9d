/**
 * How soon the browser host answers on years of work, and shows something: `node tests/bench/start.ts [rows] [rounds]`.
 * In turns within one run, beside a bare page of React and Mantine that Vite serves, built (`vite preview`, the fastest
 * there is) and as it is written (`vite`). Each as a person starts it, with npm in front, and as the bare program. The
 * picture is taken by a Chromium that runs already, in a profile that knows neither page.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { buildMainSide } from '../../build/main-side.mjs'
import { buildPages } from '../../build/pages.mjs'
import { openWithCookie } from '../fixtures/contract-client.ts'
import { signInAs, staff } from '../fixtures/people.ts'
import { copyStaffedProfile } from '../fixtures/prepared-profile.ts'
import { withProfileDatabase } from '../fixtures/profile-database.ts'
import { insertManyRows } from '../integration/journal/many-rows.ts'
import { makeTestClock, storesOn } from '../unit/electron/database/fixture.ts'
import { median } from './median.ts'
import { startCommand } from './started-command.ts'

const rows = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.argv[3] ?? 3)
process.chdir(resolve(import.meta.dirname, '../..'))
await buildMainSide(process.execPath)
await buildPages(process.execPath)
const directory = await mkdtemp(join(tmpdir(), 'videopriem-bench-'))
const profile = join(directory, 'profile')
const vite = 'node_modules/vite/bin/vite.js'
const barePage = 'tests/bench/bare-page'
const bareBuild = join(directory, 'bare')

interface Contender {
  readonly name: string
  readonly command: readonly string[]
  /** Words of the first picture: the last part of it that comes. */
  readonly picture: string
  /** How it ends; the host's next start is on what that leaves. */
  readonly end: 'SIGTERM' | 'SIGKILL'
  readonly isHost: boolean
}

const ofHost = ['--profile', profile, '--no-window']
const preview = ['preview', barePage, '--outDir', bareBuild, '--host', '127.0.0.1']
const written = [barePage, '--host', '127.0.0.1']
const bare = { picture: 'Иванов', end: 'SIGTERM', isHost: false } as const
const atSignIn = { picture: staff.specialist.shortName, end: 'SIGKILL', isHost: true } as const
const resumed = { picture: 'Писем ещё не было', end: 'SIGTERM', isHost: true } as const
const npmStart = ['npm', 'start', '--', '--browser', ...ofHost]
const host = [process.execPath, 'out/desktop/serve.js', ...ofHost]
// A host that was killed comes back signed in and reads its database first; what ended in order asks who is there.
const contenders: readonly Contender[] = [
  { name: '`npx vite preview`, the bare page built', command: ['npx', 'vite', ...preview], ...bare },
  { name: '`npx vite`, the bare page as written', command: ['npx', 'vite', ...written], ...bare },
  { name: '`npm start`, closed in order: «Вход»', command: npmStart, ...atSignIn },
  { name: '`npm start` after a kill: «Сегодня»', command: npmStart, ...resumed },
  { name: '`vite preview` without npm', command: [process.execPath, vite, ...preview], ...bare },
  { name: '`vite` without npm', command: [process.execPath, vite, ...written], ...bare },
  { name: 'the host without npm, closed in order: «Вход»', command: host, ...atSignIn },
  { name: 'the host without npm, after a kill: «Сегодня»', command: host, ...resumed },
]

interface Times {
  readonly addressMs: number
  readonly pictureMs: number
}

/** Signs the specialist in: who was at work when the power went is at work when it is back. */
async function comeToWork(address: string, cookies: readonly { name: string; value: string }[]): Promise<void> {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const client = await openWithCookie(new URL(address).origin, cookie)
  await signInAs(client, 'specialist')
  client.close()
}

async function measure(browser: Browser, { command, picture, end, isHost }: Contender): Promise<Times> {
  const started = await startCommand(command)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(started.address, { waitUntil: 'commit' })
  await page.getByText(picture).first().waitFor({ state: 'attached' })
  const pictureMs = performance.now() - started.beganMs
  if (isHost && end === 'SIGKILL') await comeToWork(page.url(), await context.cookies())
  await context.close()
  await started.end(end)
  return { addressMs: started.addressMs, pictureMs }
}

/** Script a page loads before its first picture, packed, kB. */
function firstLoadKilobytes(folder: string): number {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path)
  return scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0) / 1000
}

const told = (all: readonly number[]) => all.map(ms => ms.toFixed(0)).join(', ')
/** Median, its ratio to that of the peer, and all rounds. */
function cell(all: readonly number[], peer: readonly number[]): string {
  return `${median(all).toFixed(0)} | ${(median(all) / median(peer)).toFixed(2)}× | ${told(all)}`
}

try {
  await copyStaffedProfile(profile)
  await withProfileDatabase(profile, database =>
    insertManyRows(storesOn(database, makeTestClock('2026-11-20T02:00:00Z')), rows),
  )
  execFileSync(process.execPath, [vite, 'build', barePage, '--outDir', bareBuild, '--logLevel', 'error'])
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const taken = contenders.map(contender => ({ contender, times: [] as Times[] }))
  // The first round makes the caches of everybody: compiled code, Vite's own.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { contender, times } of taken) {
      const measured = await measure(browser, contender)
      if (round > 0) times.push(measured)
    }
  }
  await browser.close()
  const withNpm = taken.slice(0, 4)
  const withoutNpm = taken.slice(4)
  for (const [what, key] of [
    ['address', 'addressMs'],
    ['first picture', 'pictureMs'],
  ] as const) {
    console.log(`${what === 'address' ? '' : '\n'}${rows} rows, milliseconds from the command to the ${what}:\n`)
    console.log('| | median | of the built bare page | all rounds |\n|---|---|---|---|')
    for (const group of [withNpm, withoutNpm]) {
      const peer = group[0]?.times.map(times => times[key]) ?? []
      for (const { contender, times } of group) {
        console.log(
          `| ${contender.name} | ${cell(
            times.map(one => one[key]),
            peer,
          )} |`,
        )
      }
    }
  }
  const own = firstLoadKilobytes('out/renderer')
  const bareKilobytes = firstLoadKilobytes(bareBuild)
  const ratio = (own / bareKilobytes).toFixed(2)
  console.log(
    `\nFirst load, script packed: the desk ${own.toFixed(0)} kB, the bare page ${bareKilobytes.toFixed(0)} kB, ${ratio}×.`,
  )
} finally {
  await rm(directory, { recursive: true, force: true })
}
