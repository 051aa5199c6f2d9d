import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phoneText } from '../../../../shared/text/phone.ts'
import { readTelephone } from '../../../../shared/text/read-telephone.ts'

const number = (typed: string) => {
  const reading = readTelephone(typed)
  return reading.ok ? reading.number : null
}

test.each<[string, string | null]>([
  ['8 (900) 000-00-01', '+79000000001'],
  ['+7 900 000 00 01', '+79000000001'],
  ['79000000001', '+79000000001'],
  ['9000000001', '+79000000001'],
  ['8.900.000.00.01', '+79000000001'],
  ['тел. 8-900-000-00-01', '+79000000001'],
  ['+7\u00a0900\u200b000-00-01', '+79000000001'],
  ['8 (3842) 36-00-01', '+73842360001'],
  ['+375 29 000-00-01', '+375290000001'],
  ['00375 29 000-00-01', '+375290000001'],
  ['+998 90 123 45 67', '+998901234567'],
  // A digit missing, or one too many.
  ['+7 900 000-00-0', null],
  ['8 900 000-00-0', null],
  ['8900000001', null],
  ['812 555 35 35', null],
  ['+7 812 555 35 35', '+78125553535'],
  ['8 913 000 00', null],
  ['+7 900 000-00-012', null],
  ['8 900 000-00-012', null],
  ['900 000-00-0', null],
  // A code no country has, or a plus before the eight of long distance.
  ['+8 900 000-00-01', null],
  ['+89000000001', null],
  ['+ 8 (900) 000-00-01', null],
  ['+375 29 000', null],
  ['+375 29 000-00-0', null],
  ['+7 8 900 000-00-01', null],
  ['+7 (8900) 000-00-01', null],
  ['78 900 000-00-01', null],
  ['+7+79000000001', null],
  ['+380 50 000 00 0', null],
  ['+999 123456789', null],
  ['36-00-01', null],
  ['12', null],
  ['нет', null],
  ['', null],
])('«%s»: %s', (typed, expected) => {
  expect(number(typed)).toBe(expected)
})

test.each([
  ['8 900 000-00-0', 'и девять цифр'],
  ['+7 900 000-00-0', 'Не хватает цифр'],
  ['+7 900 000-00-012', 'Лишние цифры'],
  ['+8 900 000-00-01', '«+8» не код России'],
  ['36-00-01', 'без кода города'],
  ['+375 29 000', 'кодом страны'],
])('«%s» is told with its reason', (typed, said) => {
  const reading = readTelephone(typed)
  expect(reading.ok ? '' : reading.problem).toContain(said)
})

test('a whole number is read back however it is written; one digit less is never another number', () => {
  const mobile = fc.integer({ min: 0, max: 9_999_999 }).map(rest => `913${String(rest).padStart(7, '0')}`)
  fc.assert(
    fc.property(mobile, fc.integer({ min: 0, max: 9 }), (national, at) => {
      const whole = `+7${national}`
      for (const typed of [
        whole,
        `8${national}`,
        national,
        phoneText(whole),
        `8 (${national.slice(0, 3)}) ${national.slice(3)}`,
      ]) {
        expect(number(typed)).toBe(whole)
      }
      const shorter = national.slice(0, at) + national.slice(at + 1)
      for (const typed of [`+7${shorter}`, `8${shorter}`]) expect(number(typed)).toBeNull()
    }),
  )
})
