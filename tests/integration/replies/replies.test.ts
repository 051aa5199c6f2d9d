import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readAnswer } from '../../../electron/letters/read-answer.ts'
import { makeReceptionService } from '../../../electron/reception/reception-service.ts'
import { makeTurns } from '../../../electron/reception/turns.ts'
import { makeRepliesCare, type RepliesCare } from '../../../electron/replies/replies-care.ts'
import { makeReplyStore } from '../../../electron/replies/reply-store.ts'
import type { ReplyVerdict } from '../../../shared/contract/replies.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import type { LetterKind } from '../../../shared/letters/letter-reading.ts'
import { order121 } from '../../fixtures/calendars.ts'
import { letter, part } from '../../fixtures/letters/mime.ts'
import { storeLetter } from '../../fixtures/store-letter.ts'
import { type CalendarBench, openCalendarBench } from '../../unit/electron/calendar/calendar-bench.ts'
import { registrationOf } from '../../unit/electron/database/fixture.ts'
import { regulation } from '../../unit/shared/reception/history-of.ts'

/** Judging answers on a real database; Friday 20.11.2026, 09:00 in Kuzbass. */
let bench: CalendarBench
let care: RepliesCare
beforeEach(async () => {
  bench = await openCalendarBench()
  const announce = () => undefined
  const receptions = makeReceptionService({
    rows: bench.receptions,
    recordings: {
      begin: () => Promise.reject(new Error('nothing is recorded here')),
      continueFor: () => Promise.reject(new Error('nothing is recorded here')),
      finish: async () => undefined,
      mark: () => undefined,
      documentInterval: () => undefined,
    },
    holdForAbuse: () => undefined,
    regulation,
    helpCards: {
      source: 'x',
      devices: { android: 'а', iphone: 'и', computer: 'к' },
      topics: { sound: 'з', camera: 'к', screen: 'э', document: 'д' },
      cards: [],
    },
    roomInReceptions: () => 100,
    movesTo: bench.moves.movesTo,
    links: bench.links,
    inTurn: makeTurns(),
    onOpenChanged: () => undefined,
    announce,
    clock: bench.clock,
  })
  care = makeRepliesCare({
    readAnswer,
    ...{ write: bench.database.write, place: bench.accounts.place, clock: bench.clock, eventLog: bench.eventLog },
    ...{ regulation: order121, calendar: bench.current, announce, cancelByCitizen: receptions.cancelByCitizen },
    log: { error: (_facts, message) => expect.unreachable(message) },
  })
})
afterEach(() => bench.close())

const noticeId = '<notice-1@priem.example.ru>'

/** An application with a notice that went out on Friday at 08:50. */
async function noticed({ email = 'zimin@example.ru', at = '2026-11-30T09:00:00+07:00', familyName = 'Зимин' } = {}) {
  const registration = registrationOf(bench.session, { receivedOn: '2026-11-20', email, familyName }, at)
  const made = bench.applications.create(registration)
  await unwrap(
    bench.terms.mark(bench.session, {
      receptionId: made.receptionId,
      kind: 'noticeSent',
      occurredLocal: '2026-11-20T08:50',
    }),
  )
  return made
}
function writeNotice(applicationId: string, receptionId: string): void {
  const { write } = bench.database
  write.run(
    write.build.insertInto('notice').values({
      ...{ id: randomUUID(), body_id: bench.accounts.place().bodyId, workplace_id: bench.accounts.place().workplaceId },
      ...{ application_id: applicationId, reception_id: receptionId, kind: 'appointment', sequence: 0 },
      ...{ to_address: 'zimin@example.ru', subject: 's', text: 't', calendar: null, message_id: noticeId },
      ...{ formed_at: '2026-11-20T01:50:00.000Z', author_id: bench.session.account.id },
    }),
  )
}
function answer(
  text: string,
  {
    from = 'zimin@example.ru',
    subject = 'Re: Приём',
    more = [] as string[],
    receivedAt = '2026-11-20T02:00:00.000Z',
    kind = 'reply' as LetterKind,
  } = {},
): string {
  const raw = letter({ from: `Citizen <${from}>`, subject, more }, part(text))
  return storeLetter(bench.database, bench.accounts.place(), { raw, kind, receivedAt })
}
const list = async () => unwrap(care.service.list(bench.session))
const judge = (letterId: string, verdict: ReplyVerdict, applicationId: string | null, note = '') =>
  care.service.judge(bench.session, { letterId, verdict, applicationId, note, receivedAt: null })
const rows = (sql: string) => bench.database.raw.prepare(sql).all()

test('letters of other kinds, however many, crowd no answer out', () => {
  const place = bench.accounts.place()
  const raw = Buffer.from('Subject: x\r\n\r\n')
  const at = (minute: number) => new Date(Date.parse('2026-11-19T02:00:00.000Z') + minute * 60_000).toISOString()
  for (let minute = 0; minute < 505; minute++) {
    storeLetter(bench.database, place, { raw, kind: 'other', receivedAt: at(minute) })
  }
  const answered = answer('Подтверждаю', { receivedAt: at(505) })
  const store = makeReplyStore({ ...bench, ...bench.database, place: bench.accounts.place })
  const waiting = store.waiting('2026-11-01T00:00:00.000Z')
  expect(waiting).toHaveLength(500)
  expect(waiting.at(-1)).toMatchObject({ id: answered, kind: 'reply' })
  // The oldest first; of the others the newest are shown.
  expect(waiting[0]?.receivedAt).toBe(at(6))
})

test('matched by the notice; the confirmation is of the moment the letter came', async () => {
  const { applicationId, receptionId } = await noticed()
  writeNotice(applicationId, receptionId)
  const letterId = answer('Подтверждаю', {
    from: 'daughter@example.ru',
    more: [`In-Reply-To: ${noticeId}`],
    receivedAt: '2026-11-20T01:55:00.000Z',
  })
  const { replies } = await list()
  expect(replies).toMatchObject([
    {
      letterId,
      proposal: 'confirms',
      words: 'Подтверждаю',
      application: {
        applicationId,
        receptionId,
        matchedBy: 'notice',
        late: false,
        mayConfirm: true,
        dueOn: '2026-11-23',
      },
    },
  ])
  expect(care.service.attention()).toMatchObject([
    { kind: 'replyToJudge', subjectId: letterId, receptionId, shortName: 'Зимин П. П.' },
  ])

  expect(await unwrap(judge(letterId, 'confirms', applicationId))).toMatchObject({ replies: [], autoReplies: [] })
  expect(rows("select occurred_at, channel, letter_id from application_mark where kind = 'confirmed'")).toEqual([
    { occurred_at: '2026-11-20T01:55:00.000Z', channel: 'letter', letter_id: letterId },
  ])
  const { terms, confirmation } = await unwrap(bench.terms.ofReception(receptionId))
  expect(terms.find(({ term }) => term.id === 'D5')?.state).toMatchObject({ kind: 'met', late: false })
  expect(confirmation).toMatchObject({ channel: 'letter', authorName: 'Иванова А. П.' })
  expect(rows('select kind from letter_act')).toEqual([{ kind: 'handled' }])
  expect(bench.eventLog.list({ offset: 0, limit: 2 }).map(({ kind, result }) => [kind, result])).toEqual([
    ['confirmationMarked', 'done'],
    ['replyJudged', 'confirms'],
  ])
  expect(care.service.attention()).toEqual([])
})

test('a refusal cancels the reception, writes column 7 and frees the time, also five minutes before', async () => {
  const { applicationId, receptionId } = await noticed({ at: '2026-11-20T09:05:00+07:00' })
  const letterId = answer('Не смогу', { receivedAt: '2026-11-20T02:00:00.000Z' })
  expect((await list()).replies).toMatchObject([
    { proposal: 'declines', application: { matchedBy: 'address', mayDecline: true } },
  ])
  await unwrap(judge(letterId, 'declines', applicationId))
  expect(bench.receptions.stepOf(receptionId)).toBe('cancelled')
  expect(bench.receptions.events(receptionId)).toMatchObject([
    { source: 'letter', action: { kind: 'cancelled', reason: 'refused' } },
  ])
  const [row] = rows('select result, outcome from journal_row') as { result: string; outcome: string }[]
  expect(row?.outcome).toBe('cancelledRefused')
  expect(row?.result).toContain('2.6')
  expect(await judge(letterId, 'declines', applicationId)).toMatchObject({ ok: false, fault: { code: 'stale' } })
})

test('what was confirmed can still be refused', async () => {
  const { applicationId, receptionId } = await noticed()
  await unwrap(judge(answer('Буду'), 'confirms', applicationId))
  const second = answer('Извините, не смогу', { receivedAt: '2026-11-20T01:59:00.000Z' })
  expect((await list()).replies).toMatchObject([
    { application: { mayConfirm: false, mayDecline: true, obstacle: 'Участие уже подтверждено.' } },
  ])
  await unwrap(judge(second, 'declines', applicationId))
  expect(bench.receptions.stepOf(receptionId)).toBe('cancelled')
})

test('a late confirmation asks for a decision', async () => {
  const { applicationId } = await noticed()
  bench.clock.set('2026-11-24T03:00:00Z')
  const letterId = answer('Подтверждаю', { receivedAt: '2026-11-24T02:00:00.000Z' })
  expect((await list()).replies).toMatchObject([{ application: { late: true, dueOn: '2026-11-23', mayConfirm: true } }])
  expect(await judge(letterId, 'confirms', applicationId)).toMatchObject({
    ok: false,
    fault: { code: 'badInput', fields: { note: expect.stringContaining('после срока') } },
  })
  expect(rows('select * from reply_decision')).toEqual([])
  await unwrap(judge(letterId, 'confirms', applicationId, 'был в больнице, решил начальник отдела'))
  expect(rows('select decision, late, note from reply_decision')).toEqual([
    { decision: 'confirms', late: 1, note: 'был в больнице, решил начальник отдела' },
  ])
})

describe('whose answer it is', () => {
  test('by the number in our own subject words, whoever wrote it; the other sender is named', async () => {
    const { applicationId, journalNumber } = await noticed()
    answer('Да', { from: 'neighbour@example.ru', subject: `Re: Приём по видеосвязи, заявка № ${journalNumber}` })
    expect((await list()).replies).toMatchObject([
      { sender: 'neighbour@example.ru', application: { applicationId, matchedBy: 'number', senderIs: 'other' } },
    ])
  })

  test('a bare number in a subject is not ours: nobody is chosen, the sender is shown', async () => {
    const { journalNumber } = await noticed()
    for (const subject of [`приказ № ${journalNumber}`, `Re: дом № ${journalNumber}`, `Re: № ${journalNumber}`]) {
      answer('Подтверждаю', { from: 'neighbour@example.ru', subject })
    }
    const { replies } = await list()
    expect(replies).toHaveLength(3)
    for (const { application, candidates, sender } of replies) {
      expect({ application, candidates, sender }).toEqual({
        ...{ application: null, candidates: [], sender: 'neighbour@example.ru' },
      })
    }
  })

  test('two applicants with one e-mail: neither is chosen, both are offered, one is judged by hand', async () => {
    const first = await noticed({ email: 'family@example.ru' })
    const second = await noticed({ email: 'family@example.ru', familyName: 'Зимина', at: '2026-11-30T10:00:00+07:00' })
    const letterId = answer('Подтверждаю', { from: 'family@example.ru', subject: 'Re: приём' })
    const [reply] = (await list()).replies
    expect(reply?.application).toBeNull()
    expect(reply?.candidates.map(({ applicationId }) => applicationId).sort()).toEqual(
      [first.applicationId, second.applicationId].sort(),
    )
    expect(await judge(letterId, 'confirms', null)).toMatchObject({ ok: false, fault: { code: 'notFound' } })
    await unwrap(judge(letterId, 'confirms', second.applicationId))
    expect(rows("select reception_id from application_mark where kind = 'confirmed'")).toEqual([
      { reception_id: second.receptionId },
    ])
  })

  test('nothing fits: said so, found by name or number, judged by hand', async () => {
    const { applicationId, receptionId } = await noticed()
    await noticed({ email: 'kotov@example.ru', familyName: 'Котов' })
    const letterId = answer('Подтверждаю', { from: 'other@example.ru' })
    expect((await list()).replies).toMatchObject([{ application: null, sender: 'other@example.ru' }])
    expect(care.service.attention()).toMatchObject([{ receptionId: null, shortName: null }])
    expect(await judge(letterId, 'confirms', null)).toMatchObject({ ok: false, fault: { code: 'notFound' } })
    expect(await unwrap(care.service.candidates(letterId, ''))).toEqual([])
    expect(await unwrap(care.service.candidates(letterId, 'зим'))).toMatchObject([{ applicationId, matchedBy: 'hand' }])
    expect(await unwrap(care.service.candidates(letterId, '№ 2'))).toMatchObject([{ shortName: 'Котов П. П.' }])
    await unwrap(judge(letterId, 'confirms', applicationId))
    expect(rows("select reception_id from application_mark where kind = 'confirmed'")).toEqual([
      { reception_id: receptionId },
    ])
  })

  test('a letter that is no reply by its head counts where its sender has an open application', async () => {
    const { applicationId } = await noticed()
    answer('Подтверждаю участие', { subject: 'Приём', kind: 'other' })
    answer('Скидки', { from: 'shop@example.ru', subject: 'Скидки', kind: 'other' })
    expect((await list()).replies).toMatchObject([
      { proposal: 'confirms', application: { applicationId, matchedBy: 'address' } },
    ])
  })

  test('not about it: put aside, nothing else changes', async () => {
    const { applicationId, receptionId } = await noticed()
    await unwrap(judge(answer('Когда выплата?'), 'neither', applicationId))
    expect((await list()).replies).toEqual([])
    expect(rows('select decision, application_id from reply_decision')).toEqual([
      { decision: 'neither', application_id: null },
    ])
    expect((await unwrap(bench.terms.ofReception(receptionId))).confirmation).toBeNull()
  })
})

test('an automatic answer is shown and can never be judged', async () => {
  const { applicationId } = await noticed()
  const letterId = answer('Подтверждаю получение', { kind: 'autoReply', more: ['Auto-Submitted: auto-replied'] })
  const { replies, autoReplies } = await list()
  expect(replies).toEqual([])
  expect(autoReplies).toMatchObject([{ letterId, application: { applicationId } }])
  expect(care.service.attention()).toEqual([])
  expect(await judge(letterId, 'confirms', applicationId)).toMatchObject({ ok: false, fault: { code: 'stale' } })
  expect(rows("select * from application_mark where kind = 'confirmed'")).toEqual([])
})

test('before the notice nothing can be confirmed, only refused', async () => {
  const { receptionId, applicationId } = bench.add('2026-11-20')
  bench.database.raw.prepare("update application set email = 'zimin@example.ru'").run()
  const letterId = answer('Подтверждаю')
  expect((await list()).replies).toMatchObject([{ application: { mayConfirm: false, mayDecline: true } }])
  expect(await judge(letterId, 'confirms', applicationId)).toMatchObject({
    ok: false,
    fault: { code: 'refusedByRule' },
  })
  await unwrap(judge(letterId, 'declines', applicationId))
  expect(bench.receptions.stepOf(receptionId)).toBe('cancelled')
})

test('an answer to the notice itself is no older than it, whatever the two clocks say', async () => {
  const { applicationId, receptionId } = await noticed()
  writeNotice(applicationId, receptionId)
  const more = [`In-Reply-To: ${noticeId}`]
  // A mailbox tells whole seconds, and its clock is not ours.
  const letterId = answer('Подтверждаю', { more, receivedAt: '2026-11-20T01:49:59.000Z' })
  expect((await list()).replies).toMatchObject([{ letterId, application: { matchedBy: 'notice', mayConfirm: true } }])
  await unwrap(judge(letterId, 'confirms', applicationId))
  expect(rows("select occurred_at from application_mark where kind = 'confirmed'")).toEqual([
    { occurred_at: '2026-11-20T01:49:59.000Z' },
  ])
})

test('two people judge the same letter at once: one of them is told', async () => {
  const { applicationId } = await noticed()
  const letterId = answer('Не смогу')
  const answers = await Promise.all([
    judge(letterId, 'declines', applicationId),
    judge(letterId, 'declines', applicationId),
    judge(letterId, 'confirms', applicationId),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(rows('select * from reply_decision')).toHaveLength(1)
  expect(rows('select * from letter_act')).toHaveLength(1)
})

test('a letter set aside in the mailroom is not asked about', async () => {
  await noticed()
  const letterId = answer('Подтверждаю')
  const { write } = bench.database
  const { bodyId, workplaceId } = bench.accounts.place()
  const act = (kind: 'setAside' | 'takenBack') =>
    write.run(
      write.build.insertInto('letter_act').values({
        ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, letter_id: letterId, kind, reason: '' },
        ...{ author_id: bench.session.account.id, at: '2026-11-20T02:00:00.000Z' },
      }),
    )
  act('setAside')
  expect((await list()).replies).toEqual([])
  act('takenBack')
  expect((await list()).replies).toHaveLength(1)
})
