import { expect, test } from 'vitest'
import { groupsOf, overallWords } from '../../../../../renderer/features/equipment/overall-words.ts'
import type { CheckCode, CheckState } from '../../../../../shared/equipment/codes.ts'
import { judged } from '../../../../../shared/equipment/thresholds.ts'

type Line = readonly [CheckCode, CheckState]
const lines = (...results: Line[]) => results.map(([code, state]) => judged(code, state))

test.each<[readonly Line[], CheckCode[], string]>([
  [[['cameraPresent', 'good']], [], 'Всё готово'],
  [
    [
      ['cameraPresent', 'good'],
      ['speakerTone', 'unknown'],
    ],
    [],
    'Осталось подтвердить звук',
  ],
  [[['clock', 'warning']], [], 'Можно работать, 1 замечание'],
  [
    [
      ['clock', 'warning'],
      ['power', 'warning'],
    ],
    [],
    'Можно работать, 2 замечания',
  ],
  [
    [
      ['cameraBlack', 'fault'],
      ['power', 'warning'],
    ],
    [],
    'Неисправно: 1, 1 замечание',
  ],
  [[['microphoneLevel', 'fault']], ['microphoneLevel'], 'Приём начинать нельзя'],
  [[['clock', 'unknown']], [], 'Ничего не проверено'],
])('%j: %s', (results, blocked, text) => {
  expect(overallWords({ results: lines(...results), blocked }).text).toBe(text)
})

test('what is wrong stands first, by group and inside of one', () => {
  const groups = groupsOf(
    lines(['cameraPresent', 'good'], ['microphonePresent', 'good'], ['microphoneLevel', 'fault'], ['clock', 'warning']),
  )
  expect(groups.map(({ group }) => group)).toEqual(['microphone', 'computer', 'camera'])
  expect(groups[0]?.results.map(({ code }) => code)).toEqual(['microphoneLevel', 'microphonePresent'])
})

test('an output nobody confirmed is not called well', () => {
  expect(groupsOf(lines(['speakerTone', 'unknown'], ['speakerEcho', 'good']))[0]?.state).toBe('unknown')
})
