import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ApplicationFields } from '../../../../electron/demonstration/application-fields.ts'
import { type EarlierReceptions, makeEarlierReceptions } from '../../../../electron/reception/earlier-receptions.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let earlier: EarlierReceptions

beforeEach(() => {
  stores = openStores()
  earlier = makeEarlierReceptions({ read: stores.database.read, place: stores.accounts.place })
})
afterEach(() => stores.close())

/** A reception on a day of November; closed ones have «held» and a text. */
function add(dayOfMonth: number, changes: Partial<ApplicationFields> = {}, closed = true): string {
  const at = `2026-11-${String(dayOfMonth).padStart(2, '0')}T09:00:00+07:00`
  const { receptionId } = stores.applications.create(registrationOf(stores.session, changes, at))
  if (!closed) return receptionId
  const instant = new Date(at).toISOString()
  const resultText = `Разъяснено ${dayOfMonth}-го.`
  stores.receptions.append(
    receptionId,
    {
      ...{ sequence: 0, occurredAt: instant, recordedAt: instant, authorId: stores.session.account.id, source: 'hand' },
      action: { kind: 'closed', outcome: 'held', resultText, needsWrittenReply: false },
    },
    { step: 'closed', outcome: 'held', result: resultText },
  )
  return receptionId
}
const daysOf = (receptionId: string) => earlier(receptionId).map(({ appointedAt }) => appointedAt.slice(8, 10))

test('the same person by name and date of birth, the latest first, with what came of it', () => {
  add(2, { topic: 'Социальный контракт' })
  add(9)
  expect(earlier(add(20, {}, false))).toMatchObject([
    { appointedAt: '2026-11-09T02:00:00.000Z', outcome: 'held', resultText: 'Разъяснено 9-го.' },
    { appointedAt: '2026-11-02T02:00:00.000Z', journalNumber: 1, topic: 'Социальный контракт', step: 'closed' },
  ])
})

test('case, «ё» and spaces at the edges do not make another person', () => {
  add(2, { familyName: 'ПЕТРОВ', givenName: 'Петр ' })
  expect(daysOf(add(20, {}, false))).toEqual(['02'])
})

test.each<[string, Partial<ApplicationFields>]>([
  ['a namesake of another age', { birthDate: '1961-03-05' }],
  ['a sibling born on the same day', { givenName: 'Павел' }],
  ['without a patronymic', { patronymic: null }],
])('%s is another person', (_name, changes) => {
  add(2, changes)
  expect(daysOf(add(20, {}, false))).toEqual([])
})

test('neither later receptions nor ones that are not over, nor itself', () => {
  const now = add(10)
  add(11)
  add(5, {}, false)
  expect(daysOf(now)).toEqual([])
})

test('a reception nobody knows has none', () => {
  expect(earlier('00000000-0000-4000-8000-000000000000')).toEqual([])
})
