import { expect, test } from 'vitest'
import { makeLevelCollector, meanSquareDb, silenceDb } from '../../../../../renderer/recorder/capture/levels.ts'
import { meterShare, meterWord } from '../../../../../renderer/recorder/screen/meter.ts'

test.each([
  [1, 0],
  [0.5, -3],
  [0.01, -20],
  [0, silenceDb],
  [1e-20, silenceDb],
])('a mean square of %d is %d dBFS', (meanSquare, levelDb) => {
  expect(meanSquareDb(meanSquare)).toBe(levelDb)
})

test('collects each channel over all reports and begins anew', () => {
  const collector = makeLevelCollector(2)
  expect(collector.take()).toEqual([silenceDb, silenceDb])
  collector.add({ sums: [100, 0], frames: 100 })
  collector.add({ sums: [0, 2], frames: 100 })
  expect(collector.take()).toEqual([-3, -20])
  expect(collector.take()).toEqual([silenceDb, silenceDb])
})

test.each([
  [0, 1, 'слышно'],
  [-30, 0.5, 'слышно'],
  [-60, 0, 'слышно'],
  [-90, 0, 'тихо'],
  [silenceDb, 0, 'нет звука'],
])('%d dBFS fills %d of the bar: %s', (levelDb, share, word) => {
  expect([meterShare(levelDb), meterWord(levelDb)]).toEqual([share, word])
})
