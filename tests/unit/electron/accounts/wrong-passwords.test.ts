import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pauseMs } from '../../../../electron/accounts/wrong-passwords.ts'

const minuteMs = 60_000

test.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [7, 4],
  [10, 32],
  [11, 60],
  [400, 60],
])('%i wrong passwords in a row → a pause of %i min', (failedTries, minutes) => {
  expect(pauseMs(failedTries, { triesBeforePause: 5, pauseMinutes: 1 })).toBe(minutes * minuteMs)
})

test('a pause never gets shorter by one more wrong password and never exceeds an hour', () => {
  const policy = fc.record({
    triesBeforePause: fc.integer({ min: 3, max: 20 }),
    pauseMinutes: fc.integer({ min: 1, max: 60 }),
  })
  fc.assert(
    fc.property(policy, fc.integer({ min: 0, max: 5000 }), (settings, tries) => {
      const pause = pauseMs(tries, settings)
      expect(pauseMs(tries + 1, settings)).toBeGreaterThanOrEqual(pause)
      expect(pause).toBeLessThanOrEqual(60 * minuteMs)
    }),
  )
})
