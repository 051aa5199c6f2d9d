import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import send from 'send'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeAppProtocol } from '../../../../electron/desktop/app-protocol.ts'
import { securityHeaders } from '../../../../electron/host/security-headers.ts'
import { secretHeader } from '../../../../electron/host/workstation-messages.ts'
import { hostileOwnPaths } from '../../../fixtures/hostile-links.ts'
import { keptLog } from '../../../fixtures/kept-log.ts'
import { until } from '../../../fixtures/until.ts'

const directory = mkdtempSync(join(tmpdir(), 'protocol-'))
const socketPath = join(directory, 'workstation.sock')
const recording = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251))
writeFileSync(join(directory, 'recording.webm'), recording)
writeFileSync(join(directory, 'index.html'), '<!doctype html><title>page</title>')
writeFileSync(join(directory, 'recorder.html'), '<!doctype html><title>recorder</title>')

/** What the workstation saw. */
const seen: { headers: http.IncomingHttpHeaders[]; received: Buffer; open: number } = {
  headers: [],
  received: Buffer.alloc(0),
  open: 0,
}
const workstation = http.createServer((request, response) => {
  seen.headers.push(request.headers)
  seen.open += 1
  response.on('close', () => {
    seen.open -= 1
  })
  if (request.headers[secretHeader] !== 'secret') return void response.writeHead(403).end()
  if (request.url === '/recordings/endless') {
    response.writeHead(200, { 'Content-Type': 'video/webm', 'X-Inner': 'stays inside' })
    const timer = setInterval(() => response.write(Buffer.alloc(65_536)), 5)
    return void response.on('close', () => clearInterval(timer))
  }
  if (request.url === '/recordings/broken') {
    response.writeHead(200, { 'Content-Length': '1000' })
    return void response.write('half', () => response.destroy())
  }
  if (request.method === 'POST') {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      seen.received = Buffer.concat(parts)
      response.writeHead(204).end()
    })
    return
  }
  if (request.url !== '/recordings/token') return void response.writeHead(404).end()
  send(request, 'recording.webm', { root: directory, cacheControl: false, lastModified: false })
    .on('error', (error: { status?: number; headers?: Record<string, string> }) =>
      response.writeHead(error.status ?? 500, error.headers).end(),
    )
    .pipe(response)
})

let address: { socketPath: string; secret: string } | null = null
const log = keptLog()
const answer = makeAppProtocol({ pagesDirectory: directory, workstation: () => address, log })
const ask = (path: string, init: RequestInit = {}) => answer(new Request(`app://videopriem${path}`, init))

const letGo = () =>
  until(
    'the workstation was let go of',
    () => seen.open,
    open => open === 0,
  )

beforeAll(() => new Promise<void>(resolve => workstation.listen(socketPath, resolve)))
beforeEach(() => {
  address = { socketPath, secret: 'secret' }
  seen.headers = []
})
afterAll(() => {
  workstation.closeAllConnections()
  workstation.close()
  rmSync(directory, { recursive: true })
})

describe('pages', () => {
  test.each([
    ['/', 'page'],
    ['/#/journal', 'page'],
    ['/recorder', 'recorder'],
  ])('%s', async (path, title) => {
    const response = await ask(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toContain(`<title>${title}</title>`)
  })
  test('HEAD has the headers and no body', async () => {
    const response = await ask('/', { method: 'HEAD' })
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '34', ''])
  })
  test('every answer carries the headers of the browser host', async () => {
    for (const path of ['/', '/missing.js', '/.git/config', '/recordings/token', '/recordings/missing'])
      for (const [name, value] of Object.entries(securityHeaders))
        expect((await ask(path)).headers.get(name), `${path} ${name}`).toBe(value)
  })
  test('what is not there is 404 in words a person can read', async () => {
    const response = await ask('/missing.js')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Такой страницы нет')
  })
})

describe('hostile', () => {
  /** Straight to the answerer: a Request would repair the address before anybody sees it. */
  const raw = (url: string, method = 'GET') =>
    answer({ url, method, headers: new Headers(), body: null, signal: new AbortController().signal } as Request)

  test.each(hostileOwnPaths)('%j', async path => expect((await raw(`app://videopriem${path}`)).status).toBe(400))
  test('another host is misdirected', async () => expect((await raw('app://evil/')).status).toBe(421))
  test('another origin is forbidden', async () =>
    expect((await ask('/', { headers: { Origin: 'https://telemost.yandex.ru' } })).status).toBe(403))
  test('nothing of it reaches the workstation', () => expect(seen.headers).toEqual([]))
  test('a refusal is told without the address', async () => {
    log.lines.length = 0
    await raw('app://videopriem/../ivanov')
    expect(log.lines).toEqual([{ message: 'request refused', facts: { reason: 'path', status: 400 } }])
  })
})

describe('recordings', () => {
  const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer())

  test('whole', async () => {
    const response = await ask('/recordings/token')
    expect([response.status, response.headers.get('accept-ranges')]).toEqual([200, 'bytes'])
    expect((await bytes(response)).equals(recording)).toBe(true)
  })
  test.each([
    ['bytes=0-99', 0, 99],
    ['bytes=100000-199999', 100_000, 199_999],
    ['bytes=299990-', 299_990, 299_999],
    ['bytes=-10', 299_990, 299_999],
  ])('%s', async (range, from, to) => {
    const response = await ask('/recordings/token', { headers: { Range: range } })
    expect([response.status, response.headers.get('content-range'), response.headers.get('content-length')]).toEqual([
      206,
      `bytes ${from}-${to}/300000`,
      String(to - from + 1),
    ])
    expect((await bytes(response)).equals(recording.subarray(from, to + 1))).toBe(true)
  })
  test('a range beyond the end is 416 with the length', async () => {
    const response = await ask('/recordings/token', { headers: { Range: 'bytes=300000-' } })
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */300000'])
  })
  test('HEAD tells the length', async () => {
    const response = await ask('/recordings/token', { method: 'HEAD' })
    expect([response.status, response.headers.get('content-length')]).toEqual([200, '300000'])
  })
  test('a missing one is 404', async () => expect((await ask('/recordings/missing')).status).toBe(404))
  test('the workstation away is 503 at once', async () => {
    address = null
    expect((await ask('/recordings/token')).status).toBe(503)
    address = { socketPath: join(directory, 'nobody.sock'), secret: 'secret' }
    expect((await ask('/recordings/token')).status).toBe(503)
  })
  test('one that dies in the middle is an error to the player, not an end', async () => {
    const response = await ask('/recordings/broken')
    await expect(response.arrayBuffer()).rejects.toThrow()
  })
  test('only the named headers go in, only the named ones come out', async () => {
    const response = await ask('/recordings/endless', {
      headers: { Range: 'bytes=0-', Cookie: 'a=b', Authorization: 'x', [secretHeader]: 'forged' },
    })
    const [inside = {}] = seen.headers
    expect(inside).toMatchObject({ range: 'bytes=0-', [secretHeader]: 'secret' })
    expect([inside.cookie, inside.authorization]).toEqual([undefined, undefined])
    expect(response.headers.get('x-inner')).toBeNull()
    await response.body?.cancel()
  })
  test('letting go of the body lets go of the workstation', async () => {
    const response = await ask('/recordings/endless')
    const reader = response.body?.getReader()
    await reader?.read()
    expect(seen.open).toBeGreaterThan(0)
    await reader?.cancel()
    await letGo()
  })
  test('so does a request that is aborted', async () => {
    const controller = new AbortController()
    const response = await ask('/recordings/endless', { signal: controller.signal })
    const read = response.arrayBuffer().catch(() => 'aborted')
    controller.abort()
    expect(await read).toBe('aborted')
    await letGo()
  })
})

describe('imports', () => {
  const path = `/imports/${'a'.repeat(32)}`
  const streamed = (parts: number): RequestInit => {
    let left = parts
    const body = new ReadableStream({
      pull(controller) {
        if (left === 0) return controller.close()
        left -= 1
        controller.enqueue(new Uint8Array(100_000).fill(left))
      },
    })
    return { method: 'POST', body, duplex: 'half' } as RequestInit
  }
  test('a body in parts arrives whole', async () => {
    const response = await ask(path, streamed(20))
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(seen.received.length).toBe(2_000_000)
    expect(seen.received[0]).toBe(19)
    expect(seen.received.at(-1)).toBe(0)
  })
  test('an empty one arrives too', async () => expect((await ask(path, { method: 'POST' })).status).toBe(204))
  test('the workstation away is 503', async () => {
    address = null
    expect((await ask(path, streamed(2))).status).toBe(503)
    address = { socketPath: join(directory, 'nobody.sock'), secret: 'secret' }
    expect((await ask(path, streamed(2))).status).toBe(503)
  })
  test('a body that breaks off breaks off inside', async () => {
    const body = new ReadableStream({
      start: controller => controller.enqueue(new Uint8Array(10)),
      pull: controller => controller.error(new Error('gone')),
    })
    seen.received = Buffer.alloc(0)
    expect((await ask(path, { method: 'POST', body, duplex: 'half' } as RequestInit)).status).toBe(503)
    expect(seen.received.length).toBe(0)
    await letGo()
  })
})
