import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RegistrationFields } from '../../../shared/applications/registration-fields.ts'
import type { Fault } from '../../../shared/contract/reply.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { localDate } from '../../../shared/text/date-time.ts'
import { type ContractClient, openContractClient } from '../../fixtures/contract-client.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { firstPassword, firstRunInput, signInAs, staff } from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { type RunningSupervisor, startSupervisor } from '../../fixtures/supervisor.ts'
import { timeZone } from '../../fixtures/time-zone.ts'

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
  expect(await unwrap(client.calls.eventLog.verify())).toMatchObject({ chain: { intact: true } })
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'specialist')
})

/** The fields of п. 2.2 as the form sends them. */
const entered: RegistrationFields = {
  ...{ familyName: 'Петров', givenName: 'Пётр', patronymic: 'Петрович', birthDate: '1961-04-12' },
  ...{ documentKind: 'Паспорт гражданина РФ', documentSeries: '3205', documentNumber: '123456' },
  ...{ documentIssuedBy: '', documentIssuedOn: null, address: 'г. Кемерово, пр. Ленина, д. 1' },
  ...{ addressKind: 'residence', consentPersonalData: true, consentVideo: true, topic: 'Субсидия на оплату ЖКУ' },
  ...{ phone: '+7 913 000-00-00', email: 'petrov@example.org', channel: 'phone', formSubmittedAt: null },
  receivedOn: localDate(Date.now(), timeZone),
}

/** The first free time of whoever is signed in. */
async function freeTime() {
  const specialistId = (await unwrap(client.calls.accounts.session()))?.account.id ?? ''
  const { earliestLocal } = await unwrap(
    client.calls.applications.slots({ applicationId: null, specialistId, from: null, days: 10 }),
  )
  if (earliestLocal === null) throw new Error('no free time')
  return { specialistId, appointedLocal: earliestLocal, overrideReason: null }
}

describe('bad input is a typed fault and nothing is written', () => {
  const link = 'https://telemost.yandex.ru/j/12345678901234'
  test.each<[string, Partial<Record<keyof RegistrationFields | 'nickname', unknown>>, string]>([
    ['no such date', { birthDate: '1961-02-30' }, 'fields.birthDate'],
    ['born in the future', { birthDate: '2999-01-01' }, 'fields.birthDate'],
    ['born too long ago', { birthDate: '1890-01-01' }, 'fields.birthDate'],
    ['a phone of letters', { phone: 'позвоните' }, 'fields.phone'],
    ['a phone with a digit missing', { phone: '8 913 000-00-0' }, 'fields.phone'],
    ['half a passport', { documentSeries: '32' }, 'fields.documentSeries'],
    ['an unknown field', { nickname: 'x' }, 'fields'],
  ])('%s', async (_name, changes, field) => {
    const before = await journalTotal()
    const fields = { ...entered, ...changes } as RegistrationFields
    const appointment = { ...(await freeTime()), link }
    const answer = await client.calls.applications.register({ letterId: null, fields, appointment })
    expect(answer).toMatchObject({ ok: false, fault: { code: 'badInput' } })
    if (!answer.ok) expect(Object.keys(answer.fault.fields ?? {}).join()).toContain(field)
    expect(await journalTotal()).toBe(before)
  })

  test.each<[string, Partial<Record<'link' | 'appointedLocal' | 'specialistId', string>>, Fault['code'], string]>([
    ['a time that is none', { appointedLocal: 'завтра' }, 'badInput', 'appointedLocal'],
    ['30 February', { appointedLocal: '2027-02-30T09:00' }, 'badInput', 'appointedLocal'],
    ['a time that is over', { appointedLocal: '2026-01-15T09:00' }, 'refusedByRule', ''],
    ['nobody who receives', { specialistId: crypto.randomUUID() }, 'badInput', 'specialistId'],
    ['no link', { link: '' }, 'linkRefused', 'link'],
    ['a script for a link', { link: 'javascript:alert(1)' }, 'linkRefused', 'link'],
    ['a look-alike host', { link: 'https://telemost.yandex.ru.example.org/j/12345678' }, 'linkRefused', 'link'],
    ['another port', { link: 'https://telemost.yandex.ru:8443/j/12345678' }, 'linkRefused', 'link'],
  ])('an appointment with %s', async (_name, changes, code, field) => {
    const before = await journalTotal()
    const appointment = { ...(await freeTime()), link, ...changes }
    const answer = await client.calls.applications.register({ letterId: null, fields: entered, appointment })
    expect(answer.ok).toBe(false)
    if (!answer.ok) {
      expect(['badInput', code]).toContain(answer.fault.code)
      expect(Object.keys(answer.fault.fields ?? {}).join()).toContain(field)
    }
    expect(await journalTotal()).toBe(before)
  })

  test('an appointment without the consent to the data registers nothing', async () => {
    const before = await journalTotal()
    const fields = { ...entered, consentPersonalData: false }
    const appointment = { ...(await freeTime()), link }
    expect(await client.calls.applications.register({ letterId: null, fields, appointment })).toMatchObject({
      ok: false,
      fault: { code: 'refusedByRule', hint: expect.stringContaining('п. 2.2') },
    })
    expect(await journalTotal()).toBe(before)
  })

  test('nobody named and nobody to ask', async () => {
    const before = await journalTotal()
    const nobody = { familyName: '', givenName: '', patronymic: '', phone: '', email: '' }
    expect(
      await client.calls.applications.register({ letterId: null, fields: { ...entered, ...nobody } }),
    ).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
    expect(await journalTotal()).toBe(before)
  })
})

test('registered and appointed in one act: number, canonical link, reception, decision and notice', async () => {
  const time = await freeTime()
  const { applicationId, journalNumber, appointed } = await unwrap(
    client.calls.applications.register({
      ...{ letterId: null, fields: entered },
      appointment: { ...time, link: ' telemost.360.yandex.ru/j/12345678901234?from=mail ' },
    }),
  )
  expect(journalNumber).toBe(1)
  expect(appointed?.notice).toBe('formed')
  const { card } = await unwrap(client.calls.receptions.detail({ receptionId: appointed?.receptionId ?? '' }))
  expect(card.link).toBe('https://telemost.yandex.ru/j/12345678901234')
  const { history } = await unwrap(client.calls.applications.matter({ applicationId }))
  expect(history.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['registered', 'appointed', 'notice']))
  const again = await client.calls.applications.register({
    ...{ letterId: null, fields: entered },
    appointment: { ...time, link: newMeetingLink() },
  })
  expect(again).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  const { receptions } = await unwrap(client.calls.receptions.day({ date: time.appointedLocal.slice(0, 10) }))
  expect(receptions.map(({ id }) => id)).toEqual([appointed?.receptionId])
})

test('what a service refuses by its rules stands in the event log once; a slip of the hand does not', async () => {
  const link = 'https://telemost.yandex.ru/j/98765432101234'
  const { receptionId } = await plantReception(client, directory, newApplication({ link }))
  const time = await freeTime()
  for (const bad of [link, 'https://example.org/j/1']) {
    await client.calls.applications.register({ letterId: null, fields: entered, appointment: { ...time, link: bad } })
  }
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
    ['applications.register', 'refusedLinkInUse'],
    // Of the appointments refused above: the last one the rules refused.
    ['applications.register', 'refusedByRule'],
  ])
  await unwrap(client.calls.accounts.signOut())
  await signInAs(client, 'specialist')
})

test('the document is masked until it is revealed', async () => {
  const made = await plantReception(client, directory, newApplication({ familyName: 'Сидоров' }))
  const card = await unwrap(client.calls.applications.card({ applicationId: made.applicationId }))
  expect(JSON.stringify(card)).not.toContain('123456')
  const revealed = await unwrap(
    client.calls.applications.revealDocument({ applicationId: made.applicationId, purpose: 'identification' }),
  )
  expect(revealed.identityDocument?.number).toBe('123456')
})

test('a step the rules refuse, a stale page and a start without a recorder write nothing', async () => {
  const { receptionId } = await plantReception(client, directory, newApplication({ familyName: 'Ким' }))
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
  const { receptionId } = await plantReception(client, directory, newApplication({ familyName: 'Орлов' }))
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
  expect(await client.calls.recordings.release({ holdId: recordingId, reason: 'снят' })).toMatchObject({
    ok: false,
    fault: { code: 'notAllowed' },
  })
  expect(await client.calls.workplace.openRecorder()).toMatchObject({ ok: false, fault: { code: 'notAvailableHere' } })
})
