import { expect, test } from 'vitest'
import { hashPassword, passwordFits, passwordProblem } from '../../../../electron/accounts/password.ts'

test('a hash is a PHC string of argon2id with the published cost, salted anew each time', async () => {
  const [one, other] = await Promise.all([hashPassword('тихая-река'), hashPassword('тихая-река')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
  expect(await passwordFits(one, 'тихая-река')).toBe(true)
  expect(await passwordFits(one, 'тихая-река ')).toBe(false)
})

test('the same letters in another Unicode form are the same password', async () => {
  const composed = 'ёлка-й-снег'.normalize('NFC')
  expect(await passwordFits(await hashPassword(composed), composed.normalize('NFD'))).toBe(true)
})

test('nobody’s password never fits', async () => {
  expect(await passwordFits(null, '')).toBe(false)
  expect(await passwordFits(null, 'тихая-река')).toBe(false)
})

test.each([
  ['тихая-река', null],
  ['короткий', 'Не короче 10 знаков'],
  // Ten characters, though more UTF-16 units.
  ['дом🏠дом🏠дм🏠', null],
  ['аааааааааааа', 'Слишком простой: нужны хотя бы четыре разных знака'],
  ['абабабабабаб', 'Слишком простой: нужны хотя бы четыре разных знака'],
  ['Иванова-2026', 'Не используйте в пароле своё имя'],
  ['2026-анна-2026', 'Не используйте в пароле своё имя'],
  ['прежний-пароль', 'Новый пароль должен отличаться от прежнего'],
])('«%s» → %s', (password, problem) => {
  const facts = { minimumLength: 10, fullName: 'Иванова Анна Петровна', former: 'прежний-пароль' }
  expect(passwordProblem(password, facts)).toBe(problem)
})
