import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownWords } from '../../../../shared/letters/own-words.ts'
import { readReply } from '../../../../shared/letters/reply-words.ts'
import { confirmingAnswers, refusingAnswers, unclearAnswers } from '../../../fixtures/letters/answer-phrases.ts'

const proposalOf = (words: string) => readReply(words).proposal

test('at least 150 answers, none of them twice', () => {
  const all = [...confirmingAnswers, ...refusingAnswers, ...unclearAnswers]
  expect(all.length).toBeGreaterThanOrEqual(150)
  expect(new Set(all).size).toBe(all.length)
})
test.each(confirmingAnswers)('%j confirms', words => {
  expect(proposalOf(words)).toBe('confirms')
})
test.each(refusingAnswers)('%j declines', words => {
  expect(proposalOf(words)).toBe('declines')
})
test.each(unclearAnswers)('%j is unclear', words => {
  expect(proposalOf(words)).toBe('unclear')
})

describe('no sentence that denies, sets a condition or says one word more is a confirmation', () => {
  const verb = fc.constantFrom(
    ...[
      'подтверждаю',
      'буду',
      'приду',
      'смогу',
      'согласна',
      'подключусь',
      'участвую',
      'отказываюсь',
      'отменяйте',
      'могу',
    ],
  )
  const plain = fc.constantFrom('', 'участие', 'в приёме', 'в назначенное время', 'обязательно', 'спасибо')
  const mark = fc.constantFrom(' ', ', ', '. ', '! ', '\n', ' - ', '; ', '… ')
  const opening = fc.constantFrom('', 'Здравствуйте! ', 'Да, ', 'Хорошо, ', 'Подтверждаю. ', 'Буду\n')
  const closing = fc.constantFrom(
    '',
    '. Спасибо',
    '\nИванов И. И.',
    ' 👍',
    '. С уважением, Мария',
    ', да',
    ', подтверждаю',
  )
  const sentence = (middle: fc.Arbitrary<string>) => fc.tuple(opening, middle, closing).map(parts => parts.join(''))

  test('a negated verb, wherever a sign stands between', () => {
    const negation = fc.constantFrom('не', 'Не', 'НЕ', 'ни', 'нет', 'не очень', 'никак не', 'вряд ли', 'нельзя')
    const negated = fc.tuple(negation, mark, verb, fc.constantFrom(' ', ''), plain).map(parts => parts.join(''))
    fc.assert(
      fc.property(sentence(negated), words => proposalOf(words) !== 'confirms'),
      { numRuns: 2_000 },
    )
  })
  test('a conditional verb', () => {
    const condition = fc.constantFrom(
      'если',
      'если бы',
      'при условии что',
      'когда',
      'возможно',
      'наверное',
      'может',
      'вдруг',
    )
    const conditional = fc
      .tuple(condition, mark, verb, fc.constantFrom(' ', ' бы '), plain)
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(sentence(conditional), words => proposalOf(words) !== 'confirms'),
      { numRuns: 2_000 },
    )
  })
  test('any word the lists do not hold, at any place of a confirmation', () => {
    const word = fc
      .array(fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщыьэюя'), { minLength: 3, maxLength: 9 })
      .map(letters => `${letters.join('')}щ`)
    fc.assert(
      fc.property(fc.constantFrom(...confirmingAnswers), word, fc.nat(20), (answer, stranger, at) => {
        const words = answer.split(' ')
        words.splice(at % (words.length + 1), 0, stranger)
        return proposalOf(words.join(' ')) !== 'confirms'
      }),
      { numRuns: 2_000 },
    )
  })
  test('a question mark or a figure anywhere', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...confirmingAnswers),
        fc.constantFrom('?', '10', ' 30.11 '),
        fc.nat(200),
        (answer, more, at) => {
          const cut = at % (answer.length + 1)
          return proposalOf(`${answer.slice(0, cut)}${more}${answer.slice(cut)}`) !== 'confirms'
        },
      ),
    )
  })
  test('whatever is written, it ends and is one of three', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), words => {
        expect(['declines', 'unclear']).toContain(proposalOf(words))
      }),
    )
  })
})

test('the words it was read from are the answer, nothing else of the letter', () => {
  expect(readReply('Добрый день! Участие подтверждаю. Спасибо').words).toBe('Участие подтверждаю')
  expect(readReply('Не надо, отменяйте').words).toBe('Не надо, отменяйте')
})
test('a letter of any length is read in no time', () => {
  expect(proposalOf('буду '.repeat(700))).toBe('confirms')
  expect(proposalOf('буду '.repeat(70_000))).toBe('unclear')
})

test.each([
  ['Подтверждаю\n\n> Вам назначен приём\n> Отказываюсь', 'Подтверждаю'],
  ['Буду\n\n-- \nПодпись', 'Буду'],
  ['Буду\nС уважением, Зимин', 'Буду'],
  ['Буду\nС уважением, Зимин\nтел. 1\nP.S. Нет, не смогу', 'Буду\nP.S. Нет, не смогу'],
  ['Буду\nОтправлено из мобильной Почты', 'Буду'],
  ['Буду\n\nпятница, 20 ноября 2026г., 10:15 +03:00 от Центр <priem@example.ru>:\n\nтекст', 'Буду'],
  ['Буду\n\nOn Fri, 20 Nov 2026 Centre <priem@example.ru> wrote:\nтекст', 'Буду'],
  ['Буду\nFrom: priem@example.ru\nSent: Friday\nтекст', 'Буду'],
  ['20.11.2026, 10:15, "Центр" <priem@example.ru>:\n> текст\n\nБуду', 'Буду'],
])('own words of %j', (text, words) => {
  expect(ownWords(text)).toBe(words)
})
