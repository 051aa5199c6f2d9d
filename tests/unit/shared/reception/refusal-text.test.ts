import { expect, test } from 'vitest'
import { refusalCodes } from '../../../../shared/reception/refusal.ts'
import { refusalClause, refusalText } from '../../../../shared/reception/refusal-text.ts'
import { regulation } from './history-of.ts'

test.each(refusalCodes)('%s has a Russian sentence of its own', code => {
  const text = refusalText(code)
  expect(text).toMatch(/^[А-ЯЁ].*\.$/)
  expect(refusalCodes.filter(other => refusalText(other) === text)).toEqual([code])
  const clause = refusalClause(code)
  expect(text.includes('(п')).toBe(clause !== null)
})

test('the limits of the order are not repeated in words: they come from the regulation', () => {
  const amounts = Object.values(regulation.limits).map(({ amount }) => String(amount))
  const numbers = refusalCodes.flatMap(
    code =>
      refusalText(code)
        .replace(/\(п{1,2}\. [^)]*\)/, '')
        .match(/\d+/g) ?? [],
  )
  expect(numbers.filter(number => amounts.includes(number))).toEqual([])
})
