import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashPassword } from '../../../../electron/accounts/password.ts'
import { openPeople, type People, specialistPassword } from './people-bench.ts'

const shared = 'у-всех-один-пароль'
let people: People
beforeEach(async () => {
  people = await openPeople()
  people.accounts.setPassword(people.administrator.id, await hashPassword(shared), { changeDue: false })
})
afterEach(() => people.close())

test('one press brings in a person of the made-up office, and both ways stand in the event log', async () => {
  const { specialist, administrator, signIn, signInAs, accounts } = people
  await signIn(specialist, specialistPassword)
  const before = people.lastSequence()
  expect(await signInAs(administrator.id, shared)).toMatchObject({
    ok: true,
    value: { account: { id: administrator.id } },
  })
  expect(accounts.session()?.account.id).toBe(administrator.id)
  expect(people.kindsSince(before)).toEqual(['signedOut', 'signedIn'])
})

test('a real workplace refuses it: nobody comes in, and a page cannot fill the log by it', async () => {
  const { administrator, signInAs, accounts } = people
  const before = people.lastSequence()
  expect(await signInAs(administrator.id, null)).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
  expect(accounts.session()).toBeNull()
  expect(people.kindsSince(before)).toEqual([])
})

test('a real person is not let in by it, even where the program was started as a demonstration', async () => {
  const { specialist, signInAs, accounts } = people
  expect(await signInAs(specialist.id, shared)).toMatchObject({ ok: false, fault: { code: 'passwordWrong' } })
  expect(await signInAs(crypto.randomUUID(), shared)).toMatchObject({ ok: false, fault: { code: 'passwordWrong' } })
  expect(accounts.session()).toBeNull()
})

test('while a citizen is received only the person who receives comes in', async () => {
  const { specialist, administrator, signIn, signInAs, accounts, state } = people
  await signIn(specialist, specialistPassword)
  state.receptionOpen = true
  expect(await signInAs(administrator.id, shared)).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
  expect(accounts.session()?.account.id).toBe(specialist.id)
})
