import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recorderLinkPath } from '../../../shared/recording/recorder-link.ts'
import { type ContractClient, openContractClient } from '../../fixtures/contract-client.ts'
import { type RunningSupervisor, startSupervisor } from '../../fixtures/supervisor.ts'
import { asOurselves, asStranger, canBeAStranger, sendAndVanish, sendRaw } from './stranger.ts'

/**
 * Another user of the same computer reaches every port of 127.0.0.1. Whatever of our secrets he holds (a start link
 * read from a list of processes, a cookie collected by a squatter of the port), he is not answered a byte.
 */
describe.skipIf(!canBeAStranger)('another user of this computer', () => {
  let profileDirectory: string
  let supervisor: RunningSupervisor
  let client: ContractClient
  let port: string
  beforeAll(async () => {
    profileDirectory = mkdtempSync(join(tmpdir(), 'stranger-'))
    supervisor = await startSupervisor({ profileDirectory })
    ;({ port } = new URL(supervisor.origin))
    client = await openContractClient(supervisor.link)
  })
  afterAll(async () => {
    client.close()
    await supervisor.stop()
    rmSync(profileDirectory, { recursive: true })
  })

  const get = (target: string, ...headers: readonly string[]) =>
    [`GET ${target} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...headers, 'Connection: close', '', ''].join('\r\n')
  const upgrade = (path: string) =>
    [
      `GET ${path} HTTP/1.1`,
      ...[`Host: 127.0.0.1:${port}`, `Origin: ${supervisor.origin}`, `Cookie: ${client.cookie}`],
      ...['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
      ...['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', '', ''],
    ].join('\r\n')

  test.each([
    ['with nothing', () => get('/')],
    ['with a cookie of ours', () => get('/', `Cookie: ${client.cookie}`)],
    ['as a page of ours', () => upgrade('/rpc')],
    ['as a recorder of ours', () => upgrade(recorderLinkPath)],
    ['with bytes that are no request', () => 'hello\r\n\r\n'],
  ])('is not answered %s; we are', async (_, request) => {
    expect(await asStranger(sendRaw, port, request())).toBe('')
    expect(await asOurselves(sendRaw, port, request())).toMatch(/^HTTP\/1\.1 \d{3} /)
  })

  test('cannot use a start link up', async () => {
    const link = await freshLink()
    const target = link.slice(link.indexOf('/?'))
    expect(await asStranger(sendRaw, port, get(target))).toBe('')
    const own = await openContractClient(link)
    expect(await own.calls.workplace.status()).toMatchObject({ ok: true })
    own.close()
  })

  test('is nobody, not root, once he has let go of his socket', async () => {
    const link = await freshLink()
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await asStranger(sendAndVanish, port, get(link.slice(link.indexOf('/?'))))
    }
    const own = await openContractClient(link)
    own.close()
  })

  test('leaves a line in the log, without anything he sent', async () => {
    await asStranger(sendRaw, port, get('/SECRET'))
    const log = readFileSync(join(profileDirectory, 'logs/supervisor.log'), 'utf8')
    expect(log).toContain('connection of another user refused')
    expect(log).not.toContain('SECRET')
  })

  /** A second start on the profile asks the first one for a link. */
  const freshLink = () => startSupervisor({ profileDirectory }).then(second => second.link)
})
