import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOfDraft, fillDraft, namesOf } from '../../../../shared/regulation/draft.ts'

describe('fillDraft', () => {
  test.each([
    ['{a} и {b}', { a: '1', b: '2' }, '1 и 2'],
    ['{a} и {b}', { a: '1', b: null }, '1 и {…}'],
    ['{a} и {c}', { a: '1' }, '1 и {…}'],
    ['{a}[, {b}].', { a: '1', b: '2' }, '1, 2.'],
    ['{a}[, {b}].', { a: '1', b: null }, '1.'],
    ['[{a}{b}]x', { a: '1', b: null }, 'x'],
    ['Уведомлен в {…}.', {}, 'Уведомлен в {…}.'],
    ['{a}', { a: '[{b}]', b: '2' }, '[{b}]'],
    ['{a}', { a: '$& $1' }, '$& $1'],
  ] as const)('%s', (draft, values, text) => {
    expect(fillDraft(draft, values)).toBe(text)
  })

  test('a text without places stays as it is', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        fc.pre(!/[{}[\]]/.test(text))
        expect(fillDraft(text, {})).toBe(text)
      }),
    )
  })
})

test('namesOf leaves the blank out', () => {
  expect(namesOf('{a}[ {b}] {…}')).toEqual(['a', 'b'])
})

test.each([
  ['{a}[, {b}] {…}', null],
  ['{c}', 'неизвестное место {c}'],
  ['{}', 'неизвестное место {}'],
  ['{a', 'непарная скобка'],
  ['a}', 'непарная скобка'],
  ['[{a}', 'непарная скобка'],
  ['[a [b]]', 'непарная скобка'],
])('faultOfDraft(%s)', (draft, fault) => {
  expect(faultOfDraft(draft, ['a', 'b'])).toBe(fault)
})
