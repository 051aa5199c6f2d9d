import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutAtBlanks } from '../../../../../renderer/features/session/blanks.ts'
import { hasBlank } from '../../../../../shared/reception/blank.ts'

it('cuts a draft at the places left for the specialist', () => {
  expect(cutAtBlanks('Даны разъяснения: {…}. Время {5} мин.')).toEqual([
    { text: 'Даны разъяснения: ', blank: false, start: 0 },
    { text: '{…}', blank: true, start: 18 },
    { text: '. Время ', blank: false, start: 21 },
    { text: '{5}', blank: true, start: 29 },
    { text: ' мин.', blank: false, start: 32 },
  ])
})

it('loses nothing and marks a blank exactly where the rule of closing sees one', () => {
  void fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', '…', 'а', ' ') }), text => {
      const pieces = cutAtBlanks(text)
      expect(pieces.map(piece => piece.text).join('')).toBe(text)
      expect(pieces.some(piece => piece.blank)).toBe(hasBlank(text))
    }),
  )
})
