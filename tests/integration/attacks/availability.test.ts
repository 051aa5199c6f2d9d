import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveUpdateFolder } from '../../../electron/desktop/update-folder.ts'
import { answerRequests } from '../../../electron/host/answer-requests.ts'
import { endIdleBody } from '../../../electron/host/idle-body.ts'
import { listenOnLoopback } from '../../../electron/host/loopback-server.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { openContractClient } from '../../fixtures/contract-client.ts'
import { startSupervisor } from '../../fixtures/supervisor.ts'
import { plainGet, rawRequest } from '../browser-host/raw-request.ts'
import { canBeAStranger, strangerIdentity } from './stranger.ts'

/** Somebody wants the program to be slow, or gone. */
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'availability-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a request that no address can be made of', () => {
  test.each(['//', '///', '//[', '/\\\\', 'http://', '*'])(
    '%s does not end the process that serves updates',
    async target => {
      const served = await serveUpdateFolder(folder)
      const port = Number(new URL(served.url).port)
      writeFileSync(join(folder, 'latest.yml'), 'version: 1')
      try {
        const answer = await rawRequest(port, plainGet(port, target))
        expect([400, 404]).toContain(answer.status)
        expect(await (await fetch(`${served.url}/latest.yml?noCache=1`)).text()).toBe('version: 1')
      } finally {
        await served.close()
      }
    },
  )
})

describe('a body', () => {
  test('that stands still is cut; one that comes slowly and steadily is not, however long it takes', async () => {
    const idleMs = 400
    const { server, port, close } = await listenOnLoopback(null)
    answerRequests(server, async (request, response) => {
      endIdleBody(request, idleMs)
      const body = await text(request)
      response.end(body)
    })
    try {
      expect([server.requestTimeout, server.headersTimeout]).toEqual([0, 30_000])
      const send = (pauseMs: number) => {
        const pieces = async function* () {
          for (let piece = 0; piece < 6; piece += 1) {
            yield Buffer.from('piece')
            await new Promise(resolve => setTimeout(resolve, pauseMs))
          }
        }
        const body = Readable.toWeb(Readable.from(pieces())) as ReadableStream
        return fetch(`http://127.0.0.1:${port}`, { method: 'POST', body, duplex: 'half' } as RequestInit)
      }
      expect(await (await send(idleMs / 4)).text()).toBe('piece'.repeat(6))
      await expect(send(idleMs * 4)).rejects.toThrow()
    } finally {
      await close()
    }
  })
})

test('an answer that throws is the end of its request only', async () => {
  const { server, port, close } = await listenOnLoopback(null)
  answerRequests(server, request => {
    if (request.url === '/throws') throw new Error('at once')
    return Promise.reject(new Error('later'))
  })
  try {
    for (const path of ['/throws', '/rejects'])
      expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(500)
  } finally {
    await close()
  }
})

const holdConnections = `
import net from 'node:net'
const [port, count] = process.argv.slice(1).map(Number)
let opened = 0
const open = () => {
  const socket = net.connect(port, '127.0.0.1', () => { opened += 1; if (opened === count) console.log('all') })
  socket.on('error', () => {}).on('close', () => setTimeout(open, 5))
}
for (let number = 0; number < count; number += 1) open()
`

test.skipIf(!canBeAStranger)('connections another user opens again and again do not slow a call', async () => {
  const supervisor = await startSupervisor({ profileDirectory: join(folder, 'profile') })
  const client = await openContractClient(supervisor.link)
  const flood: ChildProcess = spawn(
    process.execPath,
    ['--input-type=module', '-e', holdConnections, new URL(supervisor.origin).port, '500'],
    { ...strangerIdentity(), cwd: '/', env: {}, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  try {
    if (flood.stdout) await once(flood.stdout, 'data')
    const fromMs = performance.now()
    const again = await fetch(supervisor.origin, { headers: { cookie: client.cookie } })
    await unwrap(client.calls.workplace.status())
    const tookMs = performance.now() - fromMs
    console.log(`page and call took ${Math.round(tookMs)} ms beside the flood`)
    expect(again.status).toBe(200)
    // Five seconds before; the rest is for a busy machine.
    expect(tookMs).toBeLessThan(2_500)
  } finally {
    flood.kill('SIGKILL')
    client.close()
    await supervisor.stop()
  }
})
