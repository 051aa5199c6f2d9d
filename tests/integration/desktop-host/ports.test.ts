import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import pino from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { HostPort } from '../../../electron/host/host-port.ts'
import { makeRunPlaces } from '../../../electron/host/run-places.ts'
import type { WorkstationChild } from '../../../electron/host/workstation-child.ts'
import { makeWorkstationKeeper, type WorkstationKeeper } from '../../../electron/host/workstation-keeper.ts'
import type { WorkstationAddress } from '../../../electron/host/workstation-messages.ts'
import { profilePaths } from '../../../electron/profile-paths.ts'
import { type Activity, idleActivity } from '../../../electron/workplace/activity.ts'
import { makePortSocket } from '../../../renderer/desktop/port-socket.ts'
import type { Contract } from '../../../shared/contract/contract.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type PageDoor, portMessageKind } from '../../../shared/desktop/bridge.ts'
import { firstRunInput, signInAs } from '../../fixtures/people.ts'
import { startWorkerWorkstation } from '../../fixtures/worker-workstation.ts'

/**
 * The workstation as the desktop runs it: another process kind, pages by ports. What stands in for Electron is a thread
 * and Node's own MessageChannel; keeper, process, doors, contract and database are the program's.
 */
let profileDirectory: string
let keeper: WorkstationKeeper
const started: WorkstationChild[] = []
const addresses: (WorkstationAddress | null)[] = []
const activities: Activity[] = []
const waiting: (() => void)[] = []
let whenGone: () => void = () => undefined

beforeAll(async () => {
  profileDirectory = await mkdtemp(join(tmpdir(), 'videopriem-ports-'))
  const paths = profilePaths(profileDirectory)
  keeper = makeWorkstationKeeper({
    spawn() {
      const child = startWorkerWorkstation()
      started.push(child)
      return child
    },
    start: async () => ({
      config: {
        profileDirectory,
        recordingsDirectory: paths.recordings,
        databaseKeyHex: 'ab'.repeat(32),
        demonstration: false,
        demonstrationRoomUrl: null,
        ffmpegSetting: null,
        resourcesDirectory: resolve(import.meta.dirname, '../../../resources'),
        version: '0.0.0',
        policy: { idleLockMinutes: 15 },
      },
      capabilities: { openTelemostInside: true, openRecorderWindow: true, panelOnTop: false, printPages: false },
      logsDirectory: paths.logs,
    }),
    socketPath: makeRunPlaces(paths.run).workstation,
    keepDatabaseKey: () => Promise.reject(new Error('not in this test')),
    keepRecordingsDirectory: () => undefined,
    printPage: null,
    openRecorder: () => undefined,
    onActivity: activity => activities.push(activity),
    onAddress(address) {
      addresses.push(address)
      // As page-ports.ts does: who asked while nobody was there is served now.
      if (address) for (const connect of waiting.splice(0)) connect()
      else whenGone()
    },
    say: () => undefined,
    log: pino({ level: 'silent' }),
    nowMs: Date.now,
  })
  await keeper.start()
})
afterAll(async () => {
  await keeper.stop()
  await rm(profileDirectory, { recursive: true, force: true })
})

/** A page of the desktop: its bridge asks, and gets ports of the workstation that is there now. */
function openPage(door: PageDoor) {
  const arrivals = new EventTarget()
  const connect = (): void => {
    const { port1, port2 } = new MessageChannel()
    // The page's end is a port of the browser; Node's own has the same shape once it is named so.
    if (!keeper.passPage(door, port2 as unknown as HostPort)) {
      waiting.push(connect)
      return
    }
    const message = new MessageEvent('message', { data: { kind: portMessageKind, door }, ports: [port1 as never] })
    queueMicrotask(() => arrivals.dispatchEvent(message))
  }
  const bridge = {
    connect,
    // The ports say it themselves here.
    onWorkstationGone: () => () => undefined,
  }
  const socket = makePortSocket({ bridge, door, arrivals })
  return { socket }
}

const contractOf = (socket: ReturnType<typeof openPage>['socket']): ContractRouterClient<Contract> =>
  createORPCClient(new RPCLink({ websocket: socket as never }))

test('the contract answers through a port, roles and all', async () => {
  const { socket } = openPage('contract')
  const client = contractOf(socket)
  const status = await unwrap(client.workplace.status())
  expect(status).toMatchObject({ version: '0.0.0', firstRunDone: false, can: { openTelemostInside: true } })
  expect(await client.settings.get()).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
  socket.close()
})

test.each(['recorder', 'rehearsal'] as const)('the %s is let in by nobody while nobody is signed in', async door => {
  const { socket } = openPage(door)
  const closed = vi.fn()
  socket.addEventListener('close', closed)
  const heard = vi.fn()
  socket.addEventListener('message', heard)
  await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  expect(heard).not.toHaveBeenCalled()
  socket.close()
})

test('what happens to the computer is a line of the event log', async () => {
  const { socket } = openPage('contract')
  const client = contractOf(socket)
  await unwrap(client.accounts.firstRun(firstRunInput))
  keeper.tell({ kind: 'computer', event: 'computerSuspended' })
  await signInAs({ calls: client }, 'head')
  const filter = { kind: 'computerSuspended', accountId: null }
  await vi.waitFor(async () => {
    const viewId = crypto.randomUUID()
    const { rows } = await unwrap(client.eventLog.list({ viewId, filter, offset: 0, limit: 10 }))
    expect(rows).toMatchObject([{ kind: 'computerSuspended', shortName: null }])
  })
  socket.close()
})

test.each(['recorder', 'rehearsal'] as const)(
  'the %s is welcomed through its own port; chunks that make no sense do no harm',
  async door => {
    // Whoever the last test signed in.
    const { socket } = openPage(door)
    const heard: string[] = []
    socket.addEventListener('message', event => heard.push(String((event as MessageEvent).data)))
    await vi.waitFor(() => expect(socket.readyState).toBe(1))
    socket.send(new Uint8Array([1, 2, 3]))
    socket.send(JSON.stringify({ kind: 'hello', pageId: crypto.randomUUID(), holding: null }))
    await vi.waitFor(() => expect(heard.map(text => JSON.parse(text).kind)).toContain('welcome'))
    socket.close()
  },
)

test('what the policy of the organisation decided is told, read, and cannot be changed', async () => {
  const { socket } = openPage('contract')
  const client = contractOf(socket)
  expect(await unwrap(client.settings.locked())).toEqual(['idleLockMinutes'])
  await signInAs({ calls: client }, 'administrator')
  const settings = await unwrap(client.settings.get())
  expect(settings.idleLockMinutes).toBe(15)
  expect(await client.settings.change({ ...settings, idleLockMinutes: 240 })).toMatchObject({
    ok: false,
    fault: { code: 'refusedByRule', fields: { idleLockMinutes: 'Задано политикой организации: 15' } },
  })
  expect(await unwrap(client.settings.change({ ...settings, pauseMinutes: 3 }))).toMatchObject({ idleLockMinutes: 15 })
  socket.close()
})

test('a workstation that left is replaced; a page asks again and goes on', async () => {
  // What happens to the computer in between is written by the next one.
  whenGone = () => keeper.tell({ kind: 'computer', event: 'computerResumed' })
  const page = openPage('contract')
  const client = contractOf(page.socket)
  await unwrap(client.workplace.status())
  const before = addresses.length
  // The last is the spare one, which has opened nothing.
  await started.at(-2)?.send({ kind: 'stop' })
  await vi.waitFor(() => expect(addresses.length).toBeGreaterThanOrEqual(before + 2), { timeout: 20_000 })
  expect(addresses.slice(before).map(address => address !== null)).toEqual([false, true])
  // Gone it is idle and knows nobody; come back it tells who sits here, whose session of the room it is.
  expect(activities.slice(-2)).toEqual([
    idleActivity,
    { ...idleActivity, person: expect.stringMatching(/^[0-9a-f]{32}$/) },
  ])
  expect((await unwrap(client.workplace.status())).firstRunDone).toBe(true)
  await signInAs({ calls: client }, 'head')
  const filter = { kind: 'computerResumed', accountId: null }
  const viewId = crypto.randomUUID()
  expect((await unwrap(client.eventLog.list({ viewId, filter, offset: 0, limit: 10 }))).rows).toHaveLength(1)
  page.socket.close()
})
