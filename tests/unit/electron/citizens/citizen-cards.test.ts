import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCitizenService } from '../../../../electron/citizens/citizen-service.ts'
import type { ApplicationFields } from '../../../../electron/demonstration/application-fields.ts'
import { makeTermStore } from '../../../../electron/terms/term-store.ts'
import type { CitizenCard } from '../../../../shared/contract/citizens.ts'
import { CitizenCard as CitizenCardSchema } from '../../../../shared/contract/citizens.ts'
import type { OutcomeCode } from '../../../../shared/reception/event.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let cardOf: (applicationId: string, viewId?: string) => CitizenCard

beforeEach(() => {
  stores = openStores()
  const { database, clock, accounts, eventLog, session } = stores
  const shared = { ...database, place: accounts.place, clock, eventLog }
  const service = makeCitizenService({
    ...{ ...shared, termed: makeTermStore(shared).ofApplication },
    recordingsOf: () => [],
  })
  cardOf = (applicationId, viewId = randomUUID()) => {
    const reply = service.card(session, { applicationId, viewId })
    if (!reply.ok) throw new Error(reply.fault.hint)
    return CitizenCardSchema.parse(reply.value)
  }
})
afterEach(() => stores.close())

/** An application with a reception on a day of November, closed where an outcome is given. */
function add(
  dayOfMonth: number,
  changes: Partial<ApplicationFields> = {},
  outcome: OutcomeCode | null = 'held',
): string {
  const two = String(dayOfMonth).padStart(2, '0')
  const at = `2026-11-${two}T09:00:00+07:00`
  const fields = { receivedOn: `2026-11-${two}`, phone: `+7 913 000-00-${two}`, email: null, ...changes }
  const { applicationId, receptionId } = stores.applications.create(registrationOf(stores.session, fields, at))
  if (outcome === null) return applicationId
  const instant = new Date(at).toISOString()
  const resultText = `Результат ${dayOfMonth}-го.`
  stores.receptions.append(
    receptionId,
    {
      ...{ sequence: 0, occurredAt: instant, recordedAt: instant, authorId: stores.session.account.id, source: 'hand' },
      action: { kind: 'closed', outcome, resultText, needsWrittenReply: false },
    },
    { step: 'closed', outcome, result: resultText },
  )
  return applicationId
}
const numbersOf = ({ applications }: CitizenCard) =>
  applications.map(({ journalNumber, joinedBy }) => `${journalNumber} ${joinedBy}`)
const guessesOf = ({ probable }: CitizenCard) =>
  probable.map(({ journalNumber, likeness }) => `${journalNumber} ${likeness.join('+')}`)

test('all applications of one name and date of birth, earlier and later, with what came of each', () => {
  add(2, { familyName: 'ПЕТРОВ' }, 'notConnected')
  const opened = add(9)
  add(20, {}, null)
  const card = cardOf(opened)
  expect(numbersOf(card)).toEqual(['3 nameAndBirthDate', '2 opened', '1 nameAndBirthDate'])
  expect(card.applications.map(({ result }) => result)).toEqual(['', 'Результат 9-го.', 'Результат 2-го.'])
  expect(
    card.applications.map(({ receptions }) => receptions.map(({ isMissed, step }) => `${step} ${isMissed}`)),
  ).toEqual([['scheduled false'], ['closed false'], ['closed true']])
  expect(card.phones).toHaveLength(3)
  expect(card.probable).toEqual([])
})

test.each<[string, Partial<ApplicationFields>]>([
  ['a namesake of another age', { birthDate: '1961-03-05' }],
  ['a sibling born on the same day', { givenName: 'Павел' }],
])('%s is not joined, and nothing is offered where nothing else is the same', (_name, changes) => {
  add(2, changes)
  const card = cardOf(add(20))
  expect(numbersOf(card)).toEqual(['2 opened'])
  expect(card.probable).toEqual([])
})

test('the same phone or address is a guess with its reason, never a part of the card', () => {
  const phone = '+7 913 000-11-11'
  add(2, { givenName: 'Павел', phone })
  add(3, { birthDate: '1961-03-05', phone, email: 'One@example.ru' })
  const card = cardOf(add(20, { phone, email: 'one@example.ru' }))
  expect(numbersOf(card)).toEqual(['3 opened'])
  expect(guessesOf(card)).toEqual(['2 email+name+phone', '1 phone'])
  expect(card.phones).toEqual([phone])
})

test('without a date of birth a namesake is a guess, in both directions', () => {
  const undated = add(2)
  stores.database.write.run(
    stores.database.write.build.updateTable('application').set({ birth_date: null }).where('id', '=', undated),
  )
  const dated = add(9)
  expect([numbersOf(cardOf(dated)), guessesOf(cardOf(dated))]).toEqual([['2 opened'], ['1 name']])
  expect([numbersOf(cardOf(undated)), guessesOf(cardOf(undated))]).toEqual([['1 opened'], ['2 name']])
})

test('what a person linked as repeated is joined and says so, from either end', () => {
  const earlier = add(2, { familyName: 'Сидоров' })
  const later = add(9)
  const { write } = stores.database
  write.run(write.build.updateTable('application').set({ previous_application_id: earlier }).where('id', '=', later))
  expect(numbersOf(cardOf(later))).toEqual(['2 opened', '1 linked'])
  expect(numbersOf(cardOf(earlier))).toEqual(['2 linked', '1 opened'])
})

test('two identity documents under one name and date are told of', () => {
  const paper = { kind: 'Паспорт гражданина РФ', series: '32 10', number: '100200', issuedBy: null, issuedOn: null }
  const first = add(2, { identityDocument: paper })
  expect(cardOf(first).documentsDiffer).toBe(false)
  add(9, { identityDocument: { ...paper, series: '3210' } })
  expect(cardOf(first).documentsDiffer).toBe(false)
  add(12, { identityDocument: { ...paper, number: '100201' } })
  expect(cardOf(first).documentsDiffer).toBe(true)
})

test('opening a card is one line of the event log, however often it is read again', () => {
  const applicationId = add(2)
  const viewId = randomUUID()
  cardOf(applicationId, viewId)
  cardOf(applicationId, viewId)
  expect(stores.eventLog.count({ kind: 'citizenViewed' })).toBe(1)
})
