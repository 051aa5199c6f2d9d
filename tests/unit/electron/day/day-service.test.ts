import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readLogCode } from '../../../../electron/accounts/log-code.ts'
import { makeAttentionStore } from '../../../../electron/day/attention-store.ts'
import type { MailFacts } from '../../../../electron/day/closing-lines.ts'
import { type DayService, makeDayService } from '../../../../electron/day/day-service.ts'
import { makeDayStore } from '../../../../electron/day/day-store.ts'
import type { FirstDayFacts } from '../../../../electron/day/first-steps.ts'
import type { AttentionItem, DayState } from '../../../../shared/contract/day.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import type { ReceptionAction } from '../../../../shared/reception/event.ts'
import { provenMail } from '../../../fixtures/day-state.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

/** Friday 20.11.2026; 09:00 local is 02:00Z. */
let stores: ReturnType<typeof openStores>
let day: DayService
let roomInReceptions: number
let dueTerms: AttentionItem[]
let mail: MailFacts
let firstDay: Omit<FirstDayFacts, 'incoming'>

beforeEach(() => {
  stores = openStores()
  roomInReceptions = 100
  dueTerms = []
  mail = provenMail
  firstDay = { equipment: { check: null, fullDue: true }, roles: new Set(), letters: 0 }
  const common = { ...stores.database, place: stores.accounts.place, eventLog: stores.eventLog, clock: stores.clock }
  day = makeDayService({
    attention: makeAttentionStore({
      ...common,
      recordingExpected: ['held', 'heldGeneral'],
      headReview: ['emergency', 'other'],
    }),
    store: makeDayStore(common),
    rows: stores.receptions,
    roomInReceptions: () => roomInReceptions,
    askers: [() => dueTerms],
    mail: () => mail,
    firstDay: () => firstDay,
    announce: () => undefined,
    clock: stores.clock,
  })
})
afterEach(() => stores.close())

const add = (appointedAt: string, link = true) => {
  const registration = registrationOf(stores.session, {}, appointedAt)
  return stores.applications.create({ ...registration, link: link ? registration.link : null }).receptionId
}
const state = () => unwrap(day.state(stores.session))
const kinds = async () => (await state()).items.map(({ kind }) => kind)

/** The reception stands at a step, as the service would have left it. */
function write(receptionId: string, action: ReceptionAction, step: string, outcome?: 'held' | 'fault' | 'other') {
  const at = new Date(stores.clock.nowMs()).toISOString()
  const sequence = stores.receptions.events(receptionId).length
  stores.receptions.append(
    receptionId,
    { sequence, occurredAt: at, recordedAt: at, authorId: stores.session.account.id, source: 'hand', action },
    { step, ...(outcome ? { outcome, result: 'Приём проведён.' } : {}) },
  )
}
const closeIt = (receptionId: string, outcome: 'held' | 'fault' | 'other', needsWrittenReply = false) =>
  write(receptionId, { kind: 'closed', outcome, resultText: 'Приём проведён.', needsWrittenReply }, 'closed', outcome)

describe('what requires attention', () => {
  test('an ordinary morning: nothing', async () => {
    add('2026-11-20T09:00:00+07:00')
    const { lines, ...rest } = await state()
    expect(rest).toEqual({ date: '2026-11-20', items: [], todo: [], firstSteps: null, remaining: 1, closing: null })
    expect(lines.filter(({ standing }) => standing !== 'proven')).toMatchObject([
      {
        name: 'receptions',
        standing: 'open',
        holdsDay: true,
        cases: [{ kind: 'stillToCome', shortName: 'Петров П. П.' }],
      },
    ])
  })

  test.each<[string, string, string, DayState['items'][number]['kind'][]]>([
    ['an hour late and nobody opened it', '2026-11-20T09:00:00+07:00', '2026-11-20T03:01:00Z', ['notHeld']],
    ['59 minutes late: the one before may last', '2026-11-20T09:00:00+07:00', '2026-11-20T02:59:00Z', []],
    ['left over from yesterday', '2026-11-19T18:00:00+07:00', '2026-11-19T17:00:00Z', ['notHeld']],
    ['the day after tomorrow is not looked at', '2026-11-22T09:00:00+07:00', '2026-11-20T02:00:00Z', []],
  ])('%s', async (_name, appointedAt, now, expected) => {
    add(appointedAt)
    stores.clock.set(now)
    expect(await kinds()).toEqual(expected)
  })

  test.each([
    ['2026-11-20T17:00:00+07:00', ['noLink']],
    ['2026-11-21T09:00:00+07:00', ['noLink']],
    ['2026-11-22T09:00:00+07:00', []],
  ])('without a link, appointed at %s', async (appointedAt, expected) => {
    add(appointedAt, false)
    expect(await kinds()).toEqual(expected)
  })

  test('a term that is over stands with what holds the day, one that ends today before the rest; neither holds it', async () => {
    add('2026-11-20T17:00:00+07:00', false)
    const term = (kind: AttentionItem['kind']): AttentionItem => ({
      ...{ kind, subjectId: null, receptionId: null, recordingId: null, applicationId: null, day: '2026-11-30' },
      ...{ journalNumber: 1, shortName: 'Ким А. В.', term: null, holdsDay: false },
    })
    dueTerms = [term('termToday'), term('termOverdue')]
    expect(await kinds()).toEqual(['termOverdue', 'termToday', 'noLink'])
  })

  test('a step of the machine left open: moving and closing at once, a talk only from yesterday', async () => {
    const [moving, closing, talking] = ['09:00', '10:00', '11:00'].map(time => add(`2026-11-20T${time}:00+07:00`))
    write(moving ?? '', { kind: 'moving', reason: 'citizenAsked' }, 'moving')
    write(closing ?? '', { kind: 'talkEnded' }, 'closing')
    write(talking ?? '', { kind: 'roomOpened' }, 'waiting')
    expect(await kinds()).toEqual(['moving', 'unfinished'])
    stores.clock.set('2026-11-20T18:00:00Z')
    expect(await kinds()).toEqual(['moving', 'unfinished', 'unfinished'])
  })

  test('held and no recording; answered once, it is gone, the words stay', async () => {
    const receptionId = add('2026-11-20T09:00:00+07:00')
    closeIt(receptionId, 'held')
    const [item] = (await state()).items
    expect(item).toMatchObject({ kind: 'recordingMissing', subjectId: receptionId, shortName: 'Петров П. П.' })
    const answer = { kind: 'recordingMissing', subjectId: receptionId, note: 'отключение света, акт № 1' } as const
    expect((await unwrap(day.answer(stores.session, answer))).items).toEqual([])
    expect(day.answer(stores.session, answer)).toMatchObject({ ok: false, fault: { code: 'notFound' } })
    const { select } = stores.database.read
    expect(stores.database.read.all(select.selectFrom('attention_note').selectAll())).toMatchObject([
      { subject_id: receptionId, note: answer.note, author_id: stores.session.account.id },
    ])
    expect(stores.eventLog.list({ offset: 0, limit: 1 })).toMatchObject([{ kind: 'attentionAnswered' }])
  })

  test('a written reply is asked for until it is answered, and no more once the reception is reopened', async () => {
    const receptionId = add('2026-11-20T09:00:00+07:00')
    closeIt(receptionId, 'fault', true)
    expect(await kinds()).toEqual(['writtenReply'])
    write(receptionId, { kind: 'reopened', reason: 'подключился' }, 'waiting')
    expect(await kinds()).toEqual([])
    closeIt(receptionId, 'fault', true)
    expect(await kinds()).toEqual(['writtenReply'])
  })

  test('an end the order does not settle is for a head alone, who answers it once; it never holds the day', async () => {
    const receptionId = add('2026-11-20T09:00:00+07:00')
    closeIt(receptionId, 'other')
    expect(await kinds()).toEqual([])
    const head = { ...stores.session, account: { ...stores.session.account, role: 'head' as const } }
    const [item] = (await unwrap(day.state(head))).items
    expect(item).toMatchObject({ kind: 'headReview', subjectId: receptionId, holdsDay: false })
    const answer = { kind: 'headReview', subjectId: receptionId, note: 'приём назначить заново' } as const
    expect(day.answer(stores.session, answer)).toMatchObject({ ok: false, fault: { code: 'notFound' } })
    expect((await unwrap(day.answer(head, answer))).items).toEqual([])
    expect((await unwrap(day.close(stores.session))).closing).not.toBeNull()
  })

  test('the disk holds fewer receptions than are to come; it stands on top', async () => {
    add('2026-11-20T09:00:00+07:00', false)
    add('2026-11-20T10:00:00+07:00')
    roomInReceptions = 1
    expect(await kinds()).toEqual(['fewRoom', 'noLink'])
  })
})

describe('the end of the day', () => {
  test('not while a reception is to come, nor while something holds it', async () => {
    const receptionId = add('2026-11-20T09:00:00+07:00')
    expect(day.close(stores.session)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
    closeIt(receptionId, 'held')
    expect(day.close(stores.session)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  })

  test('closed with author and time, opened again with a reason, closed again', async () => {
    closeIt(add('2026-11-20T09:00:00+07:00'), 'fault', true)
    stores.clock.set('2026-11-20T10:40:00Z')
    expect((await unwrap(day.close(stores.session))).closing).toEqual({
      at: '2026-11-20T10:40:00.000Z',
      authorName: 'Иванова А. П.',
    })
    expect(day.close(stores.session)).toMatchObject({ ok: false, fault: { code: 'stale' } })
    expect((await unwrap(day.reopen(stores.session, 'гражданин подключился позже'))).closing).toBeNull()
    expect(day.reopen(stores.session, 'ещё раз')).toMatchObject({ ok: false, fault: { code: 'stale' } })
    expect((await unwrap(day.close(stores.session))).closing).not.toBeNull()
    const logged = stores.eventLog.list({ offset: 0, limit: 3 }).map(({ kind }) => kind)
    expect(logged).toEqual(['dayClosed', 'dayReopened', 'dayClosed'])
  })

  test('tomorrow is another day', async () => {
    await unwrap(day.close(stores.session))
    stores.clock.set('2026-11-21T02:00:00Z')
    expect((await state()).closing).toBeNull()
  })
})

test('the day sheet: who is still to come, with the phone; printing it is written down', async () => {
  const over = add('2026-11-20T09:00:00+07:00')
  add('2026-11-20T10:00:00+07:00')
  add('2026-11-21T10:00:00+07:00')
  closeIt(over, 'fault')
  expect(await unwrap(day.sheet(stores.session, '2026-11-20'))).toEqual({
    date: '2026-11-20',
    rows: [{ appointedAt: '2026-11-20T03:00:00.000Z', shortName: 'Петров П. П.', phone: '+7 913 555-01-02' }],
    logHead: { line: expect.any(Number), at: expect.any(String), code: expect.any(String) },
  })
  const [printed] = stores.eventLog.list({ offset: 0, limit: 1 })
  expect(printed).toMatchObject({ kind: 'daySheetPrinted' })
  // The strip speaks of that very line.
  const { logHead } = await unwrap(day.sheet(stores.session, '2026-11-20'))
  const [again] = stores.eventLog.list({ offset: 0, limit: 1 })
  expect(logHead).toMatchObject({ line: again?.sequence, at: again?.at })
  const start = readLogCode({ sequence: logHead.line, day: '2026-11-20' }, logHead.code) ?? 'mistyped'
  expect(again?.hash.startsWith(start)).toBe(true)
})

test('the checklist of the first day stands until the first application, whatever became of it', async () => {
  mail = { ...provenMail, incoming: 'none' }
  expect((await state()).firstSteps?.map(({ found }) => found)).toEqual([
    ...['equipmentUnchecked', 'mailMissing', 'noSpecialist', 'noLetter'],
  ])
  add('2026-12-20T09:00:00+07:00')
  expect((await state()).firstSteps).toBeNull()
})

test('the day is closed over mail nobody answers for, and says that it is not known', async () => {
  mail = { ...provenMail, outgoing: 'noServer', incoming: 'none' }
  const { lines } = await unwrap(day.close(stores.session))
  expect(lines.filter(({ standing }) => standing !== 'proven')).toMatchObject([
    { name: 'notices', standing: 'unknown', unknownBecause: 'noOutgoingMail' },
    { name: 'letters', standing: 'unknown', unknownBecause: 'noIncomingMail' },
    { name: 'replies', standing: 'unknown', unknownBecause: 'noIncomingMail' },
  ])
})
