import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { unwrap } from '../../../shared/contract/reply.ts'
import { draftResult, proposedOutcome } from '../../../shared/reception/outcomes.ts'
import { recorderLinkPath, rehearsalLinkPath } from '../../../shared/recording/recorder-link.ts'
import { order121 } from '../../fixtures/calendars.ts'
import { type ContractClient, openContractClient } from '../../fixtures/contract-client.ts'
import { newApplication } from '../../fixtures/new-application.ts'
import { outcomeCases } from '../../fixtures/outcome-cases.ts'
import { signInAs } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { copyStaffedProfile } from '../../fixtures/prepared-profile.ts'
import { type RunningSupervisor, startSupervisor } from '../../fixtures/supervisor.ts'
import { timeZone } from '../../fixtures/time-zone.ts'
import { until } from '../../fixtures/until.ts'

/**
 * What a person was handed (an address to play or to upload to, a stream of news, a recorder's link) ends with that
 * person's session: at the lock, at the sign-out, and for whoever signs in next.
 */

let directory: string
let supervisor: RunningSupervisor
let client: ContractClient
let receptionId: string
let film: Buffer
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'capabilities-'))
  const profileDirectory = join(directory, 'profile')
  await copyStaffedProfile(profileDirectory)
  supervisor = await startSupervisor({ profileDirectory, environment: { TZ: timeZone } })
  client = await openContractClient(supervisor.link)
  await signInAs(client, 'specialist')
  receptionId = await heldReception(profileDirectory)
  const path = join(directory, 'talk.webm')
  const picture = [
    '-f',
    'lavfi',
    '-i',
    'testsrc=size=320x180:rate=10',
    '-f',
    'lavfi',
    '-i',
    'sine=frequency=300:sample_rate=48000',
  ]
  const made = [
    ...['-c:v', 'libvpx', '-threads', '1', '-deadline', 'realtime', '-cpu-used', '8'],
    ...['-c:a', 'libopus', '-t', '6', '-y', path],
  ]
  await promisify(execFile)('ffmpeg', ['-v', 'error', '-nostdin', ...picture, ...made])
  film = await readFile(path)
}, 120_000)
afterAll(async () => {
  client.close()
  await supervisor.stop()
  await rm(directory, { recursive: true, force: true })
})

/** A reception that came to its end: the desk may be locked again, and a file may be added to it. */
async function heldReception(profileDirectory: string): Promise<string> {
  const application = newApplication({ inMinutes: -12, link: 'https://telemost.yandex.ru/j/12345678901234' })
  const planted = await plantReception(client, profileDirectory, application)
  const { actions } = outcomeCases.find(({ ending }) => ending === 'nobody connected') ?? { actions: [] }
  const act = async (action: Parameters<typeof client.calls.receptions.act>[0]['action']) => {
    const { card } = await unwrap(client.calls.receptions.detail({ receptionId: planted.receptionId }))
    const expectedSequence = card.state.nextSequence
    const order = { receptionId: planted.receptionId, expectedSequence, action, occurredAt: null }
    return (await unwrap(client.calls.receptions.act(order))).card
  }
  let card = await act({ kind: 'roomOpened' })
  for (const action of actions) card = await act(action)
  const outcome = proposedOutcome(card.state)
  if (outcome === null) throw new Error('nothing is proposed')
  const resultText = draftResult({ state: card.state, regulation: order121, outcome, timeZone, nowMs: Date.now() })
  await act({ kind: 'closed', outcome, resultText, needsWrittenReply: false })
  return planted.receptionId
}

const begin = () =>
  unwrap(client.calls.recordings.beginImport({ receptionId, fileName: 'talk.webm', byteLength: film.length }))
const upload = (url: string, bytes: Buffer = film) =>
  fetch(supervisor.origin + url, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: { cookie: client.cookie, origin: supervisor.origin },
  }).then(({ status }) => status)
const play = (url: string) =>
  fetch(supervisor.origin + url, { headers: { cookie: client.cookie, range: 'bytes=0-99' } }).then(
    ({ status }) => status,
  )

async function imported(): Promise<string> {
  const { importId, url } = await begin()
  expect(await upload(url)).toBe(204)
  const { warnings } = await unwrap(client.calls.recordings.checkImport({ importId }))
  return (await unwrap(client.calls.recordings.acceptImport({ importId, despite: warnings }))).recordingId
}

/** Both ways a session ends, and the way of the next person in. */
const endings: [string, () => Promise<unknown>][] = [
  ['the lock', () => unwrap(client.calls.accounts.lock())],
  ['the sign-out', () => unwrap(client.calls.accounts.signOut())],
  ['another person', () => signInAs(client, 'head')],
]

describe('a recording', () => {
  let recordingId: string
  beforeAll(async () => {
    recordingId = await imported()
  })
  test.each(endings)('is not played any more after %s', async (_, end) => {
    const { url } = await unwrap(client.calls.recordings.play({ recordingId, reason: null }))
    expect(await play(url)).toBe(206)
    await end()
    expect(await play(url)).toBe(404)
    await signInAs(client, 'specialist')
    expect(await play(url)).toBe(404)
    const again = await unwrap(client.calls.recordings.play({ recordingId, reason: null }))
    expect(await play(again.url)).toBe(206)
  })
})

describe('an address to upload to', () => {
  test.each(endings)('is closed after %s, and what came is gone', async (_, end) => {
    const { importId, url } = await begin()
    await end()
    expect(await upload(url)).toBe(404)
    await signInAs(client, 'specialist')
    expect(await upload(url)).toBe(404)
    expect(await client.calls.recordings.checkImport({ importId })).toMatchObject({ ok: false })
  })
  test('is good once: of two files sent at a time one is taken, and what was checked is what is sealed', async () => {
    const { importId, url } = await begin()
    const other = Buffer.alloc(film.length, 1)
    const taken = await Promise.all([upload(url), upload(url, other)])
    expect(taken.toSorted()).toEqual([204, 404])
    expect(await upload(url, other)).toBe(404)
    await client.calls.recordings.cancelImport({ importId })
  })
})

describe('what streams', () => {
  test.each(endings)('the news end with %s', async (_, end) => {
    const news = await client.calls.workplace.watch()
    await news.next()
    const told = (async () => {
      for await (const _one of news);
      return 'ended'
    })()
    await end()
    expect(await Promise.race([told, new Promise(resolve => setTimeout(resolve, 5_000, 'goes on'))])).toBe('ended')
    await signInAs(client, 'specialist')
    const again = await client.calls.workplace.watch()
    expect((await again.next()).done).toBe(false)
    await again.return?.()
  })
})

describe.each([recorderLinkPath, rehearsalLinkPath])('%s', path => {
  const connect = async () => {
    const socket = new WebSocket(supervisor.origin.replace('http', 'ws') + path, {
      headers: { cookie: client.cookie, origin: supervisor.origin },
    })
    let closed = false
    socket.on('close', () => {
      closed = true
    })
    await new Promise(resolve => socket.on('open', resolve))
    return { isClosed: () => closed, close: () => socket.terminate() }
  }
  test.each(endings.slice(0, 2))('is cut by %s, closed to everybody until somebody signs in', async (_, end) => {
    const link = await connect()
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(link.isClosed()).toBe(false)
    await end()
    await until('the link is cut', link.isClosed, Boolean)
    const stranger = await connect()
    await until('nobody is let in', stranger.isClosed, Boolean)
    await signInAs(client, 'specialist')
    const again = await connect()
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(again.isClosed()).toBe(false)
    again.close()
  })
})
