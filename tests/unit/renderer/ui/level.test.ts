import { expect, it } from 'vitest'
import { levelShare, levelWord } from '../../../../renderer/ui/level.ts'

it.each([
  [-120, 0, 'тишина'],
  [-60, 0, 'тишина'],
  [-55, 1 / 12, 'тихо'],
  [-30, 0.5, 'слышно'],
  [0, 1, 'слышно'],
  [6, 1, 'слышно'],
])('%i dBFS fills %f and is «%s»', (levelDb, share, word) => {
  expect(levelShare(levelDb)).toBeCloseTo(share)
  expect(levelWord(levelDb)).toBe(word)
})
