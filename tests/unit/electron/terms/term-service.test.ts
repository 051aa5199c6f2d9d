import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WriteDb } from '../../../../electron/database/handles.ts'
import { makeTermStore } from '../../../../electron/terms/term-store.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { type CalendarBench, openCalendarBench } from '../calendar/calendar-bench.ts'

let bench: CalendarBench
beforeEach(async () => {
  bench = await openCalendarBench()
})
afterEach(() => bench.close())

const termsOf = async (receptionId: string) => {
  const { terms, mayMark } = await unwrap(bench.terms.ofReception(receptionId))
  return { kinds: Object.fromEntries(terms.map(({ term, state }) => [term.id, state.kind])), mayMark }
}
const mark = (receptionId: string, kind: 'noticeSent' | 'confirmed', occurredLocal: string) =>
  bench.terms.mark(bench.session, { receptionId, kind, occurredLocal })

test('from the receipt over the notice to the confirmation', async () => {
  const { receptionId } = bench.add('2026-11-20')
  expect(await termsOf(receptionId)).toEqual({
    kinds: { D1: 'notStarted', D2: 'running', D3: 'notStarted', D4: 'notStarted', D5: 'notStarted' },
    mayMark: ['noticeSent'],
  })
  await unwrap(mark(receptionId, 'noticeSent', '2026-11-20T08:50'))
  expect(await termsOf(receptionId)).toMatchObject({
    kinds: { D2: 'met', D3: 'met', D5: 'running' },
    mayMark: ['confirmed'],
  })
  await unwrap(mark(receptionId, 'confirmed', '2026-11-20T08:55'))
  expect(await termsOf(receptionId)).toMatchObject({ kinds: { D5: 'met' }, mayMark: [] })
  const kinds = bench.eventLog.list({ offset: 0, limit: 2 }).map(({ kind }) => kind)
  expect(kinds).toEqual(['confirmationMarked', 'noticeMarked'])
})

test('a notice without a link cannot have been sent', async () => {
  const { receptionId } = bench.add('2026-11-20', '2026-11-30T09:00:00+07:00', false)
  expect((await termsOf(receptionId)).mayMark).toEqual([])
  expect(mark(receptionId, 'noticeSent', '2026-11-20T08:50')).toMatchObject({ ok: false, fault: { code: 'stale' } })
})

test.each([
  ['2026-11-20T09:01', 'Это время ещё не наступило'],
  ['2026-11-19T23:59', 'Это раньше дня поступления заявки'],
  ['2026-02-30T09:00', 'Такого времени нет в календаре'],
])('a notice of %s is refused', (occurredLocal, message) => {
  const { receptionId } = bench.add('2026-11-20')
  expect(mark(receptionId, 'noticeSent', occurredLocal)).toMatchObject({
    ok: false,
    fault: { code: 'badInput', fields: { occurredLocal: message } },
  })
})

test('a confirmation before its notice is refused, and nothing is noted twice', async () => {
  const { receptionId } = bench.add('2026-11-20')
  await unwrap(mark(receptionId, 'noticeSent', '2026-11-20T08:50'))
  expect(mark(receptionId, 'noticeSent', '2026-11-20T08:50')).toMatchObject({ ok: false, fault: { code: 'stale' } })
  expect(mark(receptionId, 'confirmed', '2026-11-20T08:49')).toMatchObject({
    ok: false,
    fault: { fields: { occurredLocal: 'Это раньше отправки уведомления' } },
  })
})

test('what asks for attention: ending today and over, until it is noted or the reception is over', async () => {
  const { receptionId } = bench.add('2026-11-17')
  const kinds = () => bench.terms.dueTerms().map(({ kind, term }) => `${kind} ${term?.rule.id}`)
  expect(kinds()).toEqual(['termToday D2'])
  bench.clock.set('2026-11-20T17:00:00Z')
  expect(kinds()).toEqual(['termOverdue D2'])
  await unwrap(mark(receptionId, 'noticeSent', '2026-11-20T20:00'))
  expect(kinds()).toEqual([])
  bench.clock.set('2026-11-23T02:00:00Z')
  expect(kinds()).toEqual(['termToday D5'])
  bench.clock.set('2026-11-24T02:00:00Z')
  expect(bench.terms.dueTerms()).toMatchObject([
    { kind: 'termOverdue', receptionId, day: '2026-11-30', holdsDay: false, shortName: 'Петров П. П.' },
  ])
  bench.database.raw.prepare("update reception set step = 'closed'").run()
  expect(kinds()).toEqual([])
  expect((await termsOf(receptionId)).kinds).toMatchObject({ D2: 'met', D5: 'unmarked' })
})

test.each([
  ['fault', 'D5: met'],
  ['citizenAsked', 'D5: notStarted'],
] as const)('after a move by «%s»: %s', async (reason, expected) => {
  const { applicationId, receptionId } = bench.add('2026-11-20')
  await unwrap(mark(receptionId, 'noticeSent', '2026-11-20T08:50'))
  await unwrap(mark(receptionId, 'confirmed', '2026-11-20T08:55'))
  const at = '2026-11-20T02:00:00.000Z'
  const toReceptionId = crypto.randomUUID()
  bench.moves.move({
    ...{ fromReceptionId: receptionId, toReceptionId, appointedAt: '2026-12-01T09:00:00+07:00', specialist: null },
    ...{ isNewLink: false, confirmationValid: reason === 'fault' },
    ...{ link: null, reason, basis: null, overruled: null },
    ...{ resultText: '', authorId: bench.session.account.id, movedAt: at },
    events: [
      {
        event: {
          ...{ sequence: 0, occurredAt: at, recordedAt: at, authorId: bench.session.account.id, source: 'hand' },
          action: { kind: 'moving', reason },
        },
        step: 'moving',
      },
      {
        event: {
          ...{ sequence: 1, occurredAt: at, recordedAt: at, authorId: bench.session.account.id, source: 'hand' },
          action: { kind: 'moved', toReceptionId },
        },
        step: 'moved',
      },
    ],
    journal: { consideration: '', result: '', outcome: null, step: 'scheduled' },
  })
  // Asked of the old reception or of the new one: it is the same application.
  for (const asked of [receptionId, toReceptionId]) {
    const answer = await unwrap(bench.terms.ofReception(asked))
    expect(answer.applicationId).toBe(applicationId)
    expect(`D5: ${answer.terms.find(({ term }) => term.id === 'D5')?.state.kind}`).toBe(expected)
    expect(answer.terms.find(({ term }) => term.id === 'D2')?.state.kind).toBe('met')
  }
})

test('an unknown reception', () => {
  const receptionId = crypto.randomUUID()
  expect(bench.terms.ofReception(receptionId)).toMatchObject({ ok: false, fault: { code: 'notFound' } })
  expect(mark(receptionId, 'confirmed', '2026-11-20T08:00')).toMatchObject({ ok: false, fault: { code: 'notFound' } })
})

test('the open applications of a year are counted with no more queries than one', () => {
  const { write } = bench.database
  let asked = 0
  const counted: WriteDb = {
    ...write,
    prepareRead: sql => {
      const statement = write.prepareRead<never>(sql)
      const count = (ask: () => never[]) => {
        asked += 1
        return ask()
      }
      return {
        all: (...values) => count(() => statement.all(...values)),
        first: (...values) => count(() => statement.all(...values))[0],
      }
    },
  }
  const { eventLog, accounts, clock } = bench
  const store = makeTermStore({ write: counted, place: accounts.place, clock, eventLog })
  const queriesOf = () => {
    asked = 0
    return { count: store.open().length, asked }
  }
  bench.add('2026-11-20')
  const one = queriesOf()
  for (let more = 0; more < 40; more += 1) bench.add('2026-11-20', '2026-11-30T09:00:00+07:00')
  const many = queriesOf()
  expect([one.count, many.count]).toEqual([1, 41])
  expect(many.asked).toBe(one.asked)
})
