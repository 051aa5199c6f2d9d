import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { openSfuLine, readSfuAddress } from '../../../electron/equipment/sfu-line.ts'

const token = 'a-token-of-sixteen-signs'
const opened: (() => void)[] = []
afterEach(() => {
  for (const close of opened.splice(0)) close()
})

/** A server that answers each question with what `answer` makes of it. */
async function lineTo(answer: (asked: { id: number; method: string; data: unknown }) => string | null) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const tokens: (string | undefined)[] = []
  server.on('connection', (socket, request) => {
    tokens.push(request.headers.authorization)
    socket.on('message', bytes => {
      const text = answer(JSON.parse(String(bytes)))
      if (text === null) socket.close()
      else socket.send(text)
    })
  })
  const line = openSfuLine({ url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`, token })
  opened.push(() => {
    line.close()
    server.close()
  })
  return { line, tokens }
}

test('questions find their answers, whatever the order; the token goes with the handshake', async () => {
  const { line, tokens } = await lineTo(({ id, method, data }) => JSON.stringify({ id, result: { method, data } }))
  const answers = await Promise.all([line.ask('capabilities', {}), line.ask('resume', { consumerId: 'c' })])
  expect(answers).toEqual([
    { method: 'capabilities', data: {} },
    { method: 'resume', data: { consumerId: 'c' } },
  ])
  expect(tokens).toEqual([`Bearer ${token}`])
})

test('a refusal, and a line that is cut, reject', async () => {
  const refused = await lineTo(({ id }) => JSON.stringify({ id, error: 'unknown transport' }))
  await expect(refused.line.ask('produce', {})).rejects.toThrow('unknown transport')
  const cut = await lineTo(() => null)
  await expect(cut.line.ask('produce', {})).rejects.toThrow('closed')
})

test('nobody there', async () => {
  const line = openSfuLine({ url: 'ws://127.0.0.1:9', token })
  opened.push(() => line.close())
  await expect(line.ask('capabilities', {})).rejects.toThrow()
})

test('the address of this computer: none, one, a broken one', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'videopriem-sfu-'))
  opened.push(() => rmSync(profile, { recursive: true }))
  expect(await readSfuAddress(profile)).toBeNull()
  const file = join(profile, 'check-server.json')
  writeFileSync(file, JSON.stringify({ url: 'wss://sfu.example/', token }))
  expect(await readSfuAddress(profile)).toEqual({ url: 'wss://sfu.example/', token })
  writeFileSync(file, JSON.stringify({ url: 'https://sfu.example/', token }))
  await expect(readSfuAddress(profile)).rejects.toThrow()
})
