import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import pino from 'pino'
import { vi } from 'vitest'
import { profilePaths } from '../../../electron/profile-paths.ts'
import { makeWorkstation } from '../../../electron/workstation.ts'
import type { PageSocket, WorkstationConfig, WorkstationHost } from '../../../electron/workstation-api.ts'
import type { Contract } from '../../../shared/contract/contract.ts'
import type { Reply } from '../../../shared/contract/reply.ts'

/** The demonstration as it is opened at a moment: the whole workstation, its own clock set, no page before it. */
export interface Demonstration {
  readonly profileDirectory: string
  readonly calls: ContractRouterClient<Contract>
  /** From the first statement to a workstation that answers. */
  readonly startMs: number
  /** Stops the workstation in order; its profile stays. */
  stop(): Promise<DemonstrationProfile>
  close(): Promise<void>
}

/** Where a demonstration lies, for the next start of it. */
interface DemonstrationProfile {
  readonly profileDirectory: string
  readonly databaseKeyHex: string
}

const freshProfile = async (): Promise<DemonstrationProfile> => ({
  profileDirectory: await mkdtemp(join(tmpdir(), 'videopriem-demonstration-')),
  databaseKeyHex: randomBytes(32).toString('hex'),
})

/** Opens a demonstration at this moment, a fresh one where none is given. The computer's clock alone is set; timers go on as ever. */
export async function openDemonstration(at: string, left?: DemonstrationProfile): Promise<Demonstration> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(at) })
  const profile = left ?? (await freshProfile())
  const { profileDirectory } = profile
  const paths = profilePaths(profileDirectory)
  for (const directory of [paths.keys, paths.recordings]) await mkdir(directory, { recursive: true })
  const config: WorkstationConfig = {
    ...{ profileDirectory, recordingsDirectory: paths.recordings },
    databaseKeyHex: profile.databaseKeyHex,
    ...{ demonstration: true, demonstrationRoomUrl: null, ffmpegSetting: null, policy: {}, version: '0.1.0' },
    resourcesDirectory: resolve(import.meta.dirname, '../../../resources'),
  }
  const startedAtMs = performance.now()
  const workstation = await makeWorkstation(config, idleHost())
  const startMs = performance.now() - startedAtMs
  const [page, door] = socketPair()
  workstation.connectPage(door)
  const calls: ContractRouterClient<Contract> = createORPCClient(
    new RPCLink({ websocket: page as unknown as globalThis.WebSocket }),
  )
  return {
    ...{ calls, startMs, profileDirectory },
    async stop() {
      await workstation.close()
      return profile
    },
    async close() {
      await workstation.close()
      vi.useRealTimers()
      await rm(profileDirectory, { recursive: true, force: true })
    },
  }
}

/** The value of a reply; throws a refusal. */
export async function answered<Value>(reply: Promise<Reply<Value>>): Promise<Value> {
  const answer = await reply
  if (!answer.ok) throw new Error(`${answer.fault.code}: ${answer.fault.hint}`)
  return answer.value
}

/** «Войти как…». */
export async function become(calls: Demonstration['calls'], shortName: string): Promise<void> {
  const { people } = await answered(calls.accounts.entry())
  const accountId = people.find(person => person.shortName === shortName)?.id ?? ''
  await answered(calls.accounts.signInAs({ accountId }))
}

/** A host without windows. */
function idleHost(): WorkstationHost {
  return {
    isFirstOfRun: true,
    capabilities: { openTelemostInside: false, openRecorderWindow: false, panelOnTop: false, printPages: false },
    ...{ openRecorder: () => undefined, showActivity: () => undefined, restart: () => undefined },
    keepDatabaseKey: () => Promise.resolve(),
    keepRecordingsDirectory: () => Promise.resolve(),
    printPage: () => Promise.reject(new Error('nothing is printed here')),
    log: pino({ level: 'error' }),
  }
}

/** Two ends of a wire inside this process: what one sends, the other hears. */
function socketPair(): readonly [PageSocket & { readyState: number }, PageSocket] {
  const ends = [new EventTarget(), new EventTarget()] as const
  const end = (own: EventTarget, other: EventTarget) => ({
    readyState: 1,
    send(data: unknown) {
      queueMicrotask(() => other.dispatchEvent(new MessageEvent('message', { data })))
    },
    addEventListener: own.addEventListener.bind(own),
    removeEventListener: own.removeEventListener.bind(own),
  })
  const [page, door] = ends
  return [end(page, door), end(door, page)] as unknown as readonly [PageSocket & { readyState: number }, PageSocket]
}
