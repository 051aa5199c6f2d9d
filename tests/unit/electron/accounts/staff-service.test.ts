import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../../../shared/contract/accounts.ts'
import { administratorPassword, openPeople, type People, specialistPassword } from './people-bench.ts'

let people: People
let who: Session
beforeEach(async () => {
  people = await openPeople()
  const answer = await people.signIn(people.administrator, administratorPassword)
  if (!answer.ok) throw new Error('not signed in')
  who = answer.value
})
afterEach(() => people.close())

const newHead = {
  fullName: 'Морозова Елена Викторовна',
  position: 'начальник отдела',
  role: 'head',
  password: 'первый-пароль-2026',
} as const

test('the only administrator stays one and stays enabled; with a second one both may go', async () => {
  const { staff, administrator } = people
  const asSpecialist = { ...administrator, accountId: administrator.id, role: 'specialist' as const }
  const { fullName, position, role, accountId } = asSpecialist
  expect(staff.change(who, { fullName, position, role, accountId })).toMatchObject({ fault: { code: 'refusedByRule' } })
  expect(staff.setDisabled(who, administrator.id, true)).toMatchObject({ fault: { code: 'refusedByRule' } })
  const second = await staff.add(who, { ...newHead, role: 'administrator' })
  if (!second.ok) throw new Error('not added')
  expect(staff.setDisabled(who, administrator.id, true).ok).toBe(false)
  expect(staff.setDisabled({ ...who, account: second.value }, administrator.id, true).ok).toBe(true)
  expect(staff.setDisabled(who, second.value.id, true)).toMatchObject({ fault: { code: 'refusedByRule' } })
})

test('a person is added, changed, disabled and let in again; each act has its line', async () => {
  const { staff } = people
  const before = people.lastSequence()
  expect(await staff.add(who, { ...newHead, password: 'короткий' })).toMatchObject({
    fault: { code: 'badInput', fields: { password: 'Не короче 10 знаков' } },
  })
  const added = await staff.add(who, newHead)
  if (!added.ok) throw new Error('not added')
  const accountId = added.value.id
  const { fullName, role } = newHead
  expect(staff.change(who, { accountId, fullName, role, position: 'заместитель начальника' })).toMatchObject({
    value: { position: 'заместитель начальника' },
  })
  expect(staff.setDisabled(who, accountId, true)).toMatchObject({ value: { disabledAt: expect.any(String) } })
  expect(people.accounts.entryPeople().map(({ id }) => id)).not.toContain(accountId)
  expect(staff.list()).toMatchObject({ value: expect.arrayContaining([expect.objectContaining({ id: accountId })]) })
  expect(staff.setDisabled(who, accountId, false)).toMatchObject({ value: { disabledAt: null } })
  expect((await staff.resetPassword(who, { accountId, password: 'второй-пароль-2026' })).ok).toBe(true)
  expect(people.kindsSince(before)).toEqual([
    'accountAdded',
    'accountChanged',
    'accountDisabled',
    'accountChanged',
    'passwordReset',
  ])
})

test('one’s own password: the former one is asked for, wrong ones lead to the same pause as at the door', async () => {
  const { staff, signIn, specialist, accounts } = people
  await signIn(specialist, specialistPassword)
  const session = accounts.session()
  if (!session) throw new Error('nobody is signed in')
  const change = (password: string, newPassword: string) => staff.changePassword(session, { password, newPassword })
  expect(await change(specialistPassword, 'иванова-иванова')).toMatchObject({ fault: { code: 'badInput' } })
  expect(await change(specialistPassword, 'другой-пароль-2026')).toEqual({ ok: true, value: null })
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await change(`неверный-${tries}`, 'третий-пароль-2026')).toMatchObject({ fault: { code: 'passwordWrong' } })
  }
  expect(await change('другой-пароль-2026', 'третий-пароль-2026')).toMatchObject({ fault: { code: 'waitFirst' } })
  expect(await signIn(specialist, 'другой-пароль-2026')).toMatchObject({ fault: { code: 'waitFirst' } })
})

test('no answer carries anything of a password', async () => {
  await people.staff.add(who, newHead)
  expect(JSON.stringify([people.staff.list(), people.accounts.entryPeople()])).not.toMatch(/argon2|password_hash/)
})
