import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { resumeSession, takePageKey } from '../../fixtures/page-key.ts'
import { childrenOf } from '../../fixtures/supervisor.ts'
import { plainGet, rawRequest } from './raw-request.ts'
import {
  connectPage,
  isRunning,
  msUntilAnswer,
  type SupervisorProcess,
  signIn,
  startSupervisor,
  workstationPids,
} from './supervisor-process.ts'

let profile: string
const started: SupervisorProcess[] = []
const start = async (...args: string[]): Promise<SupervisorProcess> => {
  const supervisor = await startSupervisor(profile, args)
  started.push(supervisor)
  return supervisor
}

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'supervisor-'))
})
afterEach(async () => {
  for (const supervisor of started.splice(0)) {
    supervisor.signal('SIGKILL')
    await supervisor.ended
  }
  await expect.poll(() => workstationPidsOrNone().filter(isRunning), { timeout: 20_000 }).toEqual([])
  rmSync(profile, { recursive: true })
})
const workstationPidsOrNone = (): number[] => {
  try {
    return workstationPids(profile)
  } catch {
    return []
  }
}
const lastWorkstation = (): number => workstationPids(profile).at(-1) ?? Number.NaN

describe('a start', () => {
  test('prints a link that lets in once, to pages that reach the workstation', async () => {
    const supervisor = await start()
    const link = await supervisor.link
    const cookie = await signIn(link)
    await expect(signIn(link)).rejects.toThrow('401')
    const page = await fetch(link.origin, { headers: { cookie } })
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(await page.text()).toContain('<title>Видеоприём</title>')
    const connection = await connectPage(Number(link.port), cookie)
    const status = await connection.calls.workplace.status()
    expect(status).toMatchObject({ ok: true, value: { demonstration: false, can: { openRecorderWindow: false } } })
    connection.close()
  })

  test('keeps the profile and its keys to the owner, and the keys out of sight', async () => {
    const supervisor = await start()
    await supervisor.link
    for (const folder of ['.', 'keys', 'logs', 'run']) expect(statSync(join(profile, folder)).mode & 0o777).toBe(0o700)
    for (const file of ['keys/session.key', 'keys/database.key', 'settings.json', 'logs/supervisor.log']) {
      expect(statSync(join(profile, file)).mode & 0o777).toBe(0o600)
    }
    const secrets = ['keys/session.key', 'keys/database.key'].map(file =>
      readFileSync(join(profile, file), 'utf8').trim(),
    )
    const token = (await supervisor.link).searchParams.get('token') ?? ''
    for (const pid of [supervisor.pid, lastWorkstation()]) {
      const seen = ['cmdline', 'environ'].map(file => readFileSync(`/proc/${pid}/${file}`, 'latin1')).join('\n')
      for (const secret of [...secrets, token]) expect(seen).not.toContain(secret)
    }
    await fetch(await supervisor.link)
    const log = readFileSync(join(profile, 'logs/supervisor.log'), 'utf8')
    for (const secret of [...secrets, token]) expect(log).not.toContain(secret)
  })

  test('a second one on the same profile only gives a new link of the first', async () => {
    const first = await start()
    const firstLink = await first.link
    const second = await start()
    const secondLink = await second.link
    expect(await second.ended).toEqual({ code: 0, signal: null })
    expect(secondLink.origin).toBe(firstLink.origin)
    expect(secondLink.href).not.toBe(firstLink.href)
    expect(workstationPids(profile)).toHaveLength(1)
    await msUntilAnswer(Number(firstLink.port), await signIn(secondLink))
  })

  test('takes another port where its own is taken, and says so', async () => {
    const foreign = createServer()
    await new Promise<void>(resolve => foreign.listen(0, '127.0.0.1', resolve))
    const { port } = foreign.address() as AddressInfo
    writeFileSync(join(profile, 'settings.json'), JSON.stringify({ port }))
    const supervisor = await start()
    const link = await supervisor.link
    foreign.close()
    expect(Number(link.port)).not.toBe(port)
    expect(supervisor.output()).toContain(`Порт ${port} занят`)
    await msUntilAnswer(Number(link.port), await signIn(link))
  })
})

describe('a start that cannot succeed ends at once, in plain words', () => {
  test('words that are not understood', async () => {
    const supervisor = await start('--unknown')
    expect((await supervisor.ended).code).toBe(1)
    expect(supervisor.output()).toContain('--profile DIR')
  })
})

describe('a database that cannot be used: pages are let in to recovery and to nothing else, the file is kept', () => {
  test.each([
    ['notReadable', 'ab'.repeat(32)],
    ['keyMissing', null],
  ])('%s', async (problem, keyHex) => {
    mkdirSync(join(profile, 'keys'))
    if (keyHex) writeFileSync(join(profile, 'keys/database.key'), keyHex)
    const content = 'this is no database '.repeat(1000)
    writeFileSync(join(profile, 'workstation.db'), content)
    const supervisor = await start()
    const link = await supervisor.link
    const page = await connectPage(Number(link.port), await signIn(link))
    expect(await page.calls.recovery.state()).toMatchObject({ ok: true, value: { problem } })
    await expect(page.calls.accounts.session()).rejects.toThrow()
    page.close()
    expect(readFileSync(join(profile, 'workstation.db'), 'utf8')).toBe(content)
  })
})

describe('deaths', () => {
  test('a killed workstation is replaced, and pages are answered again within about a second', async () => {
    const supervisor = await start()
    const link = await supervisor.link
    const cookie = await signIn(link)
    const page = await connectPage(Number(link.port), cookie)
    const killed = lastWorkstation()
    // With the spare that stands by.
    await expect.poll(() => childrenOf(supervisor.pid)).toHaveLength(2)
    process.kill(killed, 'SIGKILL')
    const tookMs = await msUntilAnswer(Number(link.port), cookie)
    await page.closed
    expect(lastWorkstation()).not.toBe(killed)
    console.log(`workstation answered ${Math.round(tookMs)} ms after its death`)
    // A second on a quiet machine; the rest is for a busy one.
    expect(tookMs).toBeLessThan(3_000)
  })

  test('a killed supervisor takes its workstation along; the next finds port and session', async () => {
    const first = await start()
    const link = await first.link
    const former = await signIn(link)
    const key = await takePageKey(link.origin, former)
    const orphans = childrenOf(first.pid)
    first.signal('SIGKILL')
    const second = await start()
    expect((await second.link).origin).toBe(link.origin)
    await expect.poll(() => orphans.filter(isRunning), { timeout: 20_000 }).toEqual([])
    // The page goes on; a cookie that was collected on our port meanwhile does not.
    expect((await fetch(`${link.origin}/recorder`, { headers: { cookie: former } })).status).toBe(401)
    const cookie = await resumeSession(link.origin, key)
    await msUntilAnswer(Number(link.port), cookie)
    expect((await fetch(`${link.origin}/recorder`, { headers: { cookie } })).status).toBe(200)
    // A token of the life before is worth nothing.
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(401)
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends both, with open pages', async signal => {
    const supervisor = await start()
    const link = await supervisor.link
    const page = await connectPage(Number(link.port), await signIn(link))
    const children = childrenOf(supervisor.pid)
    expect(children).toContain(lastWorkstation())
    supervisor.signal(signal)
    expect(await supervisor.ended).toEqual({ code: 0, signal: null })
    await page.closed
    expect(children.filter(isRunning)).toEqual([])
    await expect(fetch(link)).rejects.toThrow()
  })
})

test('the demonstration has its room on an origin of its own', async () => {
  const supervisor = await start('--demo')
  const link = await supervisor.link
  const cookie = await signIn(link)
  const connection = await connectPage(Number(link.port), cookie)
  expect(await connection.calls.workplace.status()).toMatchObject({ ok: true, value: { demonstration: true } })
  connection.close()
  const { demonstrationRoomPort } = JSON.parse(readFileSync(join(profile, 'settings.json'), 'utf8')) as {
    demonstrationRoomPort: number
  }
  expect(demonstrationRoomPort).not.toBe(Number(link.port))
  const room = `http://127.0.0.1:${demonstrationRoomPort}`
  const answer = await fetch(room)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect((await fetch(`${room}/room.js`)).headers.get('content-type')).toContain('javascript')
  const outside = plainGet(demonstrationRoomPort, '/../regulations/kuzbass-121.json')
  expect((await rawRequest(demonstrationRoomPort, outside)).status).toBe(400)
  expect((await fetch(`${room}/`, { method: 'POST' })).status).toBe(405)
  // Its pages may not reach for ours.
  const across = await fetch(link.origin, { headers: { cookie, 'sec-fetch-site': 'same-site' } })
  expect(across.status).toBe(403)
})
