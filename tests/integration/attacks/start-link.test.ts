import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launchOwnWindow, voiceWav } from '../../fixtures/chromium.ts'
import { startSupervisor } from '../../fixtures/supervisor.ts'
import { until } from '../../fixtures/until.ts'
import { asOurselves, asStranger, canBeAStranger } from './stranger.ts'

/** The program opens its own window: with which words, and what of them is everybody's to read. */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-link-'))
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const readText = `
import { readFileSync } from 'node:fs'
try { process.stdout.write(readFileSync(process.argv[1], 'utf8')) } catch ({ code }) { process.stdout.write(code) }
`

describe.skipIf(process.platform !== 'linux')('a window that the program opens', () => {
  let supervisor: ChildProcess
  let browserPid: number
  beforeEach(async () => {
    // Stands in for the browser: stays, as a browser does, and tells which process it is.
    const browser = join(folder, 'browser.sh')
    writeFileSync(browser, `#!/bin/sh\necho $$ > '${folder}/browser.pid'\nsleep 60\n`)
    chmodSync(browser, 0o755)
    const profile = join(folder, 'profile')
    mkdirSync(profile, { mode: 0o700 })
    writeFileSync(join(profile, 'settings.json'), JSON.stringify({ browser }))
    supervisor = spawn(process.execPath, ['out/desktop/serve.js', '--profile', profile], {
      cwd: resolve(import.meta.dirname, '../../..'),
      env: { ...process.env, DISPLAY: ':4711' },
      stdio: 'ignore',
    })
    const pidFile = join(folder, 'browser.pid')
    await until('the window is opened', () => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '', Boolean)
    browserPid = Number(readFileSync(pidFile, 'utf8'))
  })
  afterEach(async () => {
    process.kill(-browserPid, 'SIGKILL')
    supervisor.kill('SIGTERM')
    await once(supervisor, 'exit')
  })

  const argumentsOf = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  const openingPage = () =>
    (argumentsOf(browserPid).find(one => one.startsWith('--app=')) ?? '').slice('--app=file://'.length)

  test('names a file in its arguments, and nothing that lets in', () => {
    const all = readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .flatMap(pid => {
        try {
          return argumentsOf(Number(pid))
        } catch {
          return []
        }
      })
    const token = /value="([\w-]{43})"/.exec(readFileSync(openingPage(), 'utf8'))?.[1]
    expect(token).toBeDefined()
    expect(all.filter(one => one.includes(token ?? '') || one.includes('?token='))).toEqual([])
  })

  test.skipIf(!canBeAStranger)('names a file that is ours alone to read', async () => {
    expect(await asStranger(readText, openingPage())).toBe('EACCES')
    expect(await asOurselves(readText, openingPage())).toContain('name="token"')
  })
})

test('the browser itself goes from that file to the desk, and its history keeps no token', async () => {
  const supervisor = await startSupervisor({ profileDirectory: join(folder, 'profile') })
  const browserProfile = join(folder, 'chromium')
  const context = await launchOwnWindow({
    link: supervisor.link,
    browserProfile,
    temporary: folder,
    microphoneWav: await voiceWav('проверка'),
    captureTitle: 'nothing',
  })
  try {
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    await page.waitForURL(`${supervisor.origin}/`)
    await page.getByRole('heading').first().waitFor()
  } finally {
    await context.close()
    await supervisor.stop()
  }
  const token = new URL(supervisor.link).searchParams.get('token') ?? ''
  expect(readFileSync(join(browserProfile, 'Default/History'), 'latin1')).not.toContain(token)
})
