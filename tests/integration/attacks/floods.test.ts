import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { boundedPageSocket, makeAnswerBudget } from '../../../electron/host/bounded-page-socket.ts'
import { openContractClient } from '../../fixtures/contract-client.ts'
import { startSupervisor } from '../../fixtures/supervisor.ts'
import { until } from '../../fixtures/until.ts'

/** A page that sends faster than it is answered, or asks again and again for what it may not. */

describe('large messages', () => {
  const messageBytes = 256 * 1024
  const count = 60
  let sockets: WebSocketServer
  let clients: WebSocket[]
  let answers: (() => void)[]
  const budget = makeAnswerBudget(4 * messageBytes)
  beforeEach(async () => {
    ;[clients, answers] = [[], []]
    sockets = new WebSocketServer({ host: '127.0.0.1', port: 0, maxPayload: messageBytes })
    await once(sockets, 'listening')
    sockets.on('connection', socket => {
      // As the workstation's door does: what is too long is an error of the socket first.
      socket.on('error', () => undefined)
      const page = boundedPageSocket(socket, budget)
      page.addEventListener('message', () => new Promise<void>(resolve => answers.push(resolve)) as never)
    })
  })
  afterEach(() => {
    for (const client of clients) client.terminate()
    sockets.close()
  })
  async function flood() {
    const client = new WebSocket(`ws://127.0.0.1:${(sockets.address() as AddressInfo).port}`)
    clients.push(client)
    await once(client, 'open')
    for (let sent = 0; sent < count; sent += 1) client.send(Buffer.alloc(messageBytes, 1))
    return client
  }

  test('are not taken while too many are being answered, and all of them are in the end', async () => {
    await Promise.all([flood(), flood(), flood()])
    await until(
      'the bound is reached',
      () => budget.takenBytes(),
      taken => taken >= budget.mostBytes,
    )
    let answered = 0
    while (answered < 3 * count) {
      await until(
        'more messages',
        () => answers.length,
        length => length > 0,
      )
      // Each page is at most one message over.
      expect(answers.length).toBeLessThanOrEqual(4 + clients.length)
      for (const answer of answers.splice(0)) {
        answer()
        answered += 1
      }
    }
    await until(
      'nothing is held',
      () => budget.takenBytes(),
      taken => taken === 0,
    )
  })
  test('larger than any call end the socket', async () => {
    const client = await flood()
    client.send(Buffer.alloc(messageBytes + 1))
    const closed = once(client, 'close') as Promise<[number]>
    for (let answered = 0; answered < count; ) {
      await until(
        'more messages',
        () => answers.length,
        length => length > 0,
      )
      for (const answer of answers.splice(0)) {
        answer()
        answered += 1
      }
    }
    expect((await closed)[0]).toBe(1009)
  })
})

test('a call refused 2000 times is a few lines of the log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'floods-'))
  const supervisor = await startSupervisor({ profileDirectory: join(folder, 'profile') })
  const client = await openContractClient(supervisor.link)
  try {
    const answers = await Promise.all(Array.from({ length: 2_000 }, () => client.calls.settings.get()))
    expect(new Set(answers.map(answer => (answer.ok ? 'done' : answer.fault.code)))).toEqual(new Set(['notAllowed']))
    client.close()
    await supervisor.stop()
    const logs = join(folder, 'profile/logs')
    const lines = readdirSync(logs).flatMap(name => readFileSync(join(logs, name), 'utf8').split('\n'))
    const refusals = lines.filter(line => line.includes('call refused'))
    expect(refusals.length).toBeGreaterThan(0)
    expect(refusals.length).toBeLessThan(100)
  } finally {
    client.close()
    await supervisor.stop()
    rmSync(folder, { recursive: true })
  }
})
