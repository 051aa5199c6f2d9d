import { expect, it } from 'vitest'
import { isInDocument } from '../../../../../renderer/features/recording/document-cover.ts'

const intervals = [
  { startMs: 60_000, endMs: 90_000 },
  { startMs: 200_000, endMs: 210_000 },
]

it.each([
  [0, false],
  [58_900, false],
  [59_500, true],
  [75_000, true],
  [90_500, true],
  [91_500, false],
  [205_000, true],
])('at %i ms covered: %s', (atMs, expected) => {
  expect(isInDocument(intervals, atMs)).toBe(expected)
})
