import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullPersonName, maskDocument, shortName, shortPersonName } from '../../../../shared/text/person-name.ts'

test.each([
  ['Петров', 'Пётр', 'Петрович', 'Петров П. П.', 'Петров Пётр Петрович'],
  ['Ким', 'Анна', null, 'Ким А.', 'Ким Анна'],
  ['Ким', 'Анна', '', 'Ким А.', 'Ким Анна'],
  ['Мамедов', 'Али', 'Расим оглы', 'Мамедов А. Р.', 'Мамедов Али Расим оглы'],
  [
    'Салтыкова-Щедрина',
    'Анна-Мария',
    'Ивановна',
    'Салтыкова-Щедрина А.-М. И.',
    'Салтыкова-Щедрина Анна-Мария Ивановна',
  ],
  [' Ёлкин ', ' ёж ', null, 'Ёлкин Ё.', 'Ёлкин ёж'],
])('%s %s %s', (familyName, givenName, patronymic, short, full) => {
  expect(shortPersonName({ familyName, givenName, patronymic })).toBe(short)
  expect(fullPersonName({ familyName, givenName, patronymic })).toBe(full)
})

test.each([
  ['Иванова Анна Петровна', 'Иванова А. П.'],
  ['  Иванова   Анна ', 'Иванова А.'],
  ['Иванова', 'Иванова'],
  ['Мамедов Али Расим оглы', 'Мамедов А. Р.'],
  ['', ''],
])('shortName(%j)', (full, short) => {
  expect(shortName(full)).toBe(short)
})

test.each([
  ['4510', '654312', '45 •• ••••12'],
  ['45 10', '654 312', '45 •• ••••12'],
  [null, '123456789', '•••••••89'],
  ['IV-МЮ', '654312', 'IV ••• ••••12'],
  ['45', '654312', '•• ••••12'],
  ['', '1234', '••••'],
  [null, '7', '•'],
])('document %s %s', (series, number, masked) => {
  expect(maskDocument({ series, number })).toBe(masked)
})

test('a mask never shows more than four signs, and never a whole part', () => {
  const part = fc.string({ unit: fc.constantFrom(...'0123456789АБВ'), minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.option(part), part, (series, number) => {
      const masked = maskDocument({ series, number })
      expect(masked.replaceAll(/[• ]/g, '').length).toBeLessThanOrEqual(4)
      expect(masked.endsWith('•') || number.length > 4).toBe(true)
      expect(masked).toContain('•')
    }),
  )
})
