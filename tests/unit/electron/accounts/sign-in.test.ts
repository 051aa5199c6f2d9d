import { afterEach, beforeEach, expect, test } from 'vitest'
import { administratorPassword, openPeople, type People, specialistPassword } from './people-bench.ts'

let people: People
beforeEach(async () => {
  people = await openPeople()
})
afterEach(() => people.close())

const codeOf = (answer: Awaited<ReturnType<People['signIn']>>) => (answer.ok ? 'done' : answer.fault.code)

test('a right password opens the session; in, out and refusals stand in the event log', async () => {
  const { specialist, signIn, accounts, keeper } = people
  const before = people.lastSequence()
  expect(codeOf(await signIn(specialist, 'чужой-пароль'))).toBe('passwordWrong')
  const answer = await signIn(specialist, specialistPassword)
  expect(answer).toMatchObject({ ok: true, value: { account: { id: specialist.id } } })
  const session = accounts.session()
  if (!session) throw new Error('nobody is signed in')
  keeper.lock(session)
  keeper.close()
  expect(people.kindsSince(before)).toEqual(['signInRefused', 'signedIn', 'locked', 'signedOut'])
})

test('the answer to a wrong password, an unknown, a disabled and a password-less person is the same', async () => {
  const { specialist, administrator, signIn, accounts, staff } = people
  const noPassword = accounts.addAccount({ fullName: 'Орлова Ольга', position: 'специалист', role: 'specialist' })
  await signIn(administrator, administratorPassword)
  const who = accounts.session()
  if (!who) throw new Error('nobody is signed in')
  staff.setDisabled(who, specialist.id, true)
  const before = people.lastSequence()
  const answers = [
    await signIn(administrator, 'чужой-пароль'),
    await signIn({ id: crypto.randomUUID() }, 'чужой-пароль'),
    await signIn(specialist, specialistPassword),
    await signIn(noPassword, ''),
  ]
  expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
  expect(codeOf(answers[0] ?? (await signIn(specialist, '')))).toBe('passwordWrong')
  expect(people.kindsSince(before).filter(kind => kind === 'signInRefused')).toHaveLength(4)
})

test('after five wrong passwords even the right one waits, longer each time; success forgets them', async () => {
  const { specialist, signIn } = people
  for (let tries = 0; tries < 5; tries += 1) await signIn(specialist, `неверный-${tries}`)
  const waiting = await signIn(specialist, specialistPassword)
  expect(codeOf(waiting)).toBe('waitFirst')
  if (!waiting.ok) expect(waiting.fault.hint).toContain('через 1 минуту')
  people.pass(1)
  expect(codeOf(await signIn(specialist, 'неверный-6'))).toBe('passwordWrong')
  people.pass(1)
  expect(codeOf(await signIn(specialist, specialistPassword))).toBe('waitFirst')
  people.pass(1)
  expect(codeOf(await signIn(specialist, specialistPassword))).toBe('done')
  expect(codeOf(await signIn(specialist, 'неверный-7'))).toBe('passwordWrong')
  expect(codeOf(await signIn(specialist, specialistPassword))).toBe('done')
})

test('many tries at once do not slip past the count', async () => {
  const { specialist, signIn } = people
  const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => signIn(specialist, `неверный-${at}`)))
  expect(answers.map(codeOf)).toEqual([...Array(5).fill('passwordWrong'), ...Array(7).fill('waitFirst')])
})

test('a first password opens nothing until it is changed', async () => {
  const { administrator, signIn, accounts, staff } = people
  await signIn(administrator, administratorPassword)
  const who = accounts.session()
  if (!who) throw new Error('nobody is signed in')
  const added = await staff.add(who, {
    fullName: 'Орлова Ольга Сергеевна',
    position: 'специалист',
    role: 'specialist',
    password: 'первый-пароль-2026',
  })
  if (!added.ok) throw new Error('not added')
  expect(added.value.passwordChangeDue).toBe(true)
  expect(codeOf(await signIn(added.value, 'первый-пароль-2026'))).toBe('passwordChangeDue')
  expect(accounts.session()?.account.id).toBe(administrator.id)
  expect(await signIn(added.value, 'первый-пароль-2026', 'короткий')).toMatchObject({
    fault: { code: 'badInput', fields: { newPassword: 'Не короче 10 знаков' } },
  })
  expect(codeOf(await signIn(added.value, 'первый-пароль-2026', 'мой-пароль-и-точка'))).toBe('done')
  expect(codeOf(await signIn(added.value, 'первый-пароль-2026'))).toBe('passwordWrong')
})

test('who comes in over somebody else signs them out, with a line for it', async () => {
  const { specialist, administrator, signIn, accounts } = people
  await signIn(specialist, specialistPassword)
  const before = people.lastSequence()
  await signIn(administrator, administratorPassword)
  expect(accounts.session()?.account.id).toBe(administrator.id)
  expect(people.kindsSince(before)).toEqual(['signedOut', 'signedIn'])
})

test('while a citizen is received only the person who receives comes in', async () => {
  const { specialist, administrator, signIn, accounts, state } = people
  await signIn(specialist, specialistPassword)
  state.receptionOpen = true
  const answer = await signIn(administrator, administratorPassword)
  expect(answer).toMatchObject({ ok: false, fault: { code: 'notAllowed' } })
  if (!answer.ok) expect(answer.fault.hint).toContain(specialist.shortName)
  expect(accounts.session()?.account.id).toBe(specialist.id)
  expect(codeOf(await signIn(specialist, specialistPassword))).toBe('done')
})
