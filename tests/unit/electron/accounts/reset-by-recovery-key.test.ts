import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeResetByRecoveryKey } from '../../../../electron/accounts/reset-by-recovery-key.ts'
import { administratorPassword, openPeople, type People, specialistPassword } from './people-bench.ts'

vi.setConfig({ testTimeout: 60_000 })

const newPassword = 'семь-лодок-на-берегу'
let people: People
let monotonicMs: number
let reset: ReturnType<typeof makeResetByRecoveryKey>
beforeEach(async () => {
  people = await openPeople()
  monotonicMs = 0
  reset = makeResetByRecoveryKey({
    ...people,
    settings: people.settings.read,
    judgeRecoveryKey: typed => (typed === 'верный' ? 'right' : typed === 'чужой' ? 'wrong' : 'mistyped'),
    isReceptionOpen: () => people.state.receptionOpen,
    onChanged: () => undefined,
    clock: { monotonicMs: () => monotonicMs },
  })
})
afterEach(() => people.close())

const attempt = (recoveryKey: string, changes: { accountId?: string; newPassword?: string } = {}) =>
  reset({ accountId: people.administrator.id, recoveryKey, newPassword, ...changes })
const codeOf = (answer: Awaited<ReturnType<typeof attempt>>) => (answer.ok ? 'done' : answer.fault.code)

test('the right key: another password, the former one gone, the session over, and it is written down', async () => {
  await people.signIn(people.administrator, administratorPassword)
  const from = people.lastSequence()
  expect(codeOf(await attempt('верный'))).toBe('done')
  expect(people.accounts.session()).toBeNull()
  expect(people.kindsSince(from)).toEqual(['passwordResetByKey', 'signedOut'])
  expect(people.eventLog.list({ offset: 1, limit: 1 })).toMatchObject([
    { account_id: people.administrator.id, kind: 'passwordResetByKey', result: 'done' },
  ])
  expect(await people.signIn(people.administrator, administratorPassword)).toMatchObject({ ok: false })
  expect(await people.signIn(people.administrator, newPassword)).toMatchObject({ ok: true })
})

test('a locked session of that person ends, too; somebody else’s goes on', async () => {
  await people.signIn(people.administrator, administratorPassword)
  people.accounts.lock()
  await attempt('верный')
  expect(people.accounts.signedIn()).toBeNull()
  await people.signIn(people.specialist, specialistPassword)
  await attempt('верный')
  expect(people.accounts.session()?.account.id).toBe(people.specialist.id)
})

test('a pause for wrong passwords does not stand in the way, and is over', async () => {
  for (let tries = 0; tries < 6; tries += 1) await people.signIn(people.administrator, 'неверный-пароль')
  expect(await people.signIn(people.administrator, administratorPassword)).toMatchObject({
    fault: { code: 'waitFirst' },
  })
  expect(codeOf(await attempt('верный'))).toBe('done')
  expect(await people.signIn(people.administrator, newPassword)).toMatchObject({ ok: true })
})

test('a wrong key changes nothing, is written down, and after five of them there is a pause', async () => {
  const from = people.lastSequence()
  for (const key of ['чужой', 'чужой', 'опечатка', 'чужой', 'чужой'])
    expect(codeOf(await attempt(key))).toBe('badInput')
  expect(people.kindsSince(from)).toEqual(Array.from({ length: 5 }, () => 'passwordResetByKey'))
  expect(people.eventLog.list({ offset: 0, limit: 1 })).toMatchObject([{ result: 'refused' }])
  expect(codeOf(await attempt('верный'))).toBe('waitFirst')
  expect(await people.signIn(people.administrator, administratorPassword)).toMatchObject({ ok: true })
  monotonicMs += 60_001
  expect(codeOf(await attempt('верный'))).toBe('done')
})

test('many at once do not slip past the count', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => attempt('чужой')))
  expect(answers.map(codeOf).filter(code => code === 'badInput')).toHaveLength(5)
})

test('only an administrator who works here; a weak password is refused with nothing changed', async () => {
  expect(codeOf(await attempt('верный', { accountId: people.specialist.id }))).toBe('refusedByRule')
  expect(codeOf(await attempt('верный', { accountId: crypto.randomUUID() }))).toBe('refusedByRule')
  expect(await attempt('верный', { newPassword: 'коротко' })).toMatchObject({
    fault: { code: 'badInput', fields: { newPassword: 'Не короче 10 знаков' } },
  })
  people.accounts.setDisabled(people.administrator.id, true)
  expect(codeOf(await attempt('верный'))).toBe('refusedByRule')
  people.accounts.setDisabled(people.administrator.id, false)
  expect(await people.signIn(people.administrator, administratorPassword)).toMatchObject({ ok: true })
})
