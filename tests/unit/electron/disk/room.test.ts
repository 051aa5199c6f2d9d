import { expect, test } from 'vitest'
import { bitrateToday, bytesPerReception, bytesStillNeeded, roomInReceptions } from '../../../../electron/disk/room.ts'

const encoder = { videoBitsPerSecond: 1_000_000, audioBitsPerSecond: 96_000 }

test.each([
  [[], 1_096_000],
  [[{ byteLength: 0, durationMs: 0 }], 1_096_000],
  [[{ byteLength: 100_000, durationMs: 1_000 }], 800_000],
  // Taken together, so that a short one does not weigh like a long one.
  [
    [
      { byteLength: 100_000, durationMs: 1_000 },
      { byteLength: 900_000, durationMs: 19_000 },
    ],
    400_000,
  ],
] as const)('bitrate of today from %j', (recent, bitsPerSecond) => {
  expect(bitrateToday(recent, encoder)).toBe(bitsPerSecond)
})

test('a reception needs its raw parts and its sealed file side by side', () => {
  const size = { talkMs: 20_000, extensionMs: 5_000, marginMs: 5_000, bitsPerSecond: 8_000 }
  expect(bytesPerReception(size)).toBe(60_000)
})

test.each([
  [59_999, 0],
  [60_000, 1],
  [179_999, 2],
  [-5, 0],
])('%i free bytes hold %i receptions of 60 000', (free, receptions) => {
  expect(roomInReceptions(free, 60_000)).toBe(receptions)
})

test.each([
  [0, 60_000],
  [20_000, 40_000],
  [30_000, 30_000],
  [50_000, 50_000],
])('with %i bytes written %i more are needed up to the seal', (written, needed) => {
  expect(bytesStillNeeded(60_000, written)).toBe(needed)
})
