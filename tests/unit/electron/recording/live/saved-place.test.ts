import { expect, test } from 'vitest'
import { makeSavedPlace } from '../../../../../electron/recording/live/saved-place.ts'

const place = (untilMs: number | null = null) => makeSavedPlace({ chunkMs: 500, startedAtMs: () => 100_000, untilMs })

test('chunks that come as they are made reach up to now, however late each of them is', () => {
  const saved = place()
  for (let sequence = 0; sequence < 100; sequence += 1) {
    const atMs = 100_000 + (sequence + 1) * 520
    saved.made(sequence, atMs)
    saved.saved(sequence, atMs + 5)
    expect(saved.untilMs()).toBe(atMs)
  }
})

test.each([
  [30, 100_500],
  [35, 103_000],
  [40, 105_500],
  [49, 110_000],
  // Made after the page had come back: no later than it was received.
  [50, 112_000],
])('of a backlog of 50, chunk %i reaches up to %i', (sequence, untilMs) => {
  const saved = place(100_400)
  saved.made(49, 110_000)
  if (sequence > 49) saved.made(sequence, 112_000)
  saved.saved(sequence, 112_100)
  expect(saved.untilMs()).toBe(untilMs)
})

test('the place never goes back, lies after the start, and not in the future', () => {
  const saved = place()
  expect(saved.untilMs()).toBeNull()
  saved.made(99, 101_000)
  saved.saved(0, 101_000)
  expect(saved.untilMs()).toBe(100_000)
  saved.saved(99, 101_000)
  expect(saved.untilMs()).toBe(101_000)
  saved.made(120, 101_010)
  saved.saved(100, 101_020)
  expect(saved.untilMs()).toBe(101_000)
  saved.saved(120, 100_900)
  expect(saved.untilMs()).toBe(100_900)
})
