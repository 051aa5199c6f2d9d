import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openSfuLine } from '../../../electron/equipment/sfu-line.ts'
import { answerChecks, usualLimits } from '../../../resources/sfu-server/signalling.mjs'
import { until } from '../../fixtures/until.ts'

/** The signalling of resources/sfu-server on real sockets; in mediasoup's place a room that repeats. */
const token = 'a-token-long-enough-to-be-of-some-use'
const closing: (() => unknown)[] = []
afterEach(() => {
  for (const close of closing.splice(0).reverse()) close()
})

async function start(limits: Partial<typeof usualLimits> = {}, checksAtOnce = 2) {
  const server = createServer()
  const rooms = { open: 0, everOpened: 0 }
  const lines: string[] = []
  const checks = answerChecks(server, {
    token,
    limits: { ...usualLimits, ...limits, checksAtOnce },
    log: line => lines.push(line),
    async openRoom() {
      rooms.open += 1
      rooms.everOpened += 1
      return {
        async ask(method, data) {
          if (method === 'resume') throw new Error('unknown consumer')
          return { method, data }
        },
        close() {
          rooms.open -= 1
        },
      }
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    checks.close()
    server.close()
  })
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
  const line = (as = token) => {
    const opened = openSfuLine({ url, token: as })
    closing.push(() => opened.close())
    return opened
  }
  /** A socket that says whatever it likes. */
  const socket = async () => {
    const opened = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } })
    opened.on('error', () => undefined)
    closing.push(() => opened.terminate())
    await once(opened, 'open')
    return opened
  }
  return {
    line,
    socket,
    rooms,
    lines,
    allClosed: () =>
      until(
        'no room',
        () => rooms.open,
        open => open === 0,
        5_000,
      ),
  }
}

test("the workplace's own line is answered; a refusal names its reason; the room ends with the line", async () => {
  const { line, rooms, lines, allClosed } = await start()
  const one = line()
  expect(await one.ask('produce', { kind: 'audio' })).toEqual({ method: 'produce', data: { kind: 'audio' } })
  await expect(one.ask('resume', {})).rejects.toThrow('unknown consumer')
  expect(rooms.open).toBe(1)
  one.close()
  await allClosed()
  expect(lines.join('\n')).not.toMatch(/audio|produce|token/)
})

test('a wrong token: 401, and no room was opened', async () => {
  const { line, rooms } = await start()
  await expect(line('a-token-of-somebody-else-entirely').ask('capabilities', {})).rejects.toThrow('401')
  expect(rooms.everOpened).toBe(0)
})

test('so many at once; one that ends makes place', async () => {
  const { line, allClosed } = await start({}, 1)
  const one = line()
  await one.ask('capabilities', {})
  await expect(line().ask('capabilities', {})).rejects.toThrow('503')
  one.close()
  await allClosed()
  await line().ask('capabilities', {})
})

test('a check that lasts too long is ended', async () => {
  const { line, allClosed } = await start({ checkMs: 200 })
  await line().ask('capabilities', {})
  await allClosed()
})

test.each([
  ['a message that is too large', JSON.stringify({ id: 1, method: 'produce', data: { much: 'a'.repeat(70_000) } })],
  ['no JSON', 'hello'],
  ['no id', JSON.stringify({ method: 'produce', data: {} })],
  ['no data', JSON.stringify({ id: 1, method: 'produce' })],
  ['bytes', Buffer.from(JSON.stringify({ id: 1, method: 'produce', data: {} }))],
])('%s ends the check', async (_name, message) => {
  const { socket, allClosed } = await start()
  const stranger = await socket()
  stranger.send(message)
  await once(stranger, 'close')
  await allClosed()
})

test('more questions than a check has end it', async () => {
  const { socket, allClosed } = await start({ questions: 3 })
  const asker = await socket()
  for (let id = 1; id <= 4; id += 1) asker.send(JSON.stringify({ id, method: 'capabilities', data: {} }))
  await once(asker, 'close')
  await allClosed()
})
