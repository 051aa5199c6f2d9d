import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildPages } from '../../../build/pages.mjs'
import { descendantsOf } from '../../fixtures/processes.ts'

/** `npm start` as a person types it: npm, the entry it runs, and the host, in a process group as a terminal makes one. */

const root = resolve(import.meta.dirname, '../../..')
let profile: string
let groups: number[]

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'npm-start-'))
  groups = []
})
afterEach(() => {
  for (const group of groups) {
    try {
      process.kill(-group, 'SIGKILL')
    } catch {
      // It ended by itself.
    }
  }
  rmSync(profile, { recursive: true })
})

async function npmStart(...args: string[]) {
  await buildPages(process.execPath)
  const child = spawn('npm', ['start', '--', '--browser', '--no-window', ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const pid = child.pid ?? Number.NaN
  groups.push(pid)
  let output = ''
  const read = (text: string): void => {
    output += text
  }
  child.stdout.setEncoding('utf8').on('data', read)
  child.stderr.setEncoding('utf8').on('data', read)
  return {
    pid,
    output: () => output,
    answers: () => expect.poll(() => output, { timeout: 30_000 }).toMatch(/127\.0\.0\.1:\d+\/\?token=\S+\n/),
    ended: once(child, 'close').then(([code]) => code as number | null),
  }
}
const times = (output: string, words: string): number => output.split(words).length - 1
const pidOf = (pid: number, words: string): number =>
  descendantsOf(pid).find(({ commandLine }) => commandLine.startsWith('node ') && commandLine.includes(words))?.pid ??
  Number.NaN

describe('the entry of npm is the host itself', () => {
  test('no process stands between npm and the host', async () => {
    const started = await npmStart('--profile', profile)
    await started.answers()
    const lines = descendantsOf(started.pid).map(({ commandLine }) => commandLine)
    expect(lines.filter(line => line.includes('workstation-process.js')).length).toBeGreaterThan(0)
    expect(lines.filter(line => line.includes('serve.js'))).toEqual([])
  })

  test('Ctrl+C, which reaches all of them, ends it once and in order', async () => {
    const started = await npmStart('--profile', profile)
    await started.answers()
    process.kill(-started.pid, 'SIGINT')
    await started.ended
    expect(times(started.output(), 'Завершаю работу…')).toBe(1)
    expect(times(started.output(), 'Работа завершена.')).toBe(1)
  })

  test('a signal to it alone ends it in order, with the code of an orderly end', async () => {
    const started = await npmStart('--profile', profile)
    await started.answers()
    process.kill(pidOf(started.pid, 'build/start.mjs'), 'SIGTERM')
    expect(await started.ended).toBe(0)
    expect(times(started.output(), 'Работа завершена.')).toBe(1)
  })

  test('a second start on the profile gives a link of the first and ends well', async () => {
    const first = await npmStart('--profile', profile)
    await first.answers()
    const second = await npmStart('--profile', profile)
    expect(await second.ended).toBe(0)
    expect(second.output()).toMatch(/127\.0\.0\.1:\d+\/\?token=\S+\n/)
  })

  test('arguments nobody knows end it with a failure', async () => {
    const started = await npmStart('--unheard-of')
    expect(await started.ended).toBe(1)
    expect(started.output()).toContain('--profile')
  })
})
