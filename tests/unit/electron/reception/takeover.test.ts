import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeAuthorisationStore } from '../../../../electron/applications/authorisation-store.ts'
import type { FormedNotice, NoticeDesk, NoticeOrder } from '../../../../electron/notices/notice-order.ts'
import { makeMoving } from '../../../../electron/reception/moving.ts'
import { makeTakeover, type Takeover } from '../../../../electron/reception/takeover.ts'
import { makeTakeoverStore } from '../../../../electron/reception/takeover-store.ts'
import { makeTurns } from '../../../../electron/reception/turns.ts'
import type { Role } from '../../../../shared/contract/procedure.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import type { TakeoverBetween, TakeoverLine } from '../../../../shared/contract/takeover.ts'
import { regulation } from '../../shared/reception/history-of.ts'
import { type CalendarBench, openCalendarBench } from '../calendar/calendar-bench.ts'
import { registrationOf } from '../database/fixture.ts'
import { ruleForOn } from './rule-for.ts'

let bench: CalendarBench
let takeover: Takeover
let toId: string
let fromId: string
let orders: NoticeOrder[]
let hasAddress: boolean
let sent: number

const desk: NoticeDesk = {
  form(order): FormedNotice | 'noAddress' {
    orders.push(order)
    return hasAddress ? { noticeId: crypto.randomUUID(), messageId: '<a@example.ru>', formedAt: '' } : 'noAddress'
  },
  sendSoon: () => {
    sent += 1
  },
}

beforeEach(async () => {
  bench = await openCalendarBench()
  ;[orders, hasAddress, sent] = [[], true, 0]
  fromId = bench.session.account.id
  toId = bench.accounts.addAccount({ fullName: 'Орлова Ольга Юрьевна', position: '', role: 'specialist' }).id
  takeover = takeoverWith(desk)
})
afterEach(() => bench.close())

function takeoverWith(notices: NoticeDesk | null): Takeover {
  const { database, accounts, clock, receptions, links, moves, eventLog } = bench
  const { write } = database
  const moving = makeMoving({
    notices: null,
    ...{ rows: receptions, store: moves, links, regulation, inTurn: makeTurns(), clock },
    ruleFor: ruleForOn(bench),
    ...{ onOpenChanged: () => undefined, announce: () => undefined },
    specialist: accountId => accounts.staff().find(({ id }) => id === accountId) ?? null,
  })
  const store = makeTakeoverStore({ read: write, place: accounts.place })
  return makeTakeover({
    mayReceive: makeAuthorisationStore({ write, place: accounts.place, clock, eventLog }).mayReceive,
    ...{ store, rows: receptions, moving, staff: accounts.staff, notices, write, eventLog, clock },
    ruleFor: ruleForOn(bench),
  })
}

const add = (appointedAt = '2026-11-23T09:00:00+07:00') =>
  bench.applications.create({ ...registrationOf(bench.session, {}, appointedAt), link: null })
const as = (role: Role) => ({ ...bench.session, account: { ...bench.session.account, role } })
const preview = async (role: Role = 'specialist', asked: Partial<TakeoverBetween> = {}) =>
  unwrap(takeover.preview(as(role), { fromId, toId, since: null, until: null, staying: [], ...asked }))
const carryOut = async (
  lines: readonly Pick<TakeoverLine, 'receptionId' | 'expectedSequence'>[],
  role: Role = 'head',
) =>
  unwrap(
    takeover.carryOut(as(role), {
      ...{ fromId, toId, basis: 'больничный, решила начальник отдела' },
      receptions: lines.map(({ receptionId, expectedSequence }) => ({ receptionId, expectedSequence })),
    }),
  )
const rowOf = (applicationId: string) =>
  bench.database.read.first(
    bench.database.read.select.selectFrom('journal_row').selectAll().where('application_id', '=', applicationId),
  )
const authorise = (topicId: string | null, validTo: string | null = null) =>
  bench.database.write.run(
    bench.database.write.build.insertInto('authorisation').values({
      ...{ id: crypto.randomUUID(), body_id: bench.session.body.id, workplace_id: bench.session.workplace.id },
      ...{ account_id: toId, topic_id: topicId, valid_from: '2026-01-01', valid_to: validTo, basis: 'приказ № 7' },
      ...{ author_id: fromId, at: '2026-01-01T00:00:00.000Z' },
    }),
  )

describe('what would go over', () => {
  test('scheduled receptions of the days asked for, each free to go', async () => {
    add()
    add('2026-11-24T10:00:00+07:00')
    expect(
      (await preview()).map(({ journalNumber, conflict, possible }) => [journalNumber, conflict, possible]),
    ).toEqual([
      [1, null, true],
      [2, null, true],
    ])
    expect(await preview('specialist', { until: '2026-11-23' })).toHaveLength(1)
    expect(await preview('specialist', { since: '2026-11-25' })).toHaveLength(0)
  })

  test('an administrator sees numbers and times, not citizens', async () => {
    add()
    expect(await preview('administrator')).toMatchObject([{ journalNumber: 1, shortName: null }])
    expect(await preview('head')).toMatchObject([{ shortName: 'Петров П. П.' }])
  })

  test.each([
    ['2026-11-23T09:14:00+07:00', 'doubleBooked'],
    ['2026-11-23T08:46:00+07:00', 'doubleBooked'],
    // п. 3.12: the colleague's reception may begin ten minutes late, and lasts fifteen (п. 3.10).
    ['2026-11-23T09:24:00+07:00', 'doubleBooked'],
    ['2026-11-23T08:36:00+07:00', 'doubleBooked'],
    ['2026-11-23T09:25:00+07:00', null],
  ])('the other has a reception at %s: %s', async (at, conflict) => {
    add()
    const specialist = { id: toId, fullName: 'Орлова Ольга Юрьевна' }
    bench.applications.create({ ...registrationOf(bench.session, {}, at), link: null, specialist })
    expect(await preview('head')).toMatchObject([{ conflict, possible: conflict === null }])
  })

  test('two that cannot both go: the earlier one goes, the later one is shown as the act will refuse it', async () => {
    add('2026-11-23T09:00:00+07:00')
    add('2026-11-23T09:24:00+07:00')
    add('2026-11-23T09:49:00+07:00')
    const lines = await preview('head')
    expect(lines.map(({ conflict, possible }) => [conflict, possible])).toEqual([
      [null, true],
      ['doubleBooked', false],
      [null, true],
    ])
    expect(
      (await preview('head', { staying: lines.slice(0, 1).map(({ receptionId }) => receptionId) })).map(
        ({ possible }) => possible,
      ),
    ).toEqual([true, true, true])
    const { moved, left } = await carryOut(lines)
    expect(moved.map(({ journalNumber }) => journalNumber)).toEqual([1, 3])
    expect(left.map(({ journalNumber }) => journalNumber)).toEqual([2])
  })

  test('п. 3.3: nobody entered is everybody; entered for another time, a head alone may decide', async () => {
    add()
    expect(await preview()).toMatchObject([{ conflict: null }])
    authorise(null, '2026-11-22')
    expect(await preview()).toMatchObject([{ conflict: 'notAuthorised', possible: false }])
    expect(await preview('head')).toMatchObject([{ conflict: 'notAuthorised', possible: true }])
    authorise(null)
    expect(await preview()).toMatchObject([{ conflict: null }])
  })

  test('who gives and who takes: somebody disabled gives and cannot take', async () => {
    add()
    bench.accounts.setDisabled(fromId, true)
    const people = await unwrap(takeover.people(bench.session))
    expect(people.find(({ id }) => id === fromId)).toMatchObject({ ahead: 1, receives: false })
    expect(people.find(({ id }) => id === toId)).toMatchObject({ ahead: 0, receives: true })
    const between = { fromId: toId, toId: fromId, since: null, until: null, staying: [] }
    expect(takeover.preview(bench.session, between)).toMatchObject({ fault: { fields: { toId: expect.any(String) } } })
    expect(takeover.preview(bench.session, { ...between, toId })).toMatchObject({ fault: { code: 'badInput' } })
  })
})

describe('the act', () => {
  test('same time, column 6, notice and confirmation stay valid, D5 is not begun anew', async () => {
    const { applicationId, receptionId } = add('2026-11-23T09:00:00+07:00')
    bench.database.write.run(
      bench.database.write.build.updateTable('reception').set({ link: 'https://telemost.yandex.ru/j/12345678901234' }),
    )
    const mark = (kind: 'noticeSent' | 'confirmed', occurredLocal: string) =>
      unwrap(bench.terms.mark(bench.session, { receptionId, kind, occurredLocal }))
    await mark('noticeSent', '2026-11-20T08:50')
    await mark('confirmed', '2026-11-20T08:55')
    const { moved, left } = await carryOut(await preview())
    expect(left).toEqual([])
    expect(moved).toMatchObject([{ journalNumber: 1, notice: 'formed' }])
    expect(rowOf(applicationId)).toMatchObject({
      specialist_name: 'Орлова Ольга Юрьевна',
      consideration: 'Назначен личный прием 23.11.2026 в 09:00',
      reception_date: '2026-11-23',
    })
    const { terms, mayMark } = await unwrap(bench.terms.ofReception(moved[0]?.receptionId ?? ''))
    expect(terms.find(({ term }) => term.id === 'D5')?.state.kind).toBe('met')
    expect(mayMark).toEqual([])
    expect(orders).toMatchObject([
      { kind: 'move', applicationId, receptionId: moved[0]?.receptionId, authorId: fromId },
    ])
    expect(sent).toBe(1)
    const kinds = bench.eventLog.list({ offset: 0, limit: 3 }).map(({ kind }) => kind)
    expect(kinds[0]).toBe('receptionsTakenOver')
    expect(await preview()).toEqual([])
    // In the list of the day it is the one reception it was.
    expect(bench.receptions.ofDay('2026-11-23').map(({ id }) => id)).toEqual([moved[0]?.receptionId])
  })

  test('a citizen nobody wrote to yet gets no notice of change', async () => {
    add()
    expect((await carryOut(await preview())).moved).toMatchObject([{ notice: 'notDue' }])
    expect(orders).toEqual([])
    expect(sent).toBe(0)
  })

  test.each([
    ['no e-mail', true, 'noAddress'],
    ['no notices here', false, 'notWritten'],
  ])('%s: it is said that the citizen has to be called', async (_name, hasDesk, notice) => {
    const { applicationId, receptionId } = add()
    hasAddress = false
    takeover = takeoverWith(hasDesk ? desk : null)
    bench.database.write.run(
      bench.database.write.build.insertInto('application_mark').values({
        ...{ id: crypto.randomUUID(), body_id: bench.session.body.id, workplace_id: bench.session.workplace.id },
        ...{ application_id: applicationId, reception_id: receptionId, kind: 'noticeSent', author_id: fromId },
        ...{ occurred_at: '2026-11-20T01:00:00.000Z', recorded_at: '2026-11-20T01:00:00.000Z' },
      }),
    )
    expect((await carryOut(await preview())).moved).toMatchObject([{ notice }])
  })

  test('what cannot be moved stays whole and is named; the others go', async () => {
    const first = add()
    const second = add('2026-11-24T10:00:00+07:00')
    const lines = await preview()
    const specialist = { id: toId, fullName: 'Орлова Ольга Юрьевна' }
    bench.applications.create({
      ...registrationOf(bench.session, {}, '2026-11-23T09:10:00+07:00'),
      ...{ link: null, specialist },
    })
    const { moved, left } = await carryOut([
      ...lines,
      { receptionId: crypto.randomUUID(), expectedSequence: 0 },
      { receptionId: second.receptionId, expectedSequence: 0 },
    ])
    expect(moved.map(({ journalNumber }) => journalNumber)).toEqual([2])
    expect(left).toMatchObject([
      { receptionId: first.receptionId, journalNumber: 1, why: 'У нового специалиста на это время уже есть приём.' },
      { journalNumber: null, why: 'Такого приёма нет.' },
      // The second time: the reception was moved a moment before.
      { journalNumber: 2 },
    ])
    expect(bench.receptions.stepOf(first.receptionId)).toBe('scheduled')
    expect(rowOf(first.applicationId)?.specialist_name).toBe(bench.session.account.fullName)
  })

  test('a notice that cannot be formed takes the whole act back', async () => {
    const { applicationId } = add()
    bench.database.write.run(
      bench.database.write.build.insertInto('application_mark').values({
        ...{ id: crypto.randomUUID(), body_id: bench.session.body.id, workplace_id: bench.session.workplace.id },
        ...{ application_id: applicationId, reception_id: (await preview())[0]?.receptionId ?? '', kind: 'noticeSent' },
        ...{ occurred_at: '2026-11-20T01:00:00.000Z', recorded_at: '2026-11-20T01:00:00.000Z', author_id: fromId },
      }),
    )
    takeover = takeoverWith({
      form: () => {
        throw new Error('disk')
      },
      sendSoon: () => undefined,
    })
    await expect(async () => carryOut(await preview())).rejects.toThrow('disk')
    expect(rowOf(applicationId)?.specialist_name).toBe(bench.session.account.fullName)
    expect(await preview()).toHaveLength(1)
  })

  test('an outdated page moves nothing of that reception', async () => {
    const { receptionId } = add()
    const { moved, left } = await carryOut([{ receptionId, expectedSequence: 3 }])
    expect(moved).toEqual([])
    expect(left[0]?.why).toContain('уже изменился')
  })

  test('ten minutes after the appointed time somebody may still stand in', async () => {
    add('2026-11-20T08:50:00+07:00')
    expect((await carryOut(await preview())).moved).toHaveLength(1)
  })
})
