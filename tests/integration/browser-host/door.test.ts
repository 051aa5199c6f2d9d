import { createHash, randomBytes } from 'node:crypto'
import { on } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openHttpDoor } from '../../../electron/browser/http-door.ts'
import { makePageKeys } from '../../../electron/browser/page-keys.ts'
import { makeSessionCookie } from '../../../electron/browser/session-cookie.ts'
import { makeStartLinks } from '../../../electron/browser/start-links.ts'
import { makeStartTokens } from '../../../electron/browser/start-tokens.ts'
import { makeWorkstationProxy } from '../../../electron/browser/workstation-proxy.ts'
import { listenLocally } from '../../../electron/host/local-socket.ts'
import { type LoopbackServer, listenOnLoopback } from '../../../electron/host/loopback-server.ts'
import { makeRefusalLog } from '../../../electron/host/refusal-log.ts'
import { makeWorkstationDoor } from '../../../electron/host/workstation-door.ts'
import type { WorkstationAddress } from '../../../electron/host/workstation-messages.ts'
import { plainGet, rawRequest } from './raw-request.ts'

/**
 * Both doors over real sockets: browser → supervisor's guards → private socket → workstation's door. Behind them
 * stands a workstation of a few lines, so that every byte that comes through can be compared.
 */

const folder = mkdtempSync(join(tmpdir(), 'door-'))
const recording = randomBytes(300_000)
const secret = 'secret-of-this-run'
const log = pino({ enabled: false })
const tokens = makeStartTokens({ nowMs: Date.now })
let port: number
let links: ReturnType<typeof makeStartLinks>
let cookie: string
let address: WorkstationAddress | null
let outer: LoopbackServer
let inner: Server
const uploadToken = 'a'.repeat(32)
let uploaded: string | null = null
let sessionLife = new AbortController()

beforeAll(async () => {
  mkdirSync(join(folder, 'pages/assets'), { recursive: true })
  writeFileSync(join(folder, 'pages/index.html'), '<!doctype html><title>desk</title>')
  writeFileSync(join(folder, 'pages/recorder.html'), '<!doctype html><title>recorder</title>')
  writeFileSync(join(folder, 'pages/assets/index-Bx_9-aZ1.js'), 'export {}')
  writeFileSync(join(folder, 'outside.txt'), 'TOP SECRET')
  writeFileSync(join(folder, 'recording.mkv'), recording)
  inner = makeWorkstationDoor({
    workstation: {
      connectPage: socket => socket.addEventListener('message', ({ data }) => socket.send(data as Buffer | string)),
      connectRehearsal: connection => connection.close(),
      connectRecorder: connection => {
        connection.sendText('hello recorder')
        connection.onBinary(bytes => connection.sendText(`got ${bytes.byteLength}`))
      },
      playableFile: token => {
        if (token === 'failing-token') throw new Error('the disk is gone')
        return token === 'good-token' ? { path: join(folder, 'recording.mkv'), life: sessionLife.signal } : null
      },
      receiveImport: async (token, body) => {
        if (token !== uploadToken) return 404
        const sum = createHash('sha256')
        for await (const piece of body) sum.update(piece)
        uploaded = sum.digest('hex')
        return 204
      },
    },
    secret,
    log,
  })
  const socketPath = join(folder, 'workstation.sock')
  await listenLocally(inner, socketPath)
  address = { socketPath, secret }
  outer = await listenOnLoopback(null)
  port = outer.port
  links = makeStartLinks({ port, tokens })
  const sessionCookie = makeSessionCookie({ key: randomBytes(32), port, nowMs: Date.now })
  cookie = sessionCookie.issue().split(';')[0] ?? ''
  openHttpDoor(outer.server, {
    own: links.own,
    pagesDirectory: join(folder, 'pages'),
    cookie: sessionCookie,
    tokens,
    pageKeys: makePageKeys({ key: randomBytes(32), origin: links.own.origin, nowMs: Date.now }),
    workstation: makeWorkstationProxy(() => address),
    refusals: makeRefusalLog({ log, nowMs: Date.now }),
  })
})
afterAll(async () => {
  await outer.close()
  inner.close()
  rmSync(folder, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie, ...headers }, redirect: 'manual' })

const printedLink = () => /http:\S+/.exec(links.printed())?.[0] ?? ''

const guarded = (headers: { get(name: string): string | null | undefined }) => {
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('permissions-policy')).toContain('microphone=(self)')
}

describe('the start link', () => {
  test('lets in once, leaves a cookie and a clean address', async () => {
    const link = printedLink()
    const answer = await fetch(link, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    const given = answer.headers.get('set-cookie') ?? ''
    expect(given).toMatch(/; HttpOnly; SameSite=Strict/)
    guarded(answer.headers)
    const page = await get('/', { cookie: given.split(';')[0] ?? '' })
    expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>desk</title>'])
    const again = await fetch(link, { redirect: 'manual' })
    expect([again.status, again.headers.get('set-cookie')]).toEqual([401, null])
    expect(await again.text()).toContain('по ссылке, которую даёт сама программа')
  })
  test('used up, but from a page that is signed in: only the address is cleaned', async () => {
    const answer = await get('/recorder?token=used')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/recorder'])
    expect(answer.headers.get('set-cookie')).toBeNull()
  })
  test('a look at its head does not use it up', async () => {
    const link = printedLink()
    expect((await fetch(link, { method: 'HEAD' })).status).toBe(401)
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(303)
  })
  test('the token is never sent back', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/?token=WRONG-TOKEN`, { redirect: 'manual' })
    expect(await answer.text()).not.toContain('WRONG-TOKEN')
  })
})

describe('the form of a window we opened', () => {
  const submit = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${links.own.origin}/open/recorder`, { method: 'POST', body, headers: { origin: 'null', ...headers } })

  test('lets in once, and goes on to the page by itself', async () => {
    const { token } = links.fresh('/recorder')
    const answer = await submit(`token=${token}`)
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).toContain('content="0;url=/recorder"')
    expect(page).not.toContain(token)
    const given = answer.headers.get('set-cookie') ?? ''
    expect(given).toMatch(/; HttpOnly; SameSite=Strict/)
    guarded(answer.headers)
    expect((await get('/recorder', { cookie: given.split(';')[0] ?? '' })).status).toBe(200)
    const again = await submit(`token=${token}`)
    expect([again.status, again.headers.get('set-cookie')]).toEqual([401, null])
  })
  test.each(['', 'token=', 'token=WRONG', `token=${'a'.repeat(5_000)}`])('is closed to %.20j', async body => {
    const answer = await submit(body)
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null])
  })
  test('used up, but from a window that is signed in: it only goes on', async () => {
    const answer = await submit('token=used', { cookie })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null])
  })
})

describe('pages', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-store'],
    ['/recorder', 'text/html; charset=utf-8', 'no-store'],
    ['/assets/index-Bx_9-aZ1.js', 'text/javascript; charset=utf-8', 'private, max-age=31536000, immutable'],
  ])('%s', async (path, type, caching) => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
    expect(answer.headers.get('cache-control')).toBe(caching)
    guarded(answer.headers)
  })
  test.each(['/', '/recorder', '/assets/index-Bx_9-aZ1.js', '/recordings/good-token'])(
    '%s stays closed without the cookie',
    async path => {
      const answer = await get(path, { cookie: 'videopriem=1' })
      expect(answer.status).toBe(401)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      guarded(answer.headers)
    },
  )
  test.each(['/assets', '/nothing.js', '/assets/nothing.js'])('%s is not there', async path => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    guarded(answer.headers)
  })
})

describe('hostile requests', () => {
  test.each([
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/%2e%2e%2foutside.txt',
    '/..%2foutside.txt',
    '/..\\outside.txt',
    '/..%5coutside.txt',
    '/assets/..%00/outside.txt',
    '//outside.txt',
    '/./../outside.txt',
    'http://evil.example/outside.txt',
    '/recordings/..%2foutside.txt',
    '/recordings/../outside.txt',
  ])('%s leads nowhere', async target => {
    const answer = await rawRequest(port, plainGet(port, target, [`Cookie: ${cookie}`]))
    expect([400, 404]).toContain(answer.status)
    expect(answer.body).not.toContain('TOP SECRET')
    guarded(answer.headers)
  })
  test.each([
    ['a rebound name', 'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', 421],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: evil.example\r\nConnection: close\r\n\r\n', 421],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an old protocol without host', 'GET / HTTP/1.0\r\n\r\n', 421],
    [
      'a write',
      'POST / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
      403,
    ],
    ['no request at all', 'hello\r\n\r\n', 400],
    ['a broken header', 'GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nBad\u0000: x\r\n\r\n', 400],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('%s is refused', async (_name, head, status) => {
    const answer = await rawRequest(
      port,
      head.replaceAll('PORT', String(port)).replace('\r\n', `\r\nCookie: ${cookie}\r\n`),
    )
    expect(answer.status).toBe(status)
    if (status !== 400) guarded(answer.headers)
  })
})

interface Dialled {
  outcome: 'open' | number
  socket: WebSocket
  /** In the order they came; the first can come together with the opening itself. */
  next(): Promise<Buffer>
}
function dial(path: string, options: { origin?: string; cookie?: string; host?: string }): Promise<Dialled> {
  const headers = {
    ...(options.cookie ? { cookie: options.cookie } : {}),
    ...(options.host ? { host: options.host } : {}),
  }
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
    headers,
    ...(options.origin ? { origin: options.origin } : {}),
  })
  const messages = on(socket, 'message')
  const next = async (): Promise<Buffer> => (await messages.next()).value?.[0]
  return new Promise(resolve => {
    socket.on('open', () => resolve({ outcome: 'open', socket, next }))
    socket.on('unexpected-response', (request, response) => {
      request.destroy()
      resolve({ outcome: response.statusCode ?? 0, socket, next })
    })
    socket.on('error', () => {})
  })
}
describe('sockets', () => {
  test('carry text and bytes both ways, large ones too', async () => {
    const { socket, next } = await dial('/rpc', { origin: links.own.origin, cookie })
    for (const message of [Buffer.from('привет'), randomBytes(5_000_000)]) {
      socket.send(message)
      expect(Buffer.compare(await next(), message)).toBe(0)
    }
    socket.terminate()
  })
  test('the recorder has a link of its own', async () => {
    const { socket, next } = await dial('/recorder-link', { origin: links.own.origin, cookie })
    expect((await next()).toString()).toBe('hello recorder')
    socket.send(randomBytes(70_000))
    expect((await next()).toString()).toBe('got 70000')
    socket.terminate()
  })
  test('the end of a page is the end of its socket inside', async () => {
    await expect.poll(() => connectionsOf(inner)).toBe(0)
    const { socket } = await dial('/rpc', { origin: links.own.origin, cookie })
    expect(await connectionsOf(inner)).toBe(1)
    socket.terminate()
    await expect.poll(() => connectionsOf(inner)).toBe(0)
  })
  test.each([
    ['a foreign origin', '/rpc', { origin: 'http://evil.example' }, 403],
    ['another port', '/rpc', { origin: 'http://127.0.0.1:1' }, 403],
    ['no origin', '/rpc', {}, 403],
    ['no cookie', '/rpc', { cookie: '' }, 401],
    ['a rebound name', '/rpc', { host: 'evil.example' }, 421],
    ['an unknown door', '/admin', {}, 404],
  ])('%s opens none', async (_name, path, change, status) => {
    const honest = _name === 'no origin' ? { cookie } : { origin: links.own.origin, cookie }
    const dialled = await dial(path, { ...honest, ...change })
    expect(dialled.outcome).toBe(status)
  })
})

describe('recordings', () => {
  test('one that cannot be looked up is answered as our failure, and the next as ever', async () => {
    const failed = await get('/recordings/failing-token')
    expect([failed.status, await failed.text()]).toEqual([500, ''])
    const next = await get('/recordings/good-token')
    expect([next.status, (await next.arrayBuffer()).byteLength]).toEqual([200, recording.length])
  })

  test('whole, never kept by the browser, without a name or a time', async () => {
    const answer = await get('/recordings/good-token')
    expect(answer.status).toBe(200)
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), recording)).toBe(0)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('accept-ranges')).toBe('bytes')
    expect(answer.headers.get('last-modified')).toBeNull()
    expect(answer.headers.get('content-disposition')).toBeNull()
    guarded(answer.headers)
  })
  test.each([
    ['bytes=0-0', 0, 1],
    ['bytes=1000-1999', 1000, 2000],
    ['bytes=299000-', 299_000, 300_000],
    ['bytes=-500', 299_500, 300_000],
    ['bytes=299999-999999999', 299_999, 300_000],
  ])('%s', async (range, from, to) => {
    const answer = await get('/recordings/good-token', { range })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/300000`)
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), recording.subarray(from, to))).toBe(0)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
  test('a range beyond the end', async () => {
    const answer = await get('/recordings/good-token', { range: 'bytes=300000-' })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */300000'])
    guarded(answer.headers)
  })
  test('an unknown or expired play address', async () => expect((await get('/recordings/other')).status).toBe(404))
  test('a player that goes away in the middle leaves nothing open', async () => {
    const stop = new AbortController()
    const answer = await fetch(`http://127.0.0.1:${port}/recordings/good-token`, {
      headers: { cookie },
      signal: stop.signal,
    })
    await answer.body?.getReader().read()
    stop.abort()
    await expect.poll(() => connectionsOf(inner)).toBe(0)
  })
})

test('a recording on its way is cut when the session of its person ends', async () => {
  writeFileSync(join(folder, 'recording.mkv'), Buffer.concat(Array.from({ length: 100 }, () => recording)))
  try {
    const answer = await get('/recordings/good-token')
    const reader = answer.body?.getReader()
    await reader?.read()
    sessionLife.abort()
    const readOn = async () => {
      while (!(await reader?.read())?.done);
    }
    await expect(readOn()).rejects.toThrow()
    await expect.poll(() => connectionsOf(inner)).toBe(0)
  } finally {
    sessionLife = new AbortController()
    writeFileSync(join(folder, 'recording.mkv'), recording)
  }
})

describe('the private socket', () => {
  test.each(['wrong', '', `${secret}x`])('is closed to who does not know the secret: %j', async known => {
    const proxy = makeWorkstationProxy(() => (address ? { ...address, secret: known } : null))
    const other = await listenOnLoopback(null)
    other.server.on('request', (request, response) => proxy.passRecording(request, response, '/recordings/good-token'))
    other.server.on('upgrade', (request, socket, head) => proxy.passSocket(request, socket, head, '/rpc'))
    expect((await fetch(`http://127.0.0.1:${other.port}/`)).status).toBe(403)
    const socket = new WebSocket(`ws://127.0.0.1:${other.port}/rpc`)
    await new Promise(resolve => socket.on('error', resolve))
    await other.close()
  })
  test('a secret that a page brings along is worth nothing', async () => {
    const answer = await get('/recordings/good-token', { 'x-videopriem-secret': 'forged' })
    expect(answer.status).toBe(200)
  })
})

describe('a file on its way in', () => {
  const send = (token: string, content: Buffer, headers: Record<string, string> = {}) =>
    fetch(`${links.own.origin}/imports/${token}`, {
      method: 'POST',
      body: new Uint8Array(content),
      headers: { cookie, origin: links.own.origin, ...headers },
    })

  test('arrives byte for byte', async () => {
    const content = randomBytes(5_000_000)
    expect((await send(uploadToken, content)).status).toBe(204)
    expect(uploaded).toBe(createHash('sha256').update(content).digest('hex'))
  })
  test.each([
    ['to an address nobody handed out', 'b'.repeat(32), {}, 404],
    ['without the session', uploadToken, { cookie: '' }, 401],
    ['from another page', uploadToken, { origin: 'https://evil.example' }, 403],
  ])('%s is refused', async (_name, token, headers, status) => {
    expect((await send(token, Buffer.from('x'), headers)).status).toBe(status)
  })
})

describe('while the workstation is down', () => {
  test('pages stand, recordings and sockets answer 503 at once', async () => {
    const kept = address
    address = null
    try {
      expect((await get('/')).status).toBe(200)
      const answer = await get('/recordings/good-token')
      expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('перезапускается')])
      expect((await dial('/rpc', { origin: links.own.origin, cookie })).outcome).toBe(503)
      address = { socketPath: join(folder, 'nobody.sock'), secret }
      expect((await get('/recordings/good-token')).status).toBe(503)
    } finally {
      address = kept
    }
  })
})

const connectionsOf = (server: Server) =>
  new Promise<number>((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  )
