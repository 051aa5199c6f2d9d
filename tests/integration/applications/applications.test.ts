import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { SlotGrid } from '../../../shared/contract/appointments.ts'
import { type CaseGroup, CasePage } from '../../../shared/contract/cases.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type ApplicationsBench, openApplicationsBench } from './bench.ts'

let bench: ApplicationsBench
beforeEach(async () => {
  bench = await openApplicationsBench()
})
afterEach(() => bench.close())

const register = async (changes: Parameters<ApplicationsBench['register']>[0] = {}, letterId: string | null = null) =>
  unwrap(bench.register(changes, letterId))
const matterOf = async (applicationId: string) =>
  ApplicationMatter.parse(await unwrap(bench.desk.matter(applicationId)))
const states = async (applicationId: string) => {
  const { terms } = (await matterOf(applicationId)).terms
  return Object.fromEntries(terms.map(({ term, state }) => [term.id, state.kind]))
}
const request = (applicationId: string, appointedLocal = '2026-11-24T09:00', overrideReason: string | null = null) => ({
  ...{ applicationId, specialistId: bench.session.account.id, appointedLocal, link: bench.link(), overrideReason },
})

describe('registering', () => {
  test('fields as they are kept, two consents, a row of the journal without a reception', async () => {
    const { applicationId, journalNumber } = await register()
    expect(journalNumber).toBe(1)
    const matter = await matterOf(applicationId)
    expect(matter.card).toMatchObject({ phone: '+79000000012', maskedDocument: expect.stringMatching(/12$/) })
    expect(matter).toMatchObject({ status: 'toDecide', missing: [], reception: null })
    expect(matter.consents.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['personalData given', 'video given'])
    expect(bench.journal.row(applicationId)).toMatchObject({
      fullName: 'Канарейкин Пётр Ильич',
      ...{ receptionId: null, receptionDate: null, consideration: '', specialistName: '' },
    })
    expect(await states(applicationId)).toEqual({
      ...{ D1: 'notStarted', D2: 'running', D3: 'notStarted', D4: 'notStarted', D5: 'notStarted' },
    })
  })

  test('what is missing is listed; nobody named is said so and told in the same words everywhere', async () => {
    const nothing = { familyName: '', givenName: '', patronymic: '', birthDate: null, documentNumber: '', address: '' }
    const empty = {
      ...{ ...nothing, documentSeries: '', documentIssuedBy: '', documentIssuedOn: null, topic: '', phone: '' },
      ...{ email: '', consentPersonalData: false, consentVideo: false },
    }
    // Only a letter can be registered without anybody to ask: the letter itself is there.
    expect(bench.register(empty)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
    const { applicationId } = await register(empty, bench.letter('2026-11-19T02:00:00Z'))
    const { missing, card } = await matterOf(applicationId)
    expect(missing).toHaveLength(10)
    expect(card.fullName).toBe('Заявитель не назван')
    const page = CasePage.parse(await unwrap(bench.cases({ group: 'toDo', text: '', offset: 0, limit: 10 })))
    expect(page.rows[0]).toMatchObject({ name: 'Заявитель не назван', topic: 'Тематика не указана' })
    expect(bench.desk.appoint(bench.session, request(applicationId))).toMatchObject({
      fault: { code: 'refusedByRule', hint: expect.stringContaining('персональных данных') },
    })
  })

  test('the same form twice is one application, one journal row and one reception, and the answer is the same', async () => {
    const { applicationId: _none, ...chosen } = request('')
    const form = { requestId: randomUUID(), letterId: null, fields: bench.fields(), appointment: chosen }
    const first = await unwrap(bench.desk.register(bench.session, form))
    expect(first.appointed).not.toBeNull()
    const written = () => (['application', 'journal_row', 'reception', 'event_log'] as const).map(bench.count)
    const before = written()
    expect(await unwrap(bench.desk.register(bench.session, form))).toEqual(first)
    expect(written()).toEqual(before)
    // Another form with the same words is another application; another person's form is no answer of mine.
    const other = await unwrap(
      bench.desk.register(bench.session, { ...form, requestId: randomUUID(), appointment: null }),
    )
    expect(other.journalNumber).toBe(first.journalNumber + 1)
    const colleague = { ...bench.session, account: { ...bench.session.account, id: randomUUID() } }
    expect(bench.desk.register(colleague, form)).toMatchObject({ ok: false, fault: { code: 'stale' } })
  })

  test('a form that was refused may be sent again under the same number', async () => {
    const form = { requestId: randomUUID(), letterId: null, fields: { ...bench.fields(), phone: '12' } }
    expect(bench.desk.register(bench.session, form)).toMatchObject({ ok: false })
    expect(await unwrap(bench.desk.register(bench.session, { ...form, fields: bench.fields() }))).toMatchObject({
      journalNumber: 1,
    })
  })

  test.each([
    [{ phone: '36-04-14' }, 'fields.phone'],
    [{ email: 'canary@' }, 'fields.email'],
    [{ documentSeries: '00 0' }, 'fields.documentSeries'],
    [{ documentNumber: '12' }, 'fields.documentNumber'],
    [{ birthDate: '2026-11-21' }, 'fields.birthDate'],
    [{ receivedOn: '2026-11-21' }, 'fields.receivedOn'],
    [{ formSubmittedAt: 'вчера' }, 'fields.formSubmittedAt'],
  ])('wrong %o is refused beside its field and gives no number away', async (changes, field) => {
    expect(bench.register(changes)).toMatchObject({ ok: false, fault: { fields: { [field]: expect.any(String) } } })
    expect((await register()).journalNumber).toBe(1)
  })

  test('a letter is registered once, by its own receipt, and is handled by that', async () => {
    const letterId = bench.letter('2026-11-18T18:30:00.000Z')
    const { applicationId } = await register(
      { formSubmittedAt: '2026-11-18T10:00', receivedOn: '2026-11-20' },
      letterId,
    )
    const matter = await matterOf(applicationId)
    // 01:30 of the next day in Kuzbass.
    expect(matter.card).toMatchObject({ receivedOn: '2026-11-19', channel: 'widget' })
    expect(matter).toMatchObject({ letterId, formSubmittedAt: '2026-11-18T03:00:00.000Z' })
    expect(await states(applicationId)).toMatchObject({ D1: 'met', D2: 'running' })
    expect(bench.register({}, letterId)).toMatchObject({
      fault: { code: 'stale', hint: expect.stringContaining('№ 1') },
    })
    expect(bench.count('application')).toBe(1)
    const act = bench.database.raw.prepare('select kind, reason from letter_act').all()
    expect(act).toEqual([{ kind: 'handled', reason: 'Зарегистрирована под № 1' }])
    expect(bench.register({}, '00000000-0000-4000-8000-000000000000')).toMatchObject({ fault: { code: 'notFound' } })
  })

  test('a registration that fails in its last step leaves nothing, and its number is given again', async () => {
    await register()
    const { raw } = bench.database
    for (const table of ['application_consent', 'journal_search', 'event_log', 'letter_act']) {
      const trigger = table === 'journal_search' ? 'journal_row' : table
      raw.exec(`create temp trigger fails before insert on main.${trigger} begin select raise(abort, 'disk'); end`)
      const letterId = bench.letter('2026-11-19T03:00:00.000Z')
      expect(() => bench.register({}, letterId)).toThrow('disk')
      raw.exec('drop trigger fails')
      expect(bench.count('application')).toBe(bench.count('journal_row'))
      const again = await register({}, letterId)
      expect(again.journalNumber).toBe(bench.count('application'))
    }
  })
})

describe('appointing', () => {
  test('reception, decision, columns 5 and 6 and the notice at once; the notice ends D2, its sending D3', async () => {
    const { applicationId } = await register()
    const { receptionId, notice } = await unwrap(bench.desk.appoint(bench.session, request(applicationId)))
    expect(notice).toBe('formed')
    expect(bench.orders).toMatchObject([{ kind: 'appointment', applicationId, receptionId }])
    expect(bench.notices.sent).toBe(1)
    expect(bench.journal.row(applicationId)).toMatchObject({
      ...{ receptionId, receptionDate: '2026-11-24', specialistName: 'Иванова Анна Петровна' },
      consideration: 'Назначен личный прием 24.11.2026 в 09:00',
    })
    expect(await states(applicationId)).toMatchObject({ D2: 'met', D3: 'running', D5: 'notStarted' })
    const accept = bench.database.raw.prepare(
      `insert into notice_attempt values ('x', (select id from notice), 1, '2026-11-20T02:10:00.000Z', 'accepted', '250')`,
    )
    accept.run()
    expect(await states(applicationId)).toMatchObject({ D3: 'met', D5: 'running' })
    expect((await matterOf(applicationId)).status).toBe('awaitingReply')
    bench.database.raw
      .prepare(
        `insert into notice_fact values ('f', (select id from notice), 'bounced', '2026-11-20T02:11:00.000Z', '2026-11-20T02:11:00.000Z', 1, null, null, '')`,
      )
      .run()
    expect(await states(applicationId)).toMatchObject({ D3: 'met', D5: 'notStarted' })
    bench.database.raw
      .prepare(
        `insert into notice_attempt values ('y', (select id from notice), 2, '2026-11-20T02:12:00.000Z', 'accepted', '250')`,
      )
      .run()
    expect(await states(applicationId)).toMatchObject({ D3: 'met', D5: 'running' })
    expect(bench.desk.appoint(bench.session, request(applicationId, '2026-11-25T09:00'))).toMatchObject({
      fault: { code: 'stale' },
    })
  })

  test('without an address nothing is formed: D2 runs until the notice is marked by hand', async () => {
    const { applicationId } = await register({ email: '' })
    const { receptionId, notice } = await unwrap(bench.desk.appoint(bench.session, request(applicationId)))
    expect(notice).toBe('noAddress')
    expect(await states(applicationId)).toMatchObject({ D2: 'running' })
    await unwrap(
      bench.terms.mark(bench.session, { receptionId, kind: 'noticeSent', occurredLocal: '2026-11-20T09:00' }),
    )
    expect(await states(applicationId)).toMatchObject({ D2: 'met', D3: 'met', D5: 'running' })
  })

  test('a notice that cannot be formed takes the whole decision with it', async () => {
    const { applicationId } = await register()
    bench.failing.next = 'form'
    const before = bench.count('event_log')
    expect(() => bench.desk.appoint(bench.session, request(applicationId))).toThrow('the outbox is broken')
    for (const table of ['reception', 'application_decision', 'notice'] as const) expect(bench.count(table)).toBe(0)
    expect(bench.count('event_log')).toBe(before)
    expect(bench.journal.row(applicationId)).toMatchObject({ consideration: '', receptionId: null })
  })

  test.each([
    ['2026-11-20T08:30', 'уже прошло'],
    ['2026-11-23T10:00', 'не успеет ответить'],
    ['2026-11-21T10:00', 'вне графика'],
    ['2026-11-24T13:30', 'вне графика'],
    ['2026-11-24T17:40', 'вне графика'],
    ['2028-01-11T10:00', 'Календарь на этот год не загружен'],
  ])('%s: %s', async (appointedLocal, hint) => {
    const { applicationId } = await register()
    expect(bench.desk.appoint(bench.session, request(applicationId, appointedLocal, 'так надо'))).toMatchObject({
      fault: { code: 'refusedByRule', hint: expect.stringContaining(hint) },
    })
    expect(bench.count('reception')).toBe(0)
  })

  test('two citizens are never given one time; a head may not either, for it is the same specialist', async () => {
    const [first, second] = [await register(), await register({ familyName: 'Синицын' })]
    await unwrap(bench.desk.appoint(bench.session, request(first.applicationId)))
    for (const who of [bench.session, bench.asHead]) {
      expect(bench.desk.appoint(who, request(second.applicationId, '2026-11-24T09:20', 'очень надо'))).toMatchObject({
        fault: { hint: expect.stringContaining('другой приём') },
      })
    }
    await unwrap(bench.desk.appoint(bench.session, request(second.applicationId, '2026-11-24T09:30')))
  })

  test('a head may appoint too early with a reason, which stays; without one it is asked for', async () => {
    const { applicationId } = await register()
    expect(bench.desk.appoint(bench.asHead, request(applicationId, '2026-11-23T10:00'))).toMatchObject({
      fault: { fields: { overrideReason: expect.any(String) } },
    })
    const reason = 'гражданин просил, подтвердил по телефону'
    await unwrap(bench.desk.appoint(bench.asHead, request(applicationId, '2026-11-23T10:00', reason)))
    const lines = bench.eventLog.list({ offset: 0, limit: 2 }).map(({ kind, result }) => `${kind} ${result}`)
    expect(lines).toEqual(['appointmentOverruled tooEarly', 'applicationAppointed done'])
    const { history } = await matterOf(applicationId)
    expect(history.map(({ text }) => text)).toContain(`Назначен приём: ${reason}`)
  })

  test('without consent to the recording a specialist decides with a reason', async () => {
    const { applicationId } = await register({ consentVideo: false })
    expect(bench.desk.appoint(bench.session, request(applicationId))).toMatchObject({ ok: false })
    for (const [occurredLocal, words] of [
      ['2026-11-20T09:01', 'Это время ещё не наступило'],
      ['2026-11-19T23:59', 'Это раньше дня поступления заявки'],
      ['2020-01-01T00:00', 'Это раньше дня поступления заявки'],
    ] as const) {
      expect(
        bench.desk.consent(bench.session, { applicationId, kind: 'video', state: 'given', wording: '', occurredLocal }),
      ).toMatchObject({ fault: { fields: { occurredLocal: words } } })
    }
    await unwrap(
      bench.desk.consent(bench.session, {
        ...{ applicationId, kind: 'video', state: 'given', occurredLocal: '2026-11-20T08:59' },
        wording: 'по телефону, согласен на запись',
      }),
    )
    expect((await matterOf(applicationId)).missing).toEqual([])
    await unwrap(bench.desk.appoint(bench.session, request(applicationId)))
  })

  test('nobody entered: everybody; somebody entered: only for their topics and days', async () => {
    const { id: accountId } = bench.session.account
    const grant = (topicId: string | null, validTo: string | null = null) =>
      unwrap(
        bench.desk.authorise(bench.asHead, {
          ...{ accountId, topicId, validFrom: '2026-11-01', validTo, basis: 'приказ № 5' },
        }),
      )
    const { applicationId } = await register()
    const [legal] = await grant('legalAid')
    await grant('housingSubsidy', '2026-11-23')
    expect(bench.desk.appoint(bench.session, request(applicationId))).toMatchObject({
      fault: { hint: expect.stringContaining('не уполномочен') },
    })
    await grant(null)
    await unwrap(bench.desk.appoint(bench.session, request(applicationId)))
    await unwrap(bench.desk.revoke(bench.asHead, legal?.id ?? ''))
    expect(await bench.desk.revoke(bench.asHead, legal?.id ?? '')).toMatchObject({ fault: { code: 'stale' } })
  })
})

test('the grid begins on the first day the citizen can answer for, and knows who has which time', async () => {
  const { applicationId } = await register()
  const ask = async () =>
    SlotGrid.parse(
      await unwrap(bench.desk.slots({ applicationId, specialistId: bench.session.account.id, from: null, days: 2 })),
    )
  const before = await ask()
  expect(before).toMatchObject({ from: '2026-11-24', earliestLocal: '2026-11-24T09:00', missingYear: null })
  await unwrap(bench.desk.appoint(bench.session, request(applicationId)))
  const after = await ask()
  expect(after.earliestLocal).toBe('2026-11-24T09:30')
  expect(after.days[0]?.slots[0]).toMatchObject({ state: 'taken', takenBy: 'Канарейкин П. И., 09:00' })
})

test('the list: what presses most on top, filters, what is over last; a window of it', async () => {
  const old = await register({ receivedOn: '2026-11-16', familyName: 'Снегирёв' })
  const fresh = await register()
  const appointed = await register({ familyName: 'Синицын' })
  await unwrap(bench.desk.appoint(bench.session, request(appointed.applicationId)))
  const list = async (group: CaseGroup | null, offset = 0, text = '') =>
    CasePage.parse(await unwrap(bench.cases({ group, text, offset, limit: 2 })))
  const all = await list(null)
  // Nothing goes out here: whoever is appointed was not told yet.
  expect(all).toMatchObject({ total: 3, counts: { toDo: 3, awaiting: 0, done: 0 } })
  expect(all.rows.map(({ id }) => id)).toEqual([old.applicationId, appointed.applicationId])
  expect(all.rows[0]?.pressing).toMatchObject({ rule: { id: 'D2' }, state: { kind: 'overdue' } })
  expect((await list(null, 2)).rows.map(({ id }) => id)).toEqual([fresh.applicationId])
  expect(await list(null, 0, 'синицын')).toMatchObject({ total: 1, rows: [{ step: 'untold' }] })
  const due = bench.terms.dueTerms()
  expect(due).toMatchObject([{ kind: 'termOverdue', applicationId: old.applicationId, receptionId: null }])

  const { id: receptionId } = (await matterOf(appointed.applicationId)).reception ?? { id: '' }
  const at = '2026-11-20T02:05:00.000Z'
  bench.receptions.append(
    receptionId,
    {
      ...{ sequence: 0, occurredAt: at, recordedAt: at, authorId: bench.session.account.id, source: 'hand' },
      action: { kind: 'cancelled', reason: 'refused' },
    },
    { step: 'cancelled' },
  )
  await Promise.resolve()
  expect((await list('done')).rows).toMatchObject([{ step: 'cancelled', pressing: null }])
  expect((await list(null, 2)).rows.map(({ step }) => step)).toEqual(['cancelled'])
  expect(bench.orders.map(({ kind }) => kind)).toEqual(['appointment', 'cancellation'])
  const { history } = await matterOf(appointed.applicationId)
  expect(history.map(({ kind }) => kind)).toEqual(['registered', 'appointed', 'notice', 'notice', 'cancelled'])
})

test('what was missing is filled in; name and topic only where they were, and then as a correction', async () => {
  const { applicationId } = await register({ email: '', topic: '', givenName: '', patronymic: '' })
  const complete = (fields: Parameters<ApplicationsBench['desk']['complete']>[1]['fields']) =>
    bench.desk.complete(bench.session, { applicationId, fields, basis: 'по телефону' })
  const matter = await unwrap(complete({ email: 'canary@example.ru', topic: 'Выплата на ребёнка', givenName: 'Пётр' }))
  expect(matter.missing).toEqual([])
  expect(bench.journal.row(applicationId)).toMatchObject({
    ...{ fullName: 'Канарейкин Пётр', topic: 'Выплата на ребёнка', corrected: ['fullName', 'topic'] },
  })
  expect(complete({ familyName: 'Щеглов' })).toMatchObject({ fault: { code: 'refusedByRule' } })
  expect(complete({ phone: '12' })).toMatchObject({ fault: { fields: { 'fields.phone': expect.any(String) } } })
  expect(complete({ email: 'canary@example.ru' })).toMatchObject({ fault: { code: 'stale' } })
})

test('earlier applications of the same person are found, whatever the case and the letter ё, and can be linked', async () => {
  const first = await register({ givenName: 'Фёдор' })
  const other = await register({ familyName: 'Снегирёв' })
  bench.clock.set('2026-11-20T02:01:00Z')
  const again = await register({ familyName: 'КАНАРЕЙКИН', givenName: 'федор', topic: 'субсидии по оплате ЖКУ' })
  const { earlier } = await matterOf(again.applicationId)
  expect(earlier).toMatchObject([{ applicationId: first.applicationId, sameTopic: true, status: 'toDecide' }])
  const linked = await unwrap(bench.desk.linkPrevious(bench.session, again.applicationId, first.applicationId))
  expect(linked.previousApplicationId).toBe(first.applicationId)
  expect(await bench.desk.linkPrevious(bench.session, first.applicationId, other.applicationId)).toMatchObject({
    ok: false,
  })
})
