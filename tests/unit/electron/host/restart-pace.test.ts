import { expect, test } from 'vitest'
import { isWorthSaying, restartDelayMs } from '../../../../electron/host/restart-pace.ts'

test.each([
  ['the first death', [100_000], 0],
  ['a second one soon after', [99_000, 100_000], 0],
  ['a third', [98_000, 99_000, 100_000], 200],
  ['a sixth', [95_000, 96_000, 97_000, 98_000, 99_000, 100_000], 10_000],
  ['many', Array.from({ length: 50 }, (_, index) => 100_000 - index), 10_000],
  ['many, long ago', [...Array.from({ length: 50 }, (_, index) => index), 100_000], 0],
])('%s', (_name, deathsMs, expectedMs) => {
  expect(restartDelayMs(deathsMs, 100_000)).toBe(expectedMs)
  expect(isWorthSaying(deathsMs, 100_000)).toBe(expectedMs > 0)
})
