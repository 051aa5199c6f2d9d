import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../../shared/contract/contract.ts'
import type { ProcedureMeta, Role } from '../../../shared/contract/procedure.ts'
import { type Reply, unwrap } from '../../../shared/contract/reply.ts'
import { type ContractClient, openContractClient } from '../../fixtures/contract-client.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { addOtherSpecialist, otherSpecialist, ownPassword, signInAs, staff } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { copyStaffedProfile } from '../../fixtures/prepared-profile.ts'
import { withProfileDatabase } from '../../fixtures/profile-database.ts'
import { type RunningSupervisor, startSupervisor } from '../../fixtures/supervisor.ts'
import { timeZone } from '../../fixtures/time-zone.ts'
import { until } from '../../fixtures/until.ts'
import { pageWith } from '../../unit/shared/equipment/bench.ts'
import { applicant } from '../applications/bench.ts'
import { type Call, everyCall, type World } from './every-call.ts'
import { type HoldMeter, openHoldMeter } from './hold-meter.ts'
import { fillProfile, type LargeData } from './large-profile.ts'

/**
 * The thread that acknowledges a recording does nothing else that takes time: every call of the contract, on the data of
 * years, while chunks stream over the real link. What counts is how long that thread was at work while one chunk waited,
 * by the clock of the processor, and the shortest of some tries: a busy neighbour accuses nobody, and what really holds
 * the thread does so every time. The wait itself, disk and neighbours included, only has a bound.
 */
const longestMs = 100
/** Of the wait itself, beside what an acknowledgement takes where nothing is asked. */
const longestWaitMs = 1_000
const tries = 5

let directory: string
let profileDirectory: string
let supervisor: RunningSupervisor
let client: ContractClient
let meter: HoldMeter
let world: World
let usualMs: number

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'videopriem-hold-'))
  profileDirectory = join(directory, 'profile')
  await copyStaffedProfile(profileDirectory)
  const data = await fillProfile(profileDirectory)
  supervisor = await startSupervisor({ profileDirectory, environment: { TZ: timeZone } })
  client = await openContractClient(supervisor.link)
  const before = await prepared()
  const film = await readFile(join(import.meta.dirname, '../../fixtures/media/chromium-part-1.webm'))
  meter = await openHoldMeter(supervisor, client, film)
  world = await worldOf(data, before)
  usualMs = await usualWait()
}, 300_000)
afterAll(async () => {
  meter?.close()
  client?.close()
  await supervisor?.stop()
  await rm(directory, { recursive: true, force: true })
}, 60_000)

/** What can only be made while nobody is received. */
async function prepared() {
  const { calls } = client
  await signInAs(client, 'administrator')
  await addOtherSpecialist(client)
  await unwrap(calls.backup.choose({ directory, hour: 3 }))
  // The copy that is due is made as soon as there is somewhere to put it.
  const [copy] = await until(
    'a copy',
    () => unwrap(calls.backup.list()),
    ({ length }) => length > 0,
    120_000,
  )
  const backupName = copy?.name ?? ''
  await unwrap(calls.accounts.signOut())
  await signInAs(client, 'specialist')
  const { checkId } = await unwrap(calls.equipment.begin({ kind: 'quick', receptionId: null }))
  await unwrap(calls.equipment.finish({ checkId, page: pageWith({ camera: { meanLuma: 5, blackShare: 1 } }) }))
  return { backupName, checkId }
}
type Prepared = Awaited<ReturnType<typeof prepared>>

/** A citizen is received and recorded from here on. */
async function worldOf(data: LargeData, before: Prepared): Promise<World> {
  const { calls, cookie } = client
  const account = (await unwrap(calls.accounts.session()))?.account
  if (!account) throw new Error('nobody is signed in')
  const idOf = (fullName: string) =>
    withProfileDatabase(profileDirectory, ({ raw }) => {
      const row = raw.prepare('select id from account where full_name = ?').get(fullName)
      return (row as { id: string }).id
    })
  const application = newApplication({ link: newMeetingLink() })
  const { receptionId } = await plantReception({ calls }, profileDirectory, application)
  const act = async (action: Parameters<typeof calls.receptions.act>[0]['action']) => {
    const { card } = await unwrap(calls.receptions.detail({ receptionId }))
    const expectedSequence = card.state.nextSequence
    return unwrap(calls.receptions.act({ receptionId, expectedSequence, action, occurredAt: null }))
  }
  await act({ kind: 'roomOpened' })
  await meter.chosen()
  await act({ kind: 'citizenConnected' })
  await meter.recording()
  await act({ kind: 'noticeGiven' })
  const queues = { ahead: [...data.ahead].slice(5), closed: [...data.closed].slice(10) }
  const letters = [...data.letters].reverse()
  const answers = [...data.answers].slice(1)
  const notices = [...data.notices].slice(1)
  let days = 10
  let password: string = ownPassword
  const passwords = {
    present: () => password,
    change() {
      const former = password
      days += 1
      password = `${ownPassword}-${days}`
      return { password: former, newPassword: password }
    },
  }
  const next = <T>(queue: T[]): T => {
    const one = queue.shift()
    if (one === undefined) throw new Error('none is left')
    return one
  }
  return {
    ...{ calls, data, receptionId, accountId: account.id, otherId: await idOf(staff.technician.fullName) },
    ...{ ...before, receiverId: await idOf(otherSpecialist.fullName), passwords },
    ...{ origin: supervisor.origin, cookie, directory },
    takeMany: () => queues.ahead.splice(-50),
    takeDay() {
      for (;;) {
        days += 1
        const date = new Date(Date.now() + days * 86_400_000)
        if (![0, 6].includes(date.getUTCDay())) return date.toISOString().slice(0, 10)
      }
    },
    take: kind => next(queues[kind]),
    async takeOpen() {
      const letterId = next(letters)
      const fields = { ...applicant, receivedOn: new Date().toISOString().slice(0, 10), channel: 'widget' as const }
      return (await unwrap(calls.applications.register({ letterId, fields }))).applicationId
    },
    takeLetter: () => next(letters),
    takeAnswer: () => next(answers),
    takeNotice: () => next(notices),
    async as(role, work) {
      await becomes(role)
      const value = await work()
      await becomes(present)
      return value
    },
  }
}

let present: Role = 'specialist'
/** The person at the desk stays for as long as a citizen is received; what differs between the roles is only whether they may. */
const becomes = (role: Role): Promise<void> =>
  withProfileDatabase(profileDirectory, ({ raw }) => {
    raw.prepare('update account set role = ? where id = ?').run(role, world?.accountId)
  })

async function asRoleOf({ roles }: ProcedureMeta): Promise<void> {
  const role = roles === 'anyone' || roles.includes('specialist') ? 'specialist' : (roles[0] ?? 'specialist')
  if (role === present) return
  present = role
  await becomes(role)
}

/** The wait for an acknowledgement where nothing is asked: the disk and the neighbours. The usual one, not the luckiest. */
async function usualWait(): Promise<number> {
  const waits: number[] = []
  while (waits.length < 40) waits.push((await meter.during(() => Promise.resolve())).waitedMs)
  return waits.sort((one, other) => one - other)[20] ?? 0
}

/** Asks, and reads whatever the answer streams. */
async function ask(path: readonly [string, string], input: unknown): Promise<unknown> {
  type Ask = (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>
  const abort = new AbortController()
  const answer = await of<Ask>(client.calls, ...path)(input, { signal: abort.signal })
  if (typeof answer !== 'object' || answer === null || !(Symbol.asyncIterator in answer)) return answer
  let count = 0
  for await (const news of answer as AsyncIterable<{ kind: string }>) {
    count += 1
    // The watch never ends by itself.
    if (path[1] === 'watch' && count === 3) abort.abort()
    if (news.kind === 'refused' || abort.signal.aborted) break
  }
  return { ok: true }
}

const paths = Object.entries(everyCall).flatMap(([feature, calls]) =>
  Object.keys(calls).map(name => [feature, name] as const),
)
/** What stands there under the name of a call. */
function of<T>(table: object, feature: string, name: string): T {
  const found = (table as Record<string, Record<string, T>>)[feature]?.[name]
  if (found === undefined) throw new Error(`nothing stands under ${feature}.${name}`)
  return found
}

const worst: { call: string; heldMs: number }[] = []

test('every call of the contract stands in the table', () => {
  const all = Object.entries(contract).flatMap(([feature, calls]) =>
    Object.keys(calls).map(name => `${feature}.${name}`),
  )
  expect(paths.map(path => path.join('.')).sort()).toEqual(all.sort())
})

test.each(paths)('%s.%s', { timeout: 120_000 }, async (feature, name) => {
  const { input, answers } = of<Call<unknown>>(everyCall, feature, name)
  const { meta } = of<{ '~orpc': { meta: ProcedureMeta } }>(contract, feature, name)['~orpc']
  let [shortestMs, waitMs, tried] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0]
  while (tried < tries && (shortestMs > longestMs || waitMs > longestWaitMs + usualMs)) {
    await asRoleOf(meta)
    const asked = await input(world)
    const { value, waitedMs, heldMs } = await meter.during(() => ask([feature, name], asked))
    const reply = value as Reply<unknown>
    expect(reply.ok ? 'done' : reply.fault.code, reply.ok ? '' : JSON.stringify(reply.fault)).toBe(answers)
    shortestMs = Math.min(shortestMs, heldMs)
    waitMs = Math.min(waitMs, waitedMs)
    tried += 1
  }
  worst.push({ call: `${feature}.${name}`, heldMs: Math.round(shortestMs) })
  expect(shortestMs, 'the thread was at work while a chunk waited').toBeLessThanOrEqual(longestMs)
  expect(waitMs, 'a chunk waited').toBeLessThanOrEqual(longestWaitMs + usualMs)
})

test('the recording went on all the time', async () => {
  worst.sort((one, other) => other.heldMs - one.heldMs)
  const table = worst.slice(0, 10).map(({ call, heldMs }) => `| ${call} | ${heldMs} |`)
  console.log(`acknowledged in ${Math.round(usualMs)} ms where nothing is asked\n${table.join('\n')}`)
  const before = meter.acknowledged()
  await meter.during(() => Promise.resolve())
  expect(meter.acknowledged()).toBeGreaterThan(before)
})
