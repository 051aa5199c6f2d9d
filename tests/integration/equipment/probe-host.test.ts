import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import net, { type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { probeHost } from '../../../electron/equipment/probe-host.ts'
import { makeCertificate } from '../../fixtures/certificate.ts'

/** Servers of our own on the loopback: one for each way a network says no. */
const opened: net.Server[] = []
let certificate: string
let secureUrl: string

async function listening(server: net.Server): Promise<number> {
  opened.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

beforeAll(async () => {
  const made = await makeCertificate()
  certificate = made.certificate
  const server = https.createServer({ key: made.key, cert: certificate }, (_, response) => response.end())
  secureUrl = `https://localhost:${await listening(server)}/`
})
afterAll(() => {
  for (const server of opened) server.close()
})

const probe = (url: string, trusted = false) =>
  probeHost(url, { timeoutMs: 1_000, ...(trusted ? { certificateAuthority: certificate } : {}) })

test('name, connection, TLS and answer each have their time, in that order', async () => {
  const facts = await probe(secureUrl, true)
  expect(facts).toMatchObject({ status: 200, problem: null })
  const { lookupMs, connectMs, secureMs, answerMs } = facts
  const times = [lookupMs, connectMs, secureMs, answerMs].map(Number)
  expect(times).toEqual([...times].sort((one, other) => one - other))
  expect(Math.abs(facts.clockOffsetSeconds ?? 99)).toBeLessThanOrEqual(1)
})

test('a certificate nobody vouches for', async () => {
  expect(await probe(secureUrl)).toMatchObject({ problem: 'certificate', answerMs: null })
})

test('a name that does not exist', async () => {
  expect(await probe('https://telemost.invalid/')).toMatchObject({ problem: 'lookupFailed' })
})

test('nobody listens', async () => {
  const server = net.createServer()
  const port = await listening(server)
  server.close()
  await once(server, 'close')
  expect(await probe(`http://127.0.0.1:${port}/`)).toMatchObject({ problem: 'refusedConnection' })
})

test('somebody listens and says nothing', async () => {
  const port = await listening(net.createServer())
  expect(await probe(`http://127.0.0.1:${port}/`)).toMatchObject({ problem: 'timeout' })
})

test('a server whose clock is an hour ahead of ours', async () => {
  const server = http.createServer((_, response) => {
    response.setHeader('Date', new Date(Date.now() + 3_600_000).toUTCString())
    response.end()
  })
  const facts = await probe(`http://127.0.0.1:${await listening(server)}/`)
  expect(facts.clockOffsetSeconds).toBeGreaterThan(3_597)
  expect(facts.clockOffsetSeconds).toBeLessThan(3_603)
})

test('stopped: answered at once', async () => {
  const port = await listening(net.createServer())
  const facts = await probeHost(`http://127.0.0.1:${port}/`, { timeoutMs: 60_000, signal: AbortSignal.timeout(50) })
  expect(facts.problem).not.toBeNull()
})
