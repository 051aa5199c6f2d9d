import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine, cleanText } from '../../../../shared/text/clean-text.ts'
import { samePersonKey, samePersonKeyOf } from '../../../../shared/text/person-key.ts'

test.each<[string, string]>([
  ['и\u0306од е\u0308ж', 'йод ёж'],
  ['Пет\u200bров\ufeff', 'Петров'],
  ['счёт\u202egnp.exe', 'счётgnp.exe'],
  ['а\u2066б\u2069в\u061cг', 'абвг'],
  ['до\u00adку\u00adмент', 'документ'],
  ['а\tб\u00a0в\u2009г\u3000д', 'а б в г д'],
  ['а\u0000б\u0007в\u001bг\u007fд\u009fе', 'абвгде'],
  ['а\r\nб\rв\vг\fд\u0085е\u2028ж\u2029з', 'а\nб\nв\nг\nд\nе\nж\nз'],
  ['а\ud800б\udfffв', 'абв'],
  ['а\ue000б\uffffв\ufffeг', 'абвг'],
  ['а\u{e0041}б\ufe0f', 'аб'],
  ['Ω № 5 – «да» 😀 ½', 'Ω № 5 – «да» 😀 ½'],
  ['  по краям  ', '  по краям  '],
])('%j → %j', (raw, clean) => {
  expect(cleanText(raw)).toBe(clean)
})

const anyText = fc.string({ unit: 'binary', maxLength: 60 })
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u

test('whatever comes in, only visible signs, blanks and line ends go out, composed, and a second pass changes nothing', () => {
  fc.assert(
    fc.property(anyText, raw => {
      const clean = cleanText(raw)
      expect(clean).not.toMatch(invisible)
      expect(clean).toBe(clean.normalize('NFC'))
      expect(cleanText(clean)).toBe(clean)
      expect(cleanLine(cleanLine(raw))).toBe(cleanLine(raw))
    }),
  )
})

const person = { familyName: 'Салтыкова-Щедрина', givenName: 'Алёна', patronymic: 'Семёновна' }

test.each([
  { familyName: 'САЛТЫКОВА-ЩЕДРИНА', givenName: 'АЛЕНА', patronymic: 'СЕМЕНОВНА' },
  { familyName: 'Салтыкова – Щедрина', givenName: 'Алёна ', patronymic: ' Семёновна' },
  { familyName: 'Салтыкова Щедрина', givenName: 'Але\u0308на', patronymic: 'Семё\u00adновна' },
  { familyName: 'Салтыкова\u2011Щедрина', givenName: 'Алёна', patronymic: 'Семёновна\u200b' },
])('one person: %o', other => {
  expect(samePersonKey(other)).toBe(samePersonKey(person))
})

test.each([
  { ...person, patronymic: null },
  { ...person, givenName: 'Елена' },
  { ...person, familyName: 'Салтыкова' },
])('another person: %o', other => {
  expect(samePersonKey(other)).not.toBe(samePersonKey(person))
})

test('a name in one line has the key of its parts', () => {
  expect(samePersonKeyOf('Салтыкова-Щедрина Алёна Семёновна')).toBe(samePersonKey(person))
  expect(samePersonKeyOf('Мамедов Расим Гусейн-оглы')).toBe(samePersonKeyOf('Мамедов Расим Гусейн оглы'))
})
