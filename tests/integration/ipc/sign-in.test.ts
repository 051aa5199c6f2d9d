import { existsSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contract } from '../../../shared/contract/contract.ts'
import type { ProcedureMeta } from '../../../shared/contract/procedure.ts'
import { type Reply, unwrap } from '../../../shared/contract/reply.ts'
import { type ContractClient, openContractClient, openWithCookie } from '../../fixtures/contract-client.ts'
import { newApplication } from '../../fixtures/new-application.ts'
import { resumeSession, takePageKey } from '../../fixtures/page-key.ts'
import { firstRunInput, setUpWorkplace, signInAs, staff } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { type RunningSupervisor, startSupervisor } from '../../fixtures/supervisor.ts'
import { until } from '../../fixtures/until.ts'

/** Who sits at the desk, across kills and restarts of a real workplace. */
let directory: string
let profileDirectory: string
let supervisor: RunningSupervisor
let client: ContractClient

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'videopriem-sign-in-'))
  profileDirectory = join(directory, 'profile')
  supervisor = await startSupervisor({ profileDirectory })
  client = await openContractClient(supervisor.link)
})
afterEach(async () => {
  client.close()
  await supervisor.stop()
  await rm(directory, { recursive: true, force: true })
})

const whoWorks = async () => (await unwrap(client.calls.accounts.session()))?.account.shortName ?? null

async function openReception(): Promise<void> {
  const link = 'https://telemost.yandex.ru/j/12345678901234'
  const { receptionId } = await plantReception(client, profileDirectory, newApplication({ link }))
  const action = { kind: 'roomOpened' } as const
  await unwrap(client.calls.receptions.act({ receptionId, expectedSequence: 0, action, occurredAt: null }))
}

/** Waits for the workstation after the one that is running now is gone. */
async function reconnect(former: number | null): Promise<void> {
  client.close()
  await until(
    'another workstation',
    () => supervisor.workstationPid(),
    pid => pid !== null && pid !== former,
  )
  const { cookie } = client
  const opened = await until(
    'the workstation answers again',
    () => openWithCookie(supervisor.origin, cookie).catch(() => null),
    found => found !== null,
  )
  if (!opened) throw new Error('the workstation did not come back')
  client = opened
}

async function killWorkstation(): Promise<void> {
  const former = supervisor.workstationPid()
  if (former === null) throw new Error('no workstation is running')
  process.kill(former, 'SIGKILL')
  await reconnect(former)
}

async function restartProgram(): Promise<void> {
  const key = await takePageKey(supervisor.origin, client.cookie)
  client.close()
  await supervisor.stop()
  supervisor = await startSupervisor({ profileDirectory })
  client = await openWithCookie(supervisor.origin, await resumeSession(supervisor.origin, key))
}

describe('who works here after', () => {
  beforeEach(() => setUpWorkplace(client))

  test.each([
    { what: 'a kill in an open reception', reception: true, end: killWorkstation, who: staff.specialist.shortName },
    { what: 'a kill within the idle time', reception: false, end: killWorkstation, who: staff.specialist.shortName },
    {
      what: 'an orderly end in an open reception',
      reception: true,
      end: restartProgram,
      who: staff.specialist.shortName,
    },
    { what: 'an orderly end', reception: false, end: restartProgram, who: null },
  ])('$what: $who', async ({ reception, end, who }) => {
    if (reception) await openReception()
    await end()
    expect(await whoWorks()).toBe(who)
    expect((await unwrap(client.calls.accounts.entry())).lockedBy).toBeNull()
  })

  test('an open reception: no lock and no sign-out', async () => {
    await openReception()
    expect(await client.calls.accounts.lock()).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
    expect(await client.calls.accounts.signOut()).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
    expect(await whoWorks()).toBe(staff.specialist.shortName)
  })

  test('a kill while the desk is locked: it stays locked', async () => {
    await unwrap(client.calls.accounts.lock())
    await killWorkstation()
    expect(await whoWorks()).toBeNull()
    expect((await unwrap(client.calls.accounts.entry())).lockedBy?.shortName).toBe(staff.specialist.shortName)
    await signInAs(client, 'specialist')
    expect(await whoWorks()).toBe(staff.specialist.shortName)
  })
})

/** Of every call that is not everybody's, whatever it is sent: the door judges before the schema. */
async function answersOfClosedCalls(): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  for (const [feature, procedures] of Object.entries(contract)) {
    for (const [name, procedure] of Object.entries(procedures)) {
      const { roles } = procedure['~orpc'].meta as ProcedureMeta
      if (roles === 'anyone') continue
      const group = client.calls[feature as keyof typeof client.calls] as unknown as Record<
        string,
        (input: object) => Promise<unknown>
      >
      const answer = (await group[name]?.({})) as Partial<Reply<unknown>>
      answers[`${feature}.${name}`] = answer.ok === false ? (answer as { fault: { code: string } }).fault.code : 'open'
    }
  }
  return answers
}

test('signed out, locked or before the first run, every call but everybody’s is refused', async () => {
  const closed = (answers: Record<string, string>) => new Set(Object.values(answers))
  expect(closed(await answersOfClosedCalls())).toEqual(new Set(['notAllowed']))
  await setUpWorkplace(client)
  await unwrap(client.calls.accounts.lock())
  expect(closed(await answersOfClosedCalls())).toEqual(new Set(['notAllowed']))
  await signInAs(client, 'specialist')
  await unwrap(client.calls.accounts.signOut())
  expect(closed(await answersOfClosedCalls())).toEqual(new Set(['notAllowed']))
})

describe('the folders of the first run', () => {
  test('a folder of one’s own takes effect at once: the workstation comes back with it', async () => {
    const recordingsDirectory = join(directory, 'disk', 'записи')
    const checked = await unwrap(client.calls.accounts.checkFolder({ directory: recordingsDirectory }))
    expect(checked.roomInReceptions).toBeGreaterThan(0)
    expect(existsSync(join(directory, 'disk'))).toBe(false)
    const former = supervisor.workstationPid()
    const backupDirectory = join(directory, 'copies')
    await unwrap(client.calls.accounts.firstRun({ ...firstRunInput, recordingsDirectory, backupDirectory }))
    await reconnect(former)
    expect(statSync(recordingsDirectory).isDirectory()).toBe(true)
    await signInAs(client, 'administrator')
    const { details } = await unwrap(client.calls.backup.status())
    expect(details).toMatchObject({ directory: backupDirectory, sameDisk: true })
    await restartProgram()
    expect(existsSync(recordingsDirectory)).toBe(true)
  })

  test('one that cannot be used is refused at its field and nothing is set up', async () => {
    const recordingsDirectory = join(directory, 'file')
    writeFileSync(recordingsDirectory, '')
    const answer = await client.calls.accounts.firstRun({ ...firstRunInput, recordingsDirectory })
    expect(answer).toMatchObject({ ok: false, fault: { fields: { recordingsDirectory: expect.any(String) } } })
    expect((await unwrap(client.calls.accounts.entry())).firstRunDone).toBe(false)
    expect(existsSync(join(profileDirectory, 'keys', 'recovery.json'))).toBe(false)
  })

  test('two pages finish at once: one key, and it is the one that was shown', async () => {
    const answers = await Promise.all([
      client.calls.accounts.firstRun(firstRunInput),
      client.calls.accounts.firstRun(firstRunInput),
    ])
    expect(answers.map(answer => answer.ok).sort()).toEqual([false, true])
  })
})
