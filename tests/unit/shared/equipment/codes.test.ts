import { expect, test } from 'vitest'
import { CheckCode } from '../../../../shared/equipment/codes.ts'
import { groupOf, worstState } from '../../../../shared/equipment/groups-and-states.ts'
import { codeWords } from '../../../../shared/equipment/result-words.ts'

test.each([
  [['good', 'unknown'], 'good'],
  [['good', 'warning'], 'warning'],
  [['warning', 'fault', 'good'], 'fault'],
  [['unknown'], 'unknown'],
  [[], 'unknown'],
] as const)('%j together are %s', (states, worst) => {
  expect(worstState(states)).toBe(worst)
})

test('every code has words and a group', () => {
  for (const code of CheckCode.options) {
    expect(codeWords[code]).not.toBe('')
    expect(groupOf(code)).toBeTruthy()
  }
  expect(groupOf('rehearsalSync')).toBe('recorder')
  expect(groupOf('diskRoom')).toBe('computer')
  expect(groupOf('webrtcLoss')).toBe('connection')
})
