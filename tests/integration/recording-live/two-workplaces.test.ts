import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { FolderHeldError, holdFolder, isFolderHeld } from '../../../electron/recording/live/folder-lock.ts'
import { recordingDirectory } from '../../../electron/recording/live/recording-folder.ts'
import { makeRecordingProof } from '../../../electron/recording/recording-proof.ts'
import { makeFoundRecordings } from '../../../electron/recovery/found-recordings.ts'
import { partFileName, type RecordingSession, sessionFileName } from '../../../shared/recording/part-log.ts'
import { chromiumTake, ffmpegPath, type Take, thresholds } from '../recording-proof/recording-folder.ts'
import {
  type Bench,
  connectPage,
  fastTicks,
  makeBench,
  newSession,
  quietLog,
  readPart,
  readPartLog,
  readSessionLog,
  type SocketPage,
} from './bench.ts'
import { armedStatus } from './page-stand-in.ts'

/** Two workplaces whose policy names one folder: A is a process of its own, B the bench and its look at the store. */

let root: string
let take: Take
let ofA: RecordingSession
let ofB: RecordingSession
let hosts: ChildProcess[]
let bench: Bench
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'two-workplaces-'))
  take = await chromiumTake(1)
  ofA = newSession()
  ofB = newSession()
  hosts = []
  bench = await makeBench({ rootDirectory: root })
})
afterEach(async () => {
  for (const host of hosts) host.kill('SIGKILL')
  await bench.close()
  await rm(root, { recursive: true })
})

const proof = makeRecordingProof({ ffmpegPath, thresholds, clock: systemClock, everySecond: fastTicks })
const chunks = (): Buffer[] => {
  let until = 0
  return take.chunks.map(({ byteLength }) => {
    until += byteLength
    return take.bytes.subarray(until - byteLength, until)
  })
}

const quietMs = 600_000

/**
 * What a workstation does with the store at its start: what it lists for a person, and what comes into the journal by
 * itself, or where that person takes everything.
 */
async function look(knowsReception: boolean, isTaken = false) {
  const rows: string[] = []
  const found = makeFoundRecordings({
    rootDirectory: root,
    knowsRecording: () => false,
    journalNumberOf: () => (knowsReception ? 1 : null),
    addRow: row => rows.push(row.manifest.recordingId),
    seal: proof.seal,
    verify: proof.verify,
    quietMs,
    onChange: () => undefined,
    log: quietLog as never,
  })
  await found.search()
  const listed = found.list().map(one => one.recordingId)
  const decided = { accountId: randomUUID(), reason: 'осталась после сбоя' }
  for (const recordingId of isTaken ? listed : []) await found.adopt({ ...decided, recordingId })
  await found.close()
  return { rows, listed }
}

interface HostOfA {
  readonly child: ChildProcess
  readonly port: number
  said(kind: string): Promise<Record<string, unknown>>
}
async function startA(mode: 'start' | 'adopt'): Promise<HostOfA> {
  const child = fork(fileURLToPath(new URL('./sink-host.ts', import.meta.url)), [root, JSON.stringify(ofA), mode], {
    execArgv: [],
    env: { ...process.env, ADOPT_MS: '60000' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  hosts.push(child)
  const messages: Record<string, unknown>[] = []
  child.on('message', message => messages.push(message as Record<string, unknown>))
  const said = async (kind: string) => {
    for (;;) {
      const message = messages.find(one => one.kind === kind)
      if (message) return message
      await once(child, 'message')
    }
  }
  return { child, port: Number((await said('listening')).port), said }
}
async function recordA(): Promise<{ host: HostOfA; page: SocketPage }> {
  const host = await startA('start')
  const page = await connectPage(host.port)
  await page.next('welcome', 0)
  page.say(armedStatus())
  await host.said('armed')
  host.child.send('start')
  expect((await host.said('started')).reply).toMatchObject({ ok: true })
  return { host, page }
}
async function killA({ child }: HostOfA): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
async function stopA({ child, said }: HostOfA): Promise<void> {
  child.send('stop')
  await said('stopped')
}
async function startB(): Promise<SocketPage> {
  const page = await bench.armedPage()
  expect(await bench.recorder.start(ofB)).toMatchObject({ ok: true })
  return page
}
const send = (page: SocketPage, some: readonly Buffer[]) => {
  for (const chunk of some) page.make(chunk)
}
const acknowledged = async (page: SocketPage, count: number) => {
  while (page.received.filter(({ kind }) => kind === 'acknowledge').length < count) await page.next('acknowledge')
}
async function bothWhole(): Promise<void> {
  for (const session of [ofA, ofB]) {
    expect((await readPart(root, session, 1)).equals(take.bytes)).toBe(true)
    expect((await readPartLog(root, session, 1)).at(-1)).toMatchObject({ kind: 'stopped', chunkCount: chunks().length })
    expect((await readSessionLog(root, session)).at(-1)).toMatchObject({ kind: 'finished' })
  }
}

test.each([true, false])('B starts, records and stops while A is live (A stops last: %s)', async isALast => {
  const all = chunks()
  const a = await recordA()
  send(a.page, all.slice(0, 3))
  await acknowledged(a.page, 3)
  expect(await look(false)).toEqual({ rows: [], listed: [] })
  const b = await startB()
  send(b, all)
  send(a.page, all.slice(3))
  if (isALast) await bench.recorder.stop(ofB.recordingId)
  await stopA(a.host)
  if (!isALast) await bench.recorder.stop(ofB.recordingId)
  await bothWhole()
})

test('B looks through the store while A is dead, and again while A goes on: A loses nothing', async () => {
  const all = chunks()
  const { host, page } = await recordA()
  send(page, all.slice(0, 4))
  await acknowledged(page, 4)
  await killA(host)
  // Listed for a person, neither sealed nor put into the journal, although the reception would be known.
  expect(await look(true)).toEqual({ rows: [], listed: [ofA.recordingId] })
  expect(await look(false)).toEqual({ rows: [], listed: [ofA.recordingId] })
  const b = await startB()
  send(b, all)
  const next = await startA('adopt')
  await page.back(next.port)
  expect((await next.said('adopted')).adoption).toEqual({ kind: 'resumed' })
  expect(await look(false)).toEqual({ rows: [], listed: [] })
  send(page, all.slice(4))
  await stopA(next)
  await bench.recorder.stop(ofB.recordingId)
  await bothWhole()
})

test('A is listed where it ended, sealed and entered on a person’s word, and only where its reception is known', async () => {
  const { host, page } = await recordA()
  send(page, chunks())
  await stopA(host)
  const slip = join(recordingDirectory(root, ofA), 'slip.json')
  expect(await look(true)).toEqual({ rows: [], listed: [ofA.recordingId] })
  expect(await look(false, true)).toEqual({ rows: [], listed: [ofA.recordingId] })
  await expect(readFile(slip)).rejects.toThrow('ENOENT')
  expect(await look(true, true)).toEqual({ rows: [ofA.recordingId], listed: [ofA.recordingId] })
  expect(await readFile(slip, 'utf8')).toContain('"verdict"')
})

test('A died a moment ago: nobody takes what it may go on with, even where its lock is gone; later a person may', async () => {
  const { host, page } = await recordA()
  send(page, chunks())
  await acknowledged(page, chunks().length)
  const directory = recordingDirectory(root, ofA)
  await killA(host)
  await rm(join(directory, 'owner.lock'))
  const taken = () => look(true, true)
  expect(await taken()).toEqual({ rows: [], listed: [ofA.recordingId] })
  expect(await readdir(directory)).not.toContain('slip.json')
  const changedAt = async (agoMs: number) => {
    const at = new Date(Date.now() - agoMs)
    for (const name of await readdir(directory)) await utimes(join(directory, name), at, at)
  }
  await changedAt(quietMs - 30_000)
  expect(await taken()).toEqual({ rows: [], listed: [ofA.recordingId] })
  await changedAt(quietMs + 1_000)
  expect(await taken()).toEqual({ rows: [ofA.recordingId], listed: [ofA.recordingId] })
})

test('A records, and its lock is taken away: it is not taken by B', async () => {
  const all = chunks()
  const { host, page } = await recordA()
  send(page, all.slice(0, 2))
  await acknowledged(page, 2)
  await rm(join(recordingDirectory(root, ofA), 'owner.lock'))
  expect((await look(true, true)).rows).toEqual([])
  send(page, all.slice(2))
  const b = await startB()
  send(b, all)
  await stopA(host)
  await bench.recorder.stop(ofB.recordingId)
  await bothWhole()
})

test('a live folder is sealed by nobody, its own workplace included', async () => {
  const { host, page } = await recordA()
  send(page, chunks())
  await acknowledged(page, chunks().length)
  const directory = recordingDirectory(root, ofA)
  expect(await isFolderHeld(directory)).toBe(true)
  await expect(proof.seal(directory, AbortSignal.timeout(60_000))).rejects.toThrow(FolderHeldError)
  await killA(host)
  expect(await isFolderHeld(directory)).toBe(false)
})

test('a lock of another computer is waited for until it stands still', async () => {
  const directory = join(root, 'folder')
  await mkdir(directory)
  const lock = { workplaceId: ofA.workplaceId, host: 'another computer', processId: 1, run: ofA.recordingId }
  const write = (beat: number) =>
    writeFile(join(directory, 'owner.lock'), JSON.stringify({ ...lock, beat, atMs: 0, monotonicMs: 0 }))
  await write(1)
  expect(await isFolderHeld(directory)).toBe(true)
  const claim = { directory, workplaceId: ofA.workplaceId, clock: systemClock, staleMs: 1_500 }
  const refused = expect(holdFolder(claim)).rejects.toThrow(FolderHeldError)
  const beating = setInterval(() => void write(2), 300)
  await refused
  clearInterval(beating)
  const held = await holdFolder(claim)
  expect(await isFolderHeld(directory)).toBe(true)
  await held.release()
  expect(await isFolderHeld(directory)).toBe(false)
})

test('one of before the workplaces had folders of their own is adopted where it lies', async () => {
  const { host, page } = await recordA()
  const all = chunks()
  send(page, all.slice(0, 2))
  await acknowledged(page, 2)
  await killA(host)
  const earlier = join(root, '2026/11', ofA.recordingId)
  await mkdir(dirname(earlier), { recursive: true })
  await rename(recordingDirectory(root, ofA), earlier)
  const next = await startA('adopt')
  await page.back(next.port)
  expect((await next.said('adopted')).adoption).toEqual({ kind: 'resumed' })
  send(page, all.slice(2))
  next.child.send('stop')
  expect(await next.said('stopped')).toMatchObject({ directory: earlier })
  expect((await readFile(join(earlier, partFileName(1)))).equals(take.bytes)).toBe(true)
})

test.each<[string, (directory: string) => Promise<void>]>([
  ['its file is removed', directory => rm(join(directory, partFileName(1)))],
  ['another file takes its name', directory => replace(join(directory, partFileName(1)))],
  ['its log is removed', directory => rm(join(directory, 'part-001.log'))],
  ['the whole folder is removed', directory => rm(directory, { recursive: true })],
  ['the whole folder is moved', directory => rename(directory, `${directory}-moved`)],
])(
  '%s under a live recording: an alarm by its name, nothing more is acknowledged, a new part goes on',
  async (_what, harm) => {
    const page = await startB()
    const all = chunks()
    send(page, all.slice(0, 2))
    await acknowledged(page, 2)
    const alarm = bench.until(view => view.alarms.some(({ code }) => code === 'fileReplaced'))
    await harm(recordingDirectory(root, ofB))
    send(page, all.slice(2, 4))
    await alarm
    expect(await bench.untilLost()).toMatchObject({ cause: 'fileReplaced' })
    expect(page.received.filter(({ kind }) => kind === 'acknowledge')).toHaveLength(2)
    expect(await bench.recorder.continueAsNewPart(ofB.recordingId)).toMatchObject({ ok: true })
    await bench.until(view => !view.alarms.some(({ code }) => code === 'fileReplaced'))
    const since = page.received.length
    send(page, all)
    await page.next('acknowledge', since)
    await bench.recorder.stop(ofB.recordingId)
    expect((await readPart(root, ofB, 2)).equals(take.bytes)).toBe(true)
    expect((await readSessionLog(root, ofB)).at(-1)).toMatchObject({ kind: 'finished' })
    expect(JSON.parse(await readFile(join(recordingDirectory(root, ofB), sessionFileName), 'utf8'))).toEqual(ofB)
  },
)

async function replace(path: string): Promise<void> {
  await writeFile(`${path}.other`, 'another')
  await rename(`${path}.other`, path)
}
