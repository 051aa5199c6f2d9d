import { expect, test } from 'vitest'
import { countText, genitiveText, nouns, plural, remainsText } from '../../../../shared/text/plural.ts'

test.each([
  [0, '0 дней'],
  [1, '1 день'],
  [2, '2 дня'],
  [5, '5 дней'],
  [11, '11 дней'],
  [12, '12 дней'],
  [21, '21 день'],
  [22, '22 дня'],
  [111, '111 дней'],
  [121, '121 день'],
  [1.5, '1,5 дня'],
])('%d', (count, text) => {
  expect(countText(count, nouns.day)).toBe(text)
})

test.each([
  [1, nouns.day, 'остался 1 день'],
  [2, nouns.day, 'осталось 2 дня'],
  [5, nouns.day, 'осталось 5 дней'],
  [21, nouns.day, 'остался 21 день'],
  [11, nouns.day, 'осталось 11 дней'],
  [1, nouns.minute, 'осталась 1 минута'],
  [21, nouns.minute, 'осталась 21 минута'],
  [3, nouns.minute, 'осталось 3 минуты'],
  [1, nouns.year, 'остался 1 год'],
  [5, nouns.year, 'осталось 5 лет'],
  [1, nouns.recording, 'осталась 1 запись'],
] as const)('the verb goes with %d', (count, noun, text) => {
  expect(remainsText(count, noun)).toBe(text)
})

test.each([
  [1, '1 минуты'],
  [3, '3 минут'],
  [10, '10 минут'],
  [21, '21 минуты'],
])('в течение %d', (count, text) => {
  expect(genitiveText(count, nouns.minute)).toBe(text)
})

test('the genitive of one day is «дня», of many «дней»', () => {
  expect(genitiveText(1, nouns.day)).toBe('1 дня')
  expect(genitiveText(3, nouns.day)).toBe('3 дней')
})

test('a negative number takes the form of its amount', () => {
  expect(plural(-1, nouns.reception)).toBe('приём')
  expect(plural(-3, nouns.reception)).toBe('приёма')
})
