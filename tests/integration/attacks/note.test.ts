import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStores, registrationOf } from '../../unit/electron/database/fixture.ts'

/** A specialist who writes over what a colleague noted. */

let stores: ReturnType<typeof openStores>
let receptionId: string
let own: string
let colleague: string
beforeEach(() => {
  stores = openStores()
  receptionId = stores.applications.create(registrationOf(stores.session)).receptionId
  own = stores.session.account.id
  colleague = stores.accounts.addAccount({
    fullName: 'Второв Второй',
    position: 'специалист',
    role: 'specialist',
  }).id
})
afterEach(() => stores.close())

const note = () => stores.receptions.byId(receptionId)?.note
const write = (text: string, over: string, authorId: string) =>
  stores.receptions.saveNote(receptionId, { note: text, over }, authorId)
const overwritten = () =>
  stores.eventLog
    .list({ offset: 0, limit: 50 })
    .filter(({ kind }) => kind === 'noteOverwritten')
    .map(({ account_id }) => account_id)

test('nothing is written over words the page did not know', () => {
  expect(write('обещал справку', '', own)).toBe('saved')
  expect(write('пусто', '', colleague)).toBe('stale')
  expect(write('пусто', 'обещал', colleague)).toBe('stale')
  expect(note()).toBe('обещал справку')
  expect(overwritten()).toEqual([])
})
test('known words of a colleague may be replaced, and that is a line of the event log', () => {
  write('обещал справку', '', own)
  expect(write('обещал справку. Принёс', 'обещал справку', colleague)).toBe('saved')
  expect(overwritten()).toEqual([colleague])
  // One more word by the same person is no second line.
  write('обещал справку. Принёс.', 'обещал справку. Принёс', colleague)
  expect(overwritten()).toEqual([colleague])
  write('', 'обещал справку. Принёс.', own)
  expect(overwritten()).toEqual([own, colleague])
  // Nobody's words went here.
  write('ново', '', colleague)
  expect(overwritten()).toHaveLength(2)
})
test('saved once more after the answer was lost is no change', () => {
  write('раз', '', own)
  expect(write('раз', '', own)).toBe('saved')
  expect(overwritten()).toEqual([])
})
