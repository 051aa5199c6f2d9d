import { expect, test } from 'vitest'
import { CheckCode, CheckState } from '../../../../shared/equipment/codes.ts'
import { figureText } from '../../../../shared/equipment/figure-text.ts'
import { causeText, toDoText } from '../../../../shared/equipment/result-words.ts'
import { thresholds } from './bench.ts'

test.each([
  [-38, 'decibels', '−38 дБ'],
  [24.9, 'framesPerSecond', '24,9 к/с'],
  [1, 'receptions', '1 приём'],
  [214, 'receptions', '214 приёмов'],
  [3, 'hosts', '3 сервера'],
] as const)('%d %s: %s', (figure, unit, text) => {
  expect(figureText(figure, unit)).toBe(text)
})

test('whatever has a limit has words for what to do, and says nothing while it is good', () => {
  for (const code of CheckCode.options.filter(code => thresholds[code])) {
    for (const state of CheckState.options) {
      expect([code, state, toDoText({ code, state }) !== '']).toEqual([
        code,
        state,
        state === 'warning' || state === 'fault',
      ])
    }
  }
  expect(causeText({ cause: null })).toBe('')
  expect(causeText({ cause: 'busy' })).toBe('занято другой программой')
})
