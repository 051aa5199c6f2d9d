import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCorrectionStore } from '../../../../electron/journal/correction-store.ts'
import { makeJournalHistory } from '../../../../electron/journal/journal-history.ts'
import { makeJournalService } from '../../../../electron/journal/journal-service.ts'
import { readRegulation } from '../../../../electron/regulation/read-regulation.ts'
import type { Session } from '../../../../shared/contract/accounts.ts'
import type { CorrectableColumn, JournalEntry, NewCorrection } from '../../../../shared/contract/journal.ts'
import type { Reply } from '../../../../shared/contract/reply.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let applicationId: string
let receptionId: string
let announced: string[]
const result = '20.11.2026, 09:02–09:16. Личный прием проведен.'

beforeEach(() => {
  stores = openStores()
  ;({ applicationId, receptionId } = stores.applications.create(registrationOf(stores.session)))
  announced = []
})
afterEach(() => stores.close())

const regulation = await readRegulation('resources/regulations/kuzbass-121.json')
function service() {
  const { read, write } = stores.database
  const { accounts, clock, eventLog, journalProjection: journal } = stores
  return makeJournalService({
    store: stores.journal,
    history: makeJournalHistory({ read, eventsOf: stores.receptions.events, recordingsOf: () => [] }),
    corrections: makeCorrectionStore({ read, write, clock, eventLog, journal, place: accounts.place }),
    eventLog,
    regulation,
    announce: ({ kind }) => announced.push(kind),
  })
}
const correct = (changes: Partial<NewCorrection>, who: Session = stores.session) =>
  service().correct(who, {
    applicationId,
    column: 'topic',
    before: 'Субсидия на оплату ЖКУ',
    after: 'Социальный контракт',
    reason: 'Ошибка при внесении',
    ...changes,
  })
const entryOf = (reply: Reply<JournalEntry>): JournalEntry => {
  if (!reply.ok) throw new Error(reply.fault.hint)
  return reply.value
}
const found = (search: string): number =>
  stores.journal.list({
    filter: { search, from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false },
    offset: 0,
    limit: 10,
  }).total
const codeOf = (reply: Reply<unknown>) => (reply.ok ? 'done' : reply.fault.code)

test('the row shows the new text, marked; the first one, the reason and the author stay', () => {
  stores.clock.set('2026-11-21T03:00:00Z')
  const entry = entryOf(correct({}))
  expect(entry.row).toMatchObject({ topic: 'Социальный контракт', corrected: ['topic'] })
  expect(entry.written.topic).toBe('Субсидия на оплату ЖКУ')
  expect(entry.corrections).toEqual([
    {
      sequence: 0,
      column: 'topic',
      before: 'Субсидия на оплату ЖКУ',
      after: 'Социальный контракт',
      reason: 'Ошибка при внесении',
      authorName: 'Иванова А. П.',
      correctedAt: '2026-11-21T03:00:00.000Z',
    },
  ])
  expect(announced).toEqual(['journalChanged'])
  expect(stores.eventLog.list({ offset: 0, limit: 1 })[0]).toMatchObject({
    kind: 'journalCorrected',
    objects: JSON.stringify({ applicationId, receptionId }),
  })
})

test('the search finds both texts', () => {
  correct({})
  expect([found('субсидия'), found('социальный контракт')]).toEqual([1, 1])
})

test('another correction takes it back: no mark, the history keeps both', () => {
  correct({})
  const entry = entryOf(
    correct({ before: 'Социальный контракт', after: 'Субсидия на оплату ЖКУ', reason: 'Было верно' }),
  )
  expect(entry.row).toMatchObject({ topic: 'Субсидия на оплату ЖКУ', corrected: [] })
  expect(entry.corrections.map(({ reason }) => reason)).toEqual(['Ошибка при внесении', 'Было верно'])
  expect(found('контракт')).toBe(0)
})

test.each<[CorrectableColumn, string, boolean, string]>([
  ['fullName', 'Петров Пётр Петрович', false, 'done'],
  ['specialistName', 'Иванова Анна Петровна', false, 'done'],
  ['result', '', false, 'refusedByRule'],
  ['result', result, true, 'done'],
])('column %s of «%s», closed: %s → %s', (column, before, closed, code) => {
  if (closed) stores.receptions.updateJournal(receptionId, { result, outcome: 'held' })
  expect(codeOf(correct({ column, before, after: 'Новый текст' }))).toBe(code)
})

test('a text that changed meanwhile is not written over', () => {
  correct({})
  expect(codeOf(correct({ after: 'Выплата на третьего ребёнка' }))).toBe('stale')
  expect(
    entryOf(service().entry(stores.session, { applicationId, viewId: crypto.randomUUID() })).corrections,
  ).toHaveLength(1)
})

test('the same text is no correction', () => {
  expect(codeOf(correct({ after: 'Субсидия на оплату ЖКУ' }))).toBe('badInput')
})

test('another specialist may look and not correct; a head may', () => {
  const other = stores.accounts.addAccount({ fullName: 'Орлова Ольга', position: 'специалист', role: 'specialist' })
  const head = stores.accounts.addAccount({ fullName: 'Громова Инна', position: 'начальник', role: 'head' })
  expect(
    entryOf(service().entry({ ...stores.session, account: other }, { applicationId, viewId: crypto.randomUUID() }))
      .mayCorrect,
  ).toEqual([])
  expect(codeOf(correct({}, { ...stores.session, account: other }))).toBe('notAllowed')
  expect(codeOf(correct({}, { ...stores.session, account: head }))).toBe('done')
})

test('who stood in and acted in the reception may put its row right', () => {
  const standIn = stores.accounts.addAccount({ fullName: 'Орлова Ольга', position: 'специалист', role: 'specialist' })
  const at = new Date(stores.clock.nowMs()).toISOString()
  stores.receptions.append(
    receptionId,
    {
      sequence: 0,
      occurredAt: at,
      recordedAt: at,
      authorId: standIn.id,
      source: 'hand',
      action: { kind: 'roomOpened' },
    },
    { step: 'waiting' },
  )
  expect(codeOf(correct({}, { ...stores.session, account: standIn }))).toBe('done')
})

test('a result written anew (a reopened reception) ends the correction of the old one', () => {
  stores.receptions.updateJournal(receptionId, { result, outcome: 'held' })
  correct({ column: 'result', before: result, after: 'Исправленный результат.' })
  stores.receptions.updateJournal(receptionId, { result: 'Второй результат.' })
  const { row, corrections } = entryOf(service().entry(stores.session, { applicationId, viewId: crypto.randomUUID() }))
  expect(row).toMatchObject({ result: 'Второй результат.', corrected: [] })
  expect(corrections).toHaveLength(1)
})

test('a recording list shows the corrected name', () => {
  correct({ column: 'fullName', before: 'Петров Пётр Петрович', after: 'Петрова Полина Петровна' })
  expect(entryOf(service().entry(stores.session, { applicationId, viewId: crypto.randomUUID() })).row.fullName).toBe(
    'Петрова Полина Петровна',
  )
  expect(found('петров полина')).toBe(1)
})

test('who opened a row is told, newest first, and nobody for another row', () => {
  const journal = service()
  const open = () => journal.entry(stores.session, { applicationId, viewId: crypto.randomUUID() })
  expect(journal.looks(applicationId)).toMatchObject({ ok: true, value: [] })
  stores.clock.set('2026-11-21T03:00:00Z')
  open()
  stores.clock.set('2026-11-21T04:00:00Z')
  open()
  const looks = journal.looks(applicationId)
  expect(looks.ok && looks.value.map(({ at }) => Date.parse(at))).toEqual(
    ['2026-11-21T04:00:00Z', '2026-11-21T03:00:00Z'].map(at => Date.parse(at)),
  )
  expect(looks.ok && looks.value.every(({ name }) => name !== '' && name !== 'Программа')).toBe(true)
  const other = stores.applications.create(registrationOf(stores.session)).applicationId
  expect(journal.looks(other)).toMatchObject({ ok: true, value: [] })
  expect(codeOf(journal.looks(crypto.randomUUID()))).toBe('notFound')
})

test('opening a row is one line of the event log, however often it is read again', () => {
  const views = () => stores.eventLog.count({ kind: 'journalRowViewed' })
  const journal = service()
  const viewId = crypto.randomUUID()
  for (let times = 0; times < 3; times += 1) journal.entry(stores.session, { applicationId, viewId })
  expect(views()).toBe(1)
  journal.entry(stores.session, { applicationId, viewId: crypto.randomUUID() })
  expect(views()).toBe(2)
  journal.entry(stores.session, { applicationId: crypto.randomUUID(), viewId: crypto.randomUUID() })
  expect(views()).toBe(2)
  expect(stores.eventLog.list({ offset: 0, limit: 1 })[0]).toMatchObject({
    objects: JSON.stringify({ applicationId, receptionId }),
  })
})
