import { expect, test } from 'vitest'
import { roomLostMs } from '../../../../shared/recording/room-losses.ts'
import type { Marker, MarkerCode } from '../../../../shared/recording/slip.ts'

const talk = (...marks: readonly (readonly [MarkerCode, number])[]): Marker[] =>
  marks.map(([code, atMs]) => ({ code, atMs }))
const endMs = 60_000

test.each([
  ['never lost', talk(['connected', 0], ['ended', 59_000]), 0],
  ['lost and entered again', talk(['roomLost', 10_000], ['roomEntered', 24_000], ['ended', 59_000]), 14_000],
  ['never entered again', talk(['roomLost', 10_000], ['ended', 59_000]), 49_000],
  ['never entered again, nor ended by a person', talk(['roomLost', 10_000]), 50_000],
  ['lost twice', talk(['roomLost', 1_000], ['roomEntered', 3_000], ['roomLost', 5_000], ['roomEntered', 9_000]), 6_000],
  ['told twice', talk(['roomLost', 1_000], ['roomLost', 2_000], ['roomEntered', 3_000]), 2_000],
  ['lost and entered at once', talk(['roomLost', 1_000], ['roomEntered', 1_000]), 1],
  ['a clock set back in between', talk(['roomLost', 1_000], ['roomEntered', 400]), 1],
  ['the meeting left behind the end of the talk', talk(['ended', 50_000], ['roomLost', 51_000]), 0],
  [
    'lost in the talk, entered behind it',
    talk(['roomLost', 40_000], ['ended', 50_000], ['roomEntered', 55_000]),
    10_000,
  ],
  ['entered where nothing was lost', talk(['roomEntered', 5_000]), 0],
])('%s', (_name, markers, expectedMs) => {
  expect(roomLostMs(markers, endMs)).toBe(expectedMs)
})
