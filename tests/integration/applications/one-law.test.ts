import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RegistrationFields } from '../../../shared/applications/registration-fields.ts'
import { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import type { Appointment } from '../../../shared/contract/appointments.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type ApplicationsBench, applicant, openApplicationsBench } from './bench.ts'

/** Friday 20.11.2026, 09:00: Tuesday 24.11. is the first day on which the citizen can answer in time. */
let bench: ApplicationsBench
beforeEach(async () => {
  bench = await openApplicationsBench()
})
afterEach(() => bench.close())

type Choice = Omit<Appointment, 'applicationId'>
const choice = (changes: Partial<Choice> = {}): Choice => ({
  ...{ specialistId: bench.session.account.id, appointedLocal: '2026-11-24T09:00', link: bench.link() },
  overrideReason: null,
  ...changes,
})
const create = (fields: Partial<RegistrationFields> = {}, changes: Partial<Choice> = {}, who = bench.session) =>
  bench.desk.register(who, { letterId: null, fields: { ...applicant, ...fields }, appointment: choice(changes) })
const tables = ['application', 'journal_row', 'reception', 'application_decision', 'notice', 'event_log'] as const
const counts = () => Object.fromEntries(tables.map(table => [table, bench.count(table)]))

describe('registering and appointing in one act', () => {
  test('number, reception, decision and notice together; the next one gets the next number', async () => {
    const { applicationId, journalNumber, appointed } = await unwrap(create())
    expect({ journalNumber, notice: appointed?.notice }).toEqual({ journalNumber: 1, notice: 'formed' })
    const { history, status } = ApplicationMatter.parse(await unwrap(bench.desk.matter(applicationId)))
    expect(history.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['registered', 'appointed', 'notice']))
    expect(status).toBe('appointed')
    expect(bench.orders).toHaveLength(1)
    expect((await unwrap(create({}, { appointedLocal: '2026-11-24T10:00' }))).journalNumber).toBe(2)
  })

  test.each<[string, Partial<RegistrationFields>, Partial<Choice>]>([
    ['half a passport', { documentSeries: '00 0' }, {}],
    ['a telephone that is none', { phone: '8 900 000-00-1' }, {}],
    ['no consent to the data', { consentPersonalData: false }, {}],
    ['no consent to the recording and no reason', { consentVideo: false }, {}],
    ['nobody named', { familyName: '', givenName: '', patronymic: '' }, {}],
    ['a time that is over', {}, { appointedLocal: '2026-11-19T09:00' }],
    ['a time before the term of the answer', {}, { appointedLocal: '2026-11-20T15:00' }],
    ['a Sunday', {}, { appointedLocal: '2026-11-29T09:00' }],
    ['no link', {}, { link: '' }],
    ['a foreign link', {}, { link: 'https://example.org/j/1' }],
    ['nobody who receives', {}, { specialistId: '00000000-0000-4000-8000-000000000000' }],
  ])('with %s: nothing at all is written, and no number is lost', async (_, fields, changes) => {
    const before = counts()
    expect(create(fields, changes).ok).toBe(false)
    expect(counts()).toEqual(before)
    expect((await unwrap(create())).journalNumber).toBe(1)
  })

  test('an occupied slot and a link of another application', async () => {
    const link = bench.link()
    await unwrap(create({}, { link }))
    const before = counts()
    expect(create({}, {})).toMatchObject({ fault: { code: 'refusedByRule' } })
    expect(create({}, { link, appointedLocal: '2026-11-24T11:00' })).toMatchObject({
      fault: { code: 'linkInUse', fields: { 'appointment.link': expect.any(String) } },
    })
    expect(counts()).toEqual(before)
  })

  test('what fails in the notice takes the registration back', async () => {
    bench.failing.next = 'form'
    const before = counts()
    expect(() => create()).toThrow()
    bench.failing.next = null
    expect(counts()).toEqual(before)
  })
})

describe('a line registered by mistake', () => {
  const annul = (applicationId: string) => bench.desk.annul(bench.session, applicationId, 'внесена дважды')

  test('keeps its number and says who struck it through and why; nothing can be done with it', async () => {
    const { applicationId, journalNumber } = await unwrap(bench.register())
    const matter = ApplicationMatter.parse(await unwrap(annul(applicationId)))
    expect(matter.terms.acts.filter(({ permitted }) => permitted)).toEqual([])
    expect(matter).toMatchObject({ status: 'annulled', missing: [], terms: { terms: [], mayMark: [] } })
    expect(matter.history.at(-1)).toMatchObject({ kind: 'annulled', text: expect.stringContaining('внесена дважды') })
    expect(bench.journal.row(applicationId)).toMatchObject({
      ...{ journalNumber, annulled: true, fullName: 'Канарейкин Пётр Ильич' },
      result: 'Запись аннулирована 20.11.2026 как ошибочная (Иванова А. П.): внесена дважды',
    })
    const before = counts()
    for (const act of [
      annul(applicationId),
      bench.desk.appoint(bench.session, { ...choice(), applicationId }),
      bench.desk.setTopic(bench.session, applicationId, null),
      bench.desk.complete(bench.session, { applicationId, fields: { address: 'другой' }, basis: 'позвонил' }),
    ]) {
      expect(act.ok).toBe(false)
    }
    expect(counts()).toEqual(before)
    expect((await unwrap(bench.register())).journalNumber).toBe(journalNumber + 1)
  })

  test('is counted apart: not among what is to be decided, no term runs of it, no earlier application', async () => {
    const { applicationId } = await unwrap(bench.register())
    await unwrap(annul(applicationId))
    const listed = async (group: 'toDo' | 'awaiting' | 'done' | null) =>
      unwrap(bench.cases({ group, text: '', offset: 0, limit: 10 }))
    expect(await listed('toDo')).toMatchObject({ total: 0, counts: { toDo: 0, awaiting: 0, done: 1 } })
    expect(await listed('awaiting')).toMatchObject({ total: 0 })
    expect((await listed('done')).rows).toMatchObject([{ id: applicationId, step: 'annulled', pressing: null }])
    expect(await listed(null)).toMatchObject({ total: 1 })
    const none = { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false }
    expect(bench.journal.counts(none)).toEqual({ standing: 0, annulled: 1 })
    expect(bench.journal.counts({ ...none, search: 'Канарейкин' })).toEqual({ standing: 0, annulled: 1 })
    expect(bench.journal.counts({ ...none, search: 'Сидоров' })).toEqual({ standing: 0, annulled: 0 })
    expect(bench.journal.counts({ ...none, from: '2026-12-01' })).toEqual({ standing: 0, annulled: 0 })
    expect(bench.terms.dueTerms()).toEqual([])
    bench.clock.set('2026-11-20T05:00:00Z')
    const { applicationId: second } = await unwrap(bench.register())
    expect((await unwrap(bench.desk.matter(second))).earlier).toEqual([])
    expect(bench.journal.counts(none)).toEqual({ standing: 1, annulled: 1 })
    const only = bench.journal.list({ filter: { ...none, annulled: true }, offset: 0, limit: 10 })
    expect(only).toMatchObject({ total: 1, rows: [{ applicationId, annulled: true }] })
    const found = bench.journal.list({
      filter: { ...none, annulled: true, search: 'Канарейкин' },
      offset: 0,
      limit: 10,
    })
    expect(found).toMatchObject({ total: 1, rows: [{ applicationId }] })
  })

  test('is never deleted or changed, and is refused once a decision stands', async () => {
    const { applicationId } = await unwrap(create())
    expect(annul(applicationId)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
    const { applicationId: other } = await unwrap(bench.register())
    await unwrap(annul(other))
    const { raw } = bench.database
    expect(() => raw.exec('delete from application_annulment')).toThrow('append-only')
    expect(() => raw.exec("update application_annulment set reason = 'x'")).toThrow('append-only')
  })
})
