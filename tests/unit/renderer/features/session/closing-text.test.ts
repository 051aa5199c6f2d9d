import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillKnown, putChoice } from '../../../../../renderer/features/session/closing-text.ts'

describe('what became known later', () => {
  it.each([
    [
      'a place left is filled, the specialist’s words stay',
      'Прерван в 09:16: угрозы. Руководитель уведомлен в {…}.',
      'Прерван в 09:16: {…}. Руководитель уведомлен в 09:20.',
      'Прерван в 09:16: угрозы. Руководитель уведомлен в 09:20.',
    ],
    [
      'a place the program does not know stays open',
      'Даны разъяснения: {…}.',
      'Даны разъяснения: {…}.',
      'Даны разъяснения: {…}.',
    ],
    [
      'a sentence put in other words is not guessed at',
      'Начальник извещён в {…}.',
      'Руководитель уведомлен в 09:20.',
      'Начальник извещён в {…}.',
    ],
    [
      'line breaks survive',
      'Своими словами.\nРуководитель уведомлен в {…}.',
      'Руководитель уведомлен в 09:20.',
      'Своими словами.\nРуководитель уведомлен в 09:20.',
    ],
    [
      'a place that is a sentence of its own takes no other sentence',
      'Прием завершен в 09:16. {…}',
      'Прием завершен в 09:16. {…}',
      'Прием завершен в 09:16. {…}',
    ],
    ['a finished text is left alone', 'Готово.', 'Совсем другое.', 'Готово.'],
  ])('%s', (_name, kept, fresh, filled) => {
    expect(fillKnown(kept, fresh)).toBe(filled)
  })

  it('never changes a text without a place left, whatever the draft says', () => {
    void fc.assert(
      fc.property(
        fc.string().filter(text => !/\{[^{}]*\}/.test(text)),
        fc.string(),
        (kept, fresh) => {
          expect(fillKnown(kept, fresh)).toBe(kept)
        },
      ),
    )
  })
})

describe('usual words', () => {
  const choices = ['полностью', 'частично']
  it('take the first place left, then each other’s', () => {
    const first = putChoice('Разъяснения даны {…}. Сказано {…}.', choices, 'полностью')
    expect(first).toBe('Разъяснения даны полностью. Сказано {…}.')
    expect(putChoice(first, choices, 'частично')).toBe('Разъяснения даны частично. Сказано {…}.')
    expect(putChoice(first, choices, 'полностью')).toBe(first)
  })
})
