import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordingDirectory } from '../../../electron/recording/live/recording-folder.ts'
import { findUnsealed } from '../../../electron/recording/live/unsealed.ts'
import type { RecordingSession } from '../../../shared/recording/part-log.ts'
import { connectPage, makeBench, newSession, readPart, readPartLog, type SocketPage } from './bench.ts'
import { armedStatus } from './page-stand-in.ts'

interface Host {
  readonly process: ChildProcess
  readonly port: number
  said(kind: string): Promise<Record<string, unknown>>
}

let root: string
let session: RecordingSession
let hosts: ChildProcess[]
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'recorder-kill-'))
  session = newSession()
  hosts = []
})
afterEach(async () => {
  for (const host of hosts) host.kill('SIGKILL')
  await rm(root, { recursive: true })
})

async function run(mode: 'start' | 'adopt', environment: Record<string, string> = {}): Promise<Host> {
  const child = fork(fileURLToPath(new URL('./sink-host.ts', import.meta.url)), [root, JSON.stringify(session), mode], {
    execArgv: [],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  hosts.push(child)
  const messages: Record<string, unknown>[] = []
  child.on('message', message => messages.push(message as Record<string, unknown>))
  const said = async (kind: string): Promise<Record<string, unknown>> => {
    for (;;) {
      const message = messages.find(one => one.kind === kind)
      if (message) return message
      await Promise.race([
        once(child, 'message'),
        once(child, 'exit').then(() => Promise.reject(new Error(`host ended before «${kind}»`))),
      ])
    }
  }
  return { process: child, port: Number((await said('listening')).port), said }
}

async function kill(host: Host): Promise<void> {
  const ended = once(host.process, 'exit')
  host.process.kill('SIGKILL')
  await ended
}

async function recordingPage(): Promise<{ host: Host; page: SocketPage }> {
  const host = await run('start')
  const page = await connectPage(host.port)
  await page.next('welcome', 0)
  page.say(armedStatus())
  await host.said('armed')
  host.process.send('start')
  expect((await host.said('started')).reply).toMatchObject({ ok: true })
  return { host, page }
}

const acknowledged = (page: SocketPage): number =>
  page.received.filter(message => message.kind === 'acknowledge').length

describe('kill -9 of the workstation in mid-write', () => {
  test('with the page alive loses not one byte, however often and whenever it comes', async () => {
    let { host, page } = await recordingPage()
    const chunks: Buffer[] = []
    const make = () => {
      const chunk = randomBytes(randomInt(1, 400_000))
      chunks.push(chunk)
      page.make(chunk)
    }
    for (let round = 0; round < 4; round += 1) {
      const wanted = acknowledged(page) + randomInt(1, 6)
      for (let count = 0; count < 12; count += 1) make()
      // Some of the dozen are on the disk, one is being written, the rest is on its way.
      while (acknowledged(page) < wanted) await page.next('acknowledge')
      await kill(host)
      for (let count = 0; count < 3; count += 1) make()
      expect(page.held().length).toBeGreaterThan(0)
      host = await run('adopt')
      await page.back(host.port)
      expect((await host.said('adopted')).adoption).toEqual({ kind: 'resumed' })
    }
    host.process.send('stop')
    await host.said('stopped')
    expect((await readPart(root, session, 1)).equals(Buffer.concat(chunks))).toBe(true)
    expect((await readPartLog(root, session, 1)).filter(line => line.kind === 'chunk')).toHaveLength(chunks.length)
    expect((await readPartLog(root, session, 1)).at(-1)).toMatchObject({ kind: 'stopped', chunkCount: chunks.length })
    expect(page.held()).toEqual([])
  }, 120_000)

  test('a page that is back before the recording is asked for is kept waiting, not sent away', async () => {
    const { host, page } = await recordingPage()
    const chunks = [randomBytes(1_000), randomBytes(1_000)]
    page.make(chunks[0] ?? Buffer.alloc(0))
    await page.next('acknowledge', 0)
    await kill(host)
    page.make(chunks[1] ?? Buffer.alloc(0))
    const bench = await makeBench({ rootDirectory: root })
    await page.back(bench.port)
    await bench.until(view => view.connected)
    expect(await bench.recorder.adopt(session)).toEqual({ kind: 'resumed' })
    await bench.recorder.stop(session.recordingId)
    expect((await readPart(root, session, 1)).equals(Buffer.concat(chunks))).toBe(true)
    await bench.close()
  })

  test('during the stop: the last chunks still come home', async () => {
    const { host, page } = await recordingPage()
    const chunk = randomBytes(50_000)
    page.onWire = () => []
    page.make(chunk)
    page.stopPart()
    await kill(host)
    page.onWire = frame => [frame]
    const next = await run('adopt')
    await page.back(next.port)
    expect((await next.said('adopted')).adoption).toMatchObject({ kind: 'interrupted' })
    next.process.send('stop')
    await next.said('stopped')
    expect((await readPart(root, session, 1)).equals(chunk)).toBe(true)
    expect((await readPartLog(root, session, 1)).at(-1)).toMatchObject({ kind: 'stopped', chunkCount: 1 })
  })

  test('and of the page: all that was acknowledged is there, the cause is written, a new part goes on', async () => {
    const { host, page } = await recordingPage()
    const chunks = Array.from({ length: 4 }, () => randomBytes(30_000))
    for (const chunk of chunks) page.make(chunk)
    while (acknowledged(page) < chunks.length) await page.next('acknowledge')
    const savedAt = Date.now()
    await kill(host)
    const bench = await makeBench({ rootDirectory: root, waits: { adoptMs: 200 } })
    const adoption = await bench.recorder.adopt(session)
    expect(adoption).toMatchObject({ kind: 'interrupted', cause: 'workstationDied' })
    const savedUntilMs = adoption.kind === 'interrupted' ? adoption.savedUntilMs : 0
    expect(Math.abs(savedUntilMs - savedAt)).toBeLessThan(1_000)
    const newPage = await bench.armedPage()
    expect(await bench.recorder.continueAsNewPart(session.recordingId)).toMatchObject({ ok: true })
    const more = randomBytes(10_000)
    newPage.make(more)
    await bench.recorder.stop(session.recordingId)
    expect((await readPart(root, session, 1)).equals(Buffer.concat(chunks))).toBe(true)
    expect((await readPartLog(root, session, 1)).at(-1)).toMatchObject({ kind: 'broken', cause: 'workstationDied' })
    expect((await readPart(root, session, 2)).equals(more)).toBe(true)
    await bench.close()
  })

  test('a machine that was started since then lost its power', async () => {
    const { host, page } = await recordingPage()
    page.make(randomBytes(100))
    await page.next('acknowledge', 0)
    await kill(host)
    const bench = await makeBench({ rootDirectory: root, waits: { adoptMs: 100 }, bootedAtMs: () => Date.now() })
    expect(await bench.recorder.adopt(session)).toMatchObject({ kind: 'interrupted', cause: 'powerLost' })
    await bench.close()
  })

  test('never taken up: found as unsealed, and ended as it lies', async () => {
    const { host, page } = await recordingPage()
    const chunk = randomBytes(100)
    page.make(chunk)
    await page.next('acknowledge', 0)
    await kill(host)
    expect(await findUnsealed(root)).toMatchObject([{ session, finished: false, partNumbers: [1] }])
    const bench = await makeBench({ rootDirectory: root })
    const directory = recordingDirectory(root, session)
    expect(await bench.recorder.stop(session.recordingId)).toEqual({ directory })
    expect((await readPartLog(root, session, 1)).at(-1)).toMatchObject({ kind: 'broken' })
    expect(await findUnsealed(root)).toMatchObject([{ finished: true }])
    expect((await stat(directory)).isDirectory()).toBe(true)
    await bench.close()
  })
})

test('an orderly restart of the workstation leaves the part open and goes on with it', async () => {
  const { host, page } = await recordingPage()
  const chunks = Array.from({ length: 4 }, () => randomBytes(5_000))
  for (const chunk of chunks.slice(0, 2)) page.make(chunk)
  const ended = once(host.process, 'exit')
  host.process.send('close')
  await ended
  const next = await run('adopt')
  await page.back(next.port)
  expect((await next.said('adopted')).adoption).toEqual({ kind: 'resumed' })
  for (const chunk of chunks.slice(2)) page.make(chunk)
  next.process.send('stop')
  await next.said('stopped')
  expect((await readPart(root, session, 1)).equals(Buffer.concat(chunks))).toBe(true)
})

test('an orderly restart while a part ends by itself: its last chunks come home to the next run', async () => {
  const { host, page } = await recordingPage()
  const chunks = Array.from({ length: 3 }, () => randomBytes(50_000))
  const [first, ...lost] = chunks
  if (first) page.make(first)
  await page.next('acknowledge', 0)
  page.onWire = () => []
  for (const chunk of lost) page.make(chunk)
  page.stopPart()
  // The end is known here; what it counts is not.
  await page.next('resend', 0)
  const ended = once(host.process, 'exit')
  host.process.send('close')
  await ended
  expect((await readPartLog(root, session, 1)).map(({ kind }) => kind)).toEqual(['opened', 'started', 'chunk'])

  page.onWire = frame => [frame]
  const next = await run('adopt')
  await page.back(next.port)
  expect((await next.said('adopted')).adoption).toMatchObject({ kind: 'interrupted' })
  next.process.send('stop')
  await next.said('stopped')
  expect((await readPart(root, session, 1)).equals(Buffer.concat(chunks))).toBe(true)
  expect((await readPartLog(root, session, 1)).at(-1)).toMatchObject({ kind: 'stopped', chunkCount: 3 })
})
