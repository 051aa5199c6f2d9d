import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ReceptionAction, ReceptionEvent } from '../../../../shared/reception/event.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let receptionId: string
beforeEach(() => {
  stores = openStores()
  receptionId = stores.applications.create(registrationOf(stores.session)).receptionId
})
afterEach(() => stores.close())

const event = (sequence: number, action: ReceptionAction = { kind: 'roomOpened' }): ReceptionEvent => ({
  sequence,
  occurredAt: '2026-11-20T09:00:00+07:00',
  recordedAt: '2026-11-20T02:00:04.120Z',
  authorId: stores.session.account.id,
  source: 'hand',
  action,
})
const append = (sequence: number, action?: ReceptionAction, step = 'waiting') =>
  stores.receptions.append(receptionId, event(sequence, action), { step })
const journalRow = () => {
  const filter = { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false }
  return stores.journal.list({ filter, offset: 0, limit: 1 }).rows[0]
}
const found = (search: string) => {
  const filter = { search, from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false }
  return stores.journal.list({ filter, offset: 0, limit: 1 }).total
}

test('events come back as they were written, in order', () => {
  const written = [event(0), event(1, { kind: 'lampLit', lamp: 'audible' }), event(2, { kind: 'citizenConnected' })]
  for (const one of written) expect(stores.receptions.append(receptionId, one, { step: 'waiting' })).toBe('appended')
  expect(stores.receptions.events(receptionId)).toEqual(written)
})

test.each([
  ['a double press', 0],
  ['a page that missed an event', 5],
])('%s is stale and writes nothing', (_name, sequence) => {
  append(0)
  const audit = stores.eventLog.list({ offset: 0, limit: 100 }).length
  expect(append(sequence, { kind: 'citizenConnected' }, 'notifying')).toBe('stale')
  expect(stores.receptions.events(receptionId)).toEqual([event(0)])
  expect(stores.eventLog.list({ offset: 0, limit: 100 })).toHaveLength(audit)
})

test('an event, its step, the journal row, its search and the audit line are one transaction', () => {
  const closed: ReceptionAction = {
    kind: 'closed',
    outcome: 'held',
    resultText: 'Личный прием проведен. Даны разъяснения о перерасчёте.',
    needsWrittenReply: false,
  }
  stores.receptions.append(receptionId, event(0, closed), {
    step: 'closed',
    result: closed.resultText,
    outcome: 'held',
    consideration: 'Назначен на 20.11.2026 09:00.',
  })
  expect(journalRow()).toMatchObject({ result: closed.resultText, outcome: 'held' })
  expect(found('перерасчет')).toBe(1)
  expect(stores.eventLog.list({ offset: 0, limit: 1 })).toMatchObject([{ kind: 'receptionClosed', result: 'held' }])
})

test.each(['reception', 'journal_row', 'event_log'])('a failure at %s takes the event back', table => {
  const { raw } = stores.database
  const moment = table === 'event_log' ? 'insert' : 'update'
  raw.exec(`create trigger fault before ${moment} on ${table} begin select raise(abort, 'fault'); end`)
  expect(() =>
    stores.receptions.append(receptionId, event(0), { step: 'closed', result: 'Ложный результат', outcome: 'held' }),
  ).toThrow('fault')
  expect(stores.receptions.events(receptionId)).toEqual([])
  expect(journalRow()).toMatchObject({ result: '', outcome: null })
  expect(found('ложный')).toBe(0)
  expect(stores.receptions.openIds()).toEqual([])
})

test('an outcome that does not exist is refused before anything is written', () => {
  expect(() => stores.receptions.append(receptionId, event(0), { step: 'closed', outcome: 'хорошо' })).toThrow()
  expect(stores.receptions.events(receptionId)).toEqual([])
})

test.each([
  ['scheduled', false],
  ['waiting', true],
  ['notifying', true],
  ['identifying', true],
  ['consulting', true],
  ['connectionLost', true],
  ['fault', true],
  ['closing', true],
  ['closed', false],
  ['moving', false],
  ['moved', false],
  ['cancelled', false],
])('step %s: open = %s', (step, isOpen) => {
  append(0, undefined, step)
  expect(stores.receptions.openIds()).toEqual(isOpen ? [receptionId] : [])
})

test('the day is local to the body and in order of the appointed time', () => {
  const at = (time: string) => stores.applications.create(registrationOf(stores.session, {}, time)).receptionId
  const evening = at('2026-11-20T23:30:00+07:00')
  const early = at('2026-11-20T01:00:00Z')
  const tomorrow = at('2026-11-20T17:00:00Z')
  expect(stores.receptions.ofDay('2026-11-20').map(({ id }) => id)).toEqual([early, receptionId, evening])
  expect(stores.receptions.dayRows({ from: '2026-11-21', to: '2026-11-30' }).map(({ id }) => id)).toEqual([tomorrow])
})

test('a row holds what the card needs', () => {
  expect(stores.receptions.byId(receptionId)).toEqual({
    id: receptionId,
    applicationId: expect.any(String),
    journalNumber: 1,
    shortName: 'Петров П. П.',
    fullName: 'Петров Пётр Петрович',
    topic: 'Субсидия на оплату ЖКУ',
    phone: '+7 913 555-01-02',
    consentVideo: true,
    link: 'https://telemost.yandex.ru/j/12345678901234',
    meetingNumber: '12345678901234',
    specialistId: stores.session.account.id,
    specialistName: 'Иванова Анна Петровна',
    appointedAt: '2026-11-20T02:00:00.000Z',
    recordingId: null,
    note: '',
    createdAt: '2026-11-20T02:00:00.000Z',
  })
  expect(stores.receptions.byId('00000000-0000-4000-8000-000000000000')).toBeNull()
})

test('note and link are kept; a changed link leaves a line', () => {
  stores.receptions.saveNote(receptionId, { note: 'перезвонить до обеда', over: '' }, stores.session.account.id)
  stores.receptions.setLink(receptionId, { url: 'https://telemost.yandex.ru/j/999', meetingNumber: '999' })
  expect(stores.receptions.byId(receptionId)).toMatchObject({ note: 'перезвонить до обеда', meetingNumber: '999' })
  expect(stores.eventLog.list({ offset: 0, limit: 1 })).toMatchObject([
    { kind: 'linkChanged', account_id: stores.session.account.id },
  ])
  // The note never leaves the database, not even for the search.
  expect(found('перезвонить')).toBe(0)
})

test('several calls are one transaction', () => {
  expect(() =>
    stores.receptions.inTransaction(() => {
      append(0)
      stores.receptions.updateJournal(receptionId, { specialistName: 'Сомов Олег Ильич', receptionDate: '2026-11-24' })
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(stores.receptions.events(receptionId)).toEqual([])
  expect(journalRow()).toMatchObject({ specialistName: 'Иванова Анна Петровна', receptionDate: '2026-11-20' })
})
