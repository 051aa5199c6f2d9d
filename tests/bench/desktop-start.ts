/**
 * How soon the demonstration is usable on the desktop: `node tests/bench/desktop-start.ts [rounds]`. In turns within one run:
 * the program, from its command to «Сегодня» with its receptions; and a bare Electron with one window and the same React
 * page, to its first picture (it has nobody to speak to). Both warm and killed at the end, by the same driver, whose own start is part of both.
 */
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright-core'
import { type ElectronRig, openRig } from '../../build/electron-rig/rig.mjs'
import { buildMainSide } from '../../build/main-side.mjs'
import { buildPages } from '../../build/pages.mjs'
import { TodayPage } from '../e2e/pages/today-page.ts'
import { makeProfile, startElectron } from '../electron/electron-program.ts'
import { citizen } from '../electron/open-room.ts'
import { median } from './median.ts'

const rounds = Math.max(3, Number(process.argv[2] ?? 5))
const limitMs = 5_000
await buildMainSide(process.execPath)
await buildPages(process.execPath)
const folder = mkdtempSync('/tmp/vp-bench-')
const opened = await openRig({ node: process.execPath, folder, exists: existsSync })
if (opened.kind !== 'ready') throw new Error(`no Electron: ${opened.reason}`)
const { rig, close } = opened

/** A program that is nothing but the page: its files on a scheme of its own, one window. */
function makeBareApp(): string {
  const bare = mkdtempSync(join(folder, 'bare-'))
  const pages = rig.appDirectory === null ? resolve('out/renderer') : join(rig.appDirectory, 'out/renderer')
  writeFileSync(join(bare, 'package.json'), JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }))
  writeFileSync(
    join(bare, 'main.cjs'),
    `const { app, BrowserWindow, net, protocol } = require('electron')
const { pathToFileURL } = require('node:url')
const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
app.whenReady().then(() => {
  protocol.handle('app', ({ url }) => {
    const { pathname } = new URL(url)
    return net.fetch(String(pathToFileURL(${JSON.stringify(pages)} + (pathname === '/' ? '/index.html' : pathname))))
  })
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } })
  window.loadURL('app://videopriem/')
})
`,
  )
  if (process.getuid?.() === 0) chownSync(bare, rig.uid, rig.gid)
  return bare
}

async function programMs(profileDirectory: string): Promise<number> {
  const began = performance.now()
  const program = await startElectron(rig, profileDirectory)
  await new TodayPage(program.desk).line(citizen).waitFor()
  const took = performance.now() - began
  // Whoever leaves is asked for the password at the next start, and how fast a person types is no measure.
  program.app.process().kill('SIGKILL')
  await program.whenEnded()
  return took
}

async function bareMs({ binary, environment, sandboxOffBecause }: ElectronRig, bare: string): Promise<number> {
  const began = performance.now()
  const app = await _electron.launch({
    executablePath: binary,
    chromiumSandbox: sandboxOffBecause === null,
    args: [bare, `--user-data-dir=${join(bare, 'data')}`],
    cwd: bare,
    env: { ...process.env, ...environment, VIDEOPRIEM_RIG_APP: bare } as Record<string, string>,
  })
  const page = await app.firstWindow()
  // React has put its first tree there; its first child is a style nobody sees.
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  const took = performance.now() - began
  const ended = new Promise(done => app.process().once('exit', done))
  app.process().kill('SIGKILL')
  await ended
  return took
}

const profile = await makeProfile(rig)
try {
  const bare = makeBareApp()
  // The first starts seed the demonstration and fill the caches.
  await programMs(profile.directory)
  await bareMs(rig, bare)
  const taken = { program: [] as number[], bare: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    taken.bare.push(await bareMs(rig, bare))
    taken.program.push(await programMs(profile.directory))
  }
  console.log(`Electron ${rig.version}`)
  for (const [name, values] of Object.entries(taken)) {
    console.log(`${name}: ${values.map(ms => ms.toFixed(0)).join(', ')} ms, median ${median(values).toFixed(0)}`)
  }
  console.log(`the program takes ${(median(taken.program) / median(taken.bare)).toFixed(2)} of the bare window`)
  if (median(taken.program) > limitMs) process.exitCode = 1
} finally {
  await profile.remove()
  await close()
  rmSync(folder, { recursive: true, force: true })
}
