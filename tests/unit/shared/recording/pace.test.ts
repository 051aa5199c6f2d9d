import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullPace, nextPace, type Pace } from '../../../../shared/recording/pace.ts'

const after = (pace: Pace, lagsMs: readonly number[]): Pace => lagsMs.reduce(nextPace, pace)

test.each<[string, readonly number[], number]>([
  ['an encoder that keeps up is left alone', Array(50).fill(100), 15],
  ['one late chunk costs a fifth', [500], 12],
  ['a severe lag halves', [1000], 7],
  ['a lag that stays leads to the slowest pace', Array(20).fill(1000), 5],
  ['four calm seconds raise it again', [1000, ...Array(8).fill(0)], 9],
  ['not before', [1000, ...Array(7).fill(0)], 7],
])('%s', (_name, lagsMs, framesPerSecond) => {
  expect(after(fullPace, lagsMs).framesPerSecond).toBe(framesPerSecond)
})

test('the pace stays within its bounds and returns to full once the machine is calm', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 60 }), lagsMs => {
      const pace = after(fullPace, lagsMs)
      expect(pace.framesPerSecond).toBeGreaterThanOrEqual(5)
      expect(pace.framesPerSecond).toBeLessThanOrEqual(15)
      expect(after(pace, Array(120).fill(0)).framesPerSecond).toBe(15)
    }),
  )
})
