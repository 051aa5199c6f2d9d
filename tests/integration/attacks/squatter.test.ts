import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pageKeyPaths } from '../../../shared/page-key/page-key.ts'
import { launchChromium, voiceWav } from '../../fixtures/chromium.ts'
import { type RunningSupervisor, startSupervisor } from '../../fixtures/supervisor.ts'
import { until } from '../../fixtures/until.ts'
import { canBeAStranger, strangerIdentity } from './stranger.ts'

/**
 * The host is gone for a moment and somebody else listens on its port, to whom the open pages come back: he sees no
 * cookie that is worth anything later, and no socket is opened to him.
 */

/** Answers everything with a success, a challenge with a proof of his own make, and takes every socket. */
const squat = `
import { createHash } from 'node:crypto'
import http from 'node:http'
const [port] = process.argv.slice(1)
const tell = facts => process.stdout.write(JSON.stringify(facts) + '\\n')
const proof = Buffer.alloc(32, 1).toString('base64url')
const server = http.createServer((request, response) => {
  tell({ path: request.url, cookie: request.headers.cookie ?? null })
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify({ hostNonce: proof, proof, hasSession: true }))
})
server.on('upgrade', (request, socket) => {
  tell({ path: request.url, cookie: request.headers.cookie ?? null, socket: true })
  const accept = createHash('sha1').update(request.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest('base64')
  socket.write('HTTP/1.1 101 Switching Protocols\\r\\nUpgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Accept: ' + accept + '\\r\\n\\r\\n')
})
server.listen(Number(port), '127.0.0.1', () => tell({ path: 'listening' }))
`

interface Seen {
  readonly path: string
  readonly cookie?: string | null
  readonly socket?: boolean
}

let directory: string
let supervisor: RunningSupervisor
let context: BrowserContext
let squatter: ChildProcess | null = null
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'squatter-'))
  supervisor = await startSupervisor({ profileDirectory: join(directory, 'profile') })
  context = await launchChromium({ captureTitle: 'nothing', headless: true, microphoneWav: await voiceWav('проверка') })
})
afterEach(async () => {
  squatter?.kill('SIGKILL')
  await context.close()
  await supervisor.stop()
  rmSync(directory, { recursive: true })
})

async function squatOn(port: string): Promise<{ seen: Seen[]; leave: () => Promise<void> }> {
  const process_ = spawn(process.execPath, ['--input-type=module', '-e', squat, port], {
    ...strangerIdentity(),
    cwd: '/',
    env: {},
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  squatter = process_
  const seen: Seen[] = []
  let rest = ''
  process_.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    seen.push(...lines.map(line => JSON.parse(line) as Seen))
  })
  await until('the squatter listens', () => seen.length, Boolean)
  return {
    seen,
    async leave() {
      process_.kill('SIGKILL')
      await once(process_, 'exit')
      squatter = null
    },
  }
}

const socketsOf = (page: Page): string[] => {
  const opened: string[] = []
  page.on('websocket', socket => opened.push(socket.url()))
  return opened
}

test.skipIf(!canBeAStranger)('gets nothing of the pages, which go on when we are back', async () => {
  const desk = await context.newPage()
  const deskSockets = socketsOf(desk)
  await desk.goto(supervisor.link)
  const recorder = await context.newPage()
  const recorderSockets = socketsOf(recorder)
  await recorder.goto(`${supervisor.origin}/recorder`)
  await until('both pages speak to us', () => deskSockets.length > 0 && recorderSockets.length > 0, Boolean)
  const { port } = new URL(supervisor.origin)

  await supervisor.kill()
  const { seen, leave } = await squatOn(port)
  const challenges = () => seen.filter(({ path }) => path === pageKeyPaths.challenge).length
  await until('both pages asked for a proof more than once', challenges, count => count >= 5)
  const [deskBefore, recorderBefore] = [deskSockets.length, recorderSockets.length]
  await leave()
  expect(seen.filter(({ socket }) => socket)).toEqual([])
  expect(new Set(seen.map(({ path }) => path))).toEqual(new Set(['listening', pageKeyPaths.challenge]))

  supervisor = await startSupervisor({ profileDirectory: join(directory, 'profile') })
  expect(new URL(supervisor.origin).port).toBe(port)
  await until('the desk is back', () => deskSockets.length > deskBefore, Boolean)
  await until('the recorder is back', () => recorderSockets.length > recorderBefore, Boolean)
  expect(await desk.evaluate(async () => (await fetch('/')).status)).toBe(200)
  const cookies = new Set(seen.map(({ cookie }) => cookie).filter(cookie => typeof cookie === 'string'))
  expect(cookies.size).toBeGreaterThan(0)
  for (const cookie of cookies) {
    expect((await fetch(`${supervisor.origin}/`, { headers: { cookie } })).status).toBe(401)
  }
})

test('the key of a page is nowhere in it', async () => {
  const desk = await context.newPage()
  await desk.goto(supervisor.link)
  await desk.getByRole('heading').first().waitFor()
  const seen = await desk.evaluate(() => [
    document.documentElement.outerHTML,
    JSON.stringify(localStorage),
    JSON.stringify(sessionStorage),
    document.cookie,
  ])
  expect(seen.join('\n')).not.toContain('page-key')
  expect(await desk.evaluate(async () => (await fetch('/')).text())).not.toContain('page-key')
})
