import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '../../../shared/contract/reply.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type ContractClient, openContractClient } from '../../fixtures/contract-client.ts'
import { newApplication } from '../../fixtures/new-application.ts'
import { firstPassword, firstRunInput, signInAs, staff } from '../../fixtures/people.ts'
import { type RunningSupervisor, startSupervisor } from '../../fixtures/supervisor.ts'

/** The door of a real workstation, through the supervisor, by the socket a page uses. */
let directory: string
let supervisor: RunningSupervisor
let client: ContractClient

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'videopriem-door-'))
  supervisor = await startSupervisor({ profileDirectory: directory })
  client = await openContractClient(supervisor.link)
})
afterAll(async () => {
  client.close()
  await supervisor.stop()
  await rm(directory, { recursive: true, force: true })
})

const everything = { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false }
const journalTotal = async () =>
  (await unwrap(client.calls.journal.list({ filter: everything, offset: 0, limit: 1 }))).total

test('before the first run nobody may do anything but begin', async () => {
  expect(await unwrap(client.calls.accounts.session())).toBeNull()
  const answer = await client.calls.receptions.day({ date: null })
  expect(answer).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
})

test('a first run with an unknown time zone writes nothing', async () => {
  const answer = await client.calls.accounts.firstRun({ ...firstRunInput, timeZone: 'Asia/Atlantis' })
  expect(answer).toMatchObject({ ok: false, fault: { code: 'badInput', fields: { timeZone: expect.any(String) } } })
  expect(await unwrap(client.calls.accounts.session())).toBeNull()
})

test('the first run shows the recovery key and signs nobody in; a second one is refused', async () => {
  const { recoveryKey } = await unwrap(client.calls.accounts.firstRun(firstRunInput))
  expect(recoveryKey.length).toBeGreaterThan(20)
  expect(await unwrap(client.calls.accounts.session())).toBeNull()
  const again = await client.calls.accounts.firstRun(firstRunInput)
  expect(again).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
})

test('the first sign-in wants a password of one’s own; until then nothing is open', async () => {
  const { people } = await unwrap(client.calls.accounts.entry())
  const accountId = people.find(({ shortName }) => shortName === staff.specialist.shortName)?.id ?? ''
  const tryWith = (password: string, newPassword: string | null) =>
    client.calls.accounts.signIn({ accountId, password, newPassword })
  expect(await tryWith('чужой-пароль', null)).toMatchObject({ ok: false, fault: { code: 'passwordWrong' } })
  expect(await tryWith(firstPassword, null)).toMatchObject({ ok: false, fault: { code: 'passwordChangeDue' } })
  const tooShort = await tryWith(firstPassword, 'короткий')
  expect(tooShort).toMatchObject({
    ok: false,
    fault: { code: 'badInput', fields: { newPassword: expect.any(String) } },
  })
  expect(await tryWith(firstPassword, firstPassword)).toMatchObject({ ok: false, fault: { code: 'badInput' } })
  expect(await client.calls.receptions.day({ date: null })).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
  await signInAs(client, 'specialist')
  expect((await unwrap(client.calls.accounts.session()))?.account.shortName).toBe(staff.specialist.shortName)
})

test('a locked desk answers nothing until its person comes back', async () => {
  await unwrap(client.calls.accounts.lock())
  expect(await unwrap(client.calls.accounts.session())).toBeNull()
  expect(await client.calls.receptions.day({ date: null })).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
  expect((await unwrap(client.calls.accounts.entry())).lockedBy?.shortName).toBe(staff.specialist.shortName)
  await signInAs(client, 'specialist')
  expect((await unwrap(client.calls.accounts.entry())).lockedBy).toBeNull()
})

test('a call another role may make is refused and stands in the event log', async () => {
  expect(await client.calls.accounts.staff()).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'head')
  const filter = { kind: 'callRefused', accountId: null }
  const { rows } = await unwrap(
    client.calls.eventLog.list({ viewId: crypto.randomUUID(), filter, offset: 0, limit: 5 }),
  )
  expect(rows[0]).toMatchObject({ shortName: staff.specialist.shortName, objects: { call: 'accounts.staff' } })
  expect(await unwrap(client.calls.eventLog.verify())).toMatchObject({ intact: true })
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'specialist')
})

describe('bad input is a typed fault and nothing is written', () => {
  const good = newApplication({ link: 'https://telemost.yandex.ru/j/12345678901234' })
  test.each<[string, unknown, Fault['code'], string]>([
    ['no family name', { ...good, fields: { ...good.fields, familyName: ' ' } }, 'badInput', 'fields.familyName'],
    ['no such date', { ...good, fields: { ...good.fields, birthDate: '1961-02-30' } }, 'badInput', 'fields.birthDate'],
    [
      'born in the future',
      { ...good, fields: { ...good.fields, birthDate: '2999-01-01' } },
      'badInput',
      'fields.birthDate',
    ],
    [
      'no consent',
      { ...good, fields: { ...good.fields, consentPersonalData: false } },
      'badInput',
      'fields.consentPersonalData',
    ],
    ['a phone of letters', { ...good, fields: { ...good.fields, phone: 'позвоните' } }, 'badInput', 'fields.phone'],
    ['an unknown field', { ...good, fields: { ...good.fields, nickname: 'x' } }, 'badInput', 'fields'],
    ['a time that is none', { ...good, appointedLocal: 'завтра' }, 'badInput', 'appointedLocal'],
    ['30 February', { ...good, appointedLocal: '2026-02-30T09:00' }, 'badInput', 'appointedLocal'],
    ['a script for a link', { ...good, link: 'javascript:alert(1)' }, 'linkRefused', 'link'],
    [
      'a look-alike host',
      { ...good, link: 'https://telemost.yandex.ru.example.org/j/12345678' },
      'linkRefused',
      'link',
    ],
    ['another port', { ...good, link: 'https://telemost.yandex.ru:8443/j/12345678' }, 'linkRefused', 'link'],
  ])('%s', async (_name, input, code, field) => {
    const before = await journalTotal()
    const answer = await client.calls.applications.create(input as never)
    expect(answer).toMatchObject({ ok: false, fault: { code } })
    if (!answer.ok) expect(Object.keys(answer.fault.fields ?? {}).join()).toContain(field)
    expect(await journalTotal()).toBe(before)
  })
})

test('an application gets the next number, a canonical link and a place in the day', async () => {
  const made = await unwrap(
    client.calls.applications.create(newApplication({ link: ' telemost.360.yandex.ru/j/12345678901234?from=mail ' })),
  )
  expect(made.journalNumber).toBe(1)
  const { card } = await unwrap(client.calls.receptions.detail({ receptionId: made.receptionId }))
  expect(card.link).toBe('https://telemost.yandex.ru/j/12345678901234')
  const { receptions } = await unwrap(client.calls.receptions.day({ date: null }))
  expect(receptions.map(({ id }) => id)).toContain(made.receptionId)
})

test('what a service refuses by its rules stands in the event log once; a slip of the hand does not', async () => {
  const link = 'https://telemost.yandex.ru/j/98765432101234'
  const { receptionId } = await unwrap(client.calls.applications.create(newApplication({ link })))
  await client.calls.applications.create(newApplication({ link }))
  await client.calls.applications.create(newApplication({ link: 'https://example.org/j/1' }))
  const action = { kind: 'noticeGiven' } as const
  const step = { receptionId, expectedSequence: 0, action, occurredAt: null }
  expect(await client.calls.receptions.act(step)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  await client.calls.receptions.act({ ...step, expectedSequence: 5 })
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'head')
  const filter = { kind: 'callRefused', accountId: null }
  const view = { viewId: crypto.randomUUID(), filter, offset: 0 }
  const { rows } = await unwrap(client.calls.eventLog.list({ ...view, limit: 3 }))
  expect(rows.map(({ result, objects }) => [objects.call, result])).toEqual([
    ['receptions.act', 'refusedByRule'],
    ['applications.create', 'refusedLinkInUse'],
    ['accounts.staff', 'refusedNotAllowed'],
  ])
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'specialist')
})

test('the document is masked until it is revealed', async () => {
  const made = await unwrap(client.calls.applications.create(newApplication({ familyName: 'Сидоров' })))
  const card = await unwrap(client.calls.applications.card({ applicationId: made.applicationId }))
  expect(JSON.stringify(card)).not.toContain('123456')
  const revealed = await unwrap(
    client.calls.applications.revealDocument({ applicationId: made.applicationId, purpose: 'identification' }),
  )
  expect(revealed.identityDocument?.number).toBe('123456')
})

test('a step the rules refuse, a stale page and a start without a recorder write nothing', async () => {
  const { receptionId } = await unwrap(client.calls.applications.create(newApplication({ familyName: 'Ким' })))
  const act = (expectedSequence: number, action: Parameters<typeof client.calls.receptions.act>[0]['action']) =>
    client.calls.receptions.act({ receptionId, expectedSequence, action, occurredAt: null })
  expect(await act(0, { kind: 'noticeGiven' })).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  expect(await act(7, { kind: 'roomOpened' })).toMatchObject({ ok: false, fault: { code: 'stale' } })
  await unwrap(act(0, { kind: 'roomOpened' }))
  expect(await act(1, { kind: 'citizenConnected' })).toMatchObject({ ok: false, fault: { code: 'recorderNotArmed' } })
  const { events } = await unwrap(client.calls.receptions.detail({ receptionId }))
  expect(events.map(({ action }) => action.kind)).toEqual(['roomOpened'])
})

test('two presses at once: one is written, the other is told so', async () => {
  const { receptionId } = await unwrap(client.calls.applications.create(newApplication({ familyName: 'Орлов' })))
  const press = () =>
    client.calls.receptions.act({ receptionId, expectedSequence: 0, action: { kind: 'roomOpened' }, occurredAt: null })
  const answers = await Promise.all([press(), press()])
  expect(answers.map(answer => (answer.ok ? 'done' : answer.fault.code)).sort()).toEqual(['done', 'stale'])
})

test('what is not there, and what a specialist may not do', async () => {
  const recordingId = crypto.randomUUID()
  expect(await client.calls.recordings.detail({ recordingId })).toMatchObject({
    ok: false,
    fault: { code: 'notFound' },
  })
  expect(await client.calls.recordings.destroy({ recordingId })).toMatchObject({
    ok: false,
    fault: { code: 'notAllowed' },
  })
  expect(await client.calls.workplace.openRecorder()).toMatchObject({ ok: false, fault: { code: 'notAvailableHere' } })
})
