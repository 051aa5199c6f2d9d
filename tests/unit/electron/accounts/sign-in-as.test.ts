import { afterEach, beforeEach, expect, test } from 'vitest'
import { administratorPassword, openPeople, type People } from './people-bench.ts'

let people: People
beforeEach(async () => {
  people = await openPeople()
})
afterEach(() => people.close())

test('in the demonstration one press brings a person in; both ways stand in the event log', () => {
  const { specialist, administrator, signInAs, accounts } = people
  const before = people.lastSequence()
  expect(signInAs(administrator.id, true)).toMatchObject({ ok: true, value: { account: { id: administrator.id } } })
  expect(signInAs(specialist.id, true)).toMatchObject({ ok: true, value: { account: { id: specialist.id } } })
  expect(accounts.session()?.account.id).toBe(specialist.id)
  expect(people.kindsSince(before)).toEqual(['signedIn', 'signedOut', 'signedIn'])
})

test('a real workplace refuses it: nobody comes in, and the log is not filled by it', () => {
  const { specialist, signInAs, accounts } = people
  const before = people.lastSequence()
  expect(signInAs(specialist.id, false)).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
  expect(accounts.session()).toBeNull()
  expect(people.kindsSince(before)).toEqual([])
})

test('an unknown and a disabled person stay outside in the demonstration too', async () => {
  const { specialist, administrator, signIn, signInAs, staff, accounts } = people
  await signIn(administrator, administratorPassword)
  const who = accounts.session()
  if (!who) throw new Error('nobody is signed in')
  staff.setDisabled(who, specialist.id, true)
  expect(signInAs(specialist.id, true)).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
  expect(signInAs(crypto.randomUUID(), true)).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
  expect(accounts.session()?.account.id).toBe(administrator.id)
})

test('while a citizen is received only the person who receives comes in', () => {
  const { specialist, administrator, signInAs, accounts, state } = people
  signInAs(specialist.id, true)
  state.receptionOpen = true
  expect(signInAs(administrator.id, true)).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
  expect(signInAs(specialist.id, true)).toMatchObject({ ok: true })
  expect(accounts.session()?.account.id).toBe(specialist.id)
})
