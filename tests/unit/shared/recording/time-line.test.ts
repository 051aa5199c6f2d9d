import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GapCause } from '../../../../shared/recording/slip.ts'
import {
  chaptersOf,
  type FoundPart,
  onTimeLine,
  placeParts,
  shorterThanClockMs,
} from '../../../../shared/recording/time-line.ts'

const part = (partNumber: number, startedAtMs: number, mediaMs: number, end: number | GapCause | null): FoundPart => ({
  partNumber,
  startedAtMs,
  mediaMs,
  stoppedAtMs: typeof end === 'number' ? end : null,
  brokenBy: typeof end === 'string' ? end : null,
})

test('parts stand at their clock; breaks are gaps with causes', () => {
  const line = placeParts([
    part(1, 1_000_000, 60_000, 'recorderLost'),
    part(3, 1_200_000, 30_000, 1_230_010),
    part(2, 1_070_000, 20_000, null),
  ])
  expect(line.parts.map(one => [one.partNumber, one.offsetMs])).toEqual([
    [1, 0],
    [2, 70_000],
    [3, 200_000],
  ])
  expect(line.gaps).toEqual([
    { startMs: 60_000, endMs: 70_000, cause: 'recorderLost' },
    { startMs: 90_000, endMs: 200_000, cause: 'workstationDied' },
  ])
  expect(line).toMatchObject({ zeroAtMs: 1_000_000, wallClockMs: 230_010, recordedMs: 110_000 })
})

test('a stop by hand between two parts is a gap too', () => {
  const { gaps } = placeParts([part(1, 0, 5_000, 5_000), part(2, 8_000, 1_000, 9_000)])
  expect(gaps).toEqual([{ startMs: 5_000, endMs: 8_000, cause: 'stoppedByHand' }])
})

test('whatever the clocks say, media never overlaps and gaps lie between the parts', () => {
  const parts = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(100_000)), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(parts, clocks => {
      const line = placeParts(clocks.map(([at, media], index) => part(index + 1, at, media, 'powerLost')))
      for (const [index, one] of line.parts.entries()) {
        const before = line.parts[index - 1]
        if (before) expect(one.offsetMs).toBeGreaterThanOrEqual(before.offsetMs + before.mediaMs)
      }
      const gapMs = line.gaps.reduce((sum, gap) => sum + gap.endMs - gap.startMs, 0)
      expect(line.recordedMs + gapMs).toBe(line.wallClockMs)
    }),
  )
})

test('nothing recorded', () => {
  expect(placeParts([])).toEqual({ parts: [], gaps: [], zeroAtMs: 0, wallClockMs: 0, recordedMs: 0 })
})

test('only regularly stopped parts can be too short, and a longer one does not make up for it', () => {
  expect(
    shorterThanClockMs([part(1, 0, 58_000, 60_000), part(2, 70_000, 65_000, 130_000), part(3, 200_000, 1, 'sleep')]),
  ).toBe(2_000)
})

test.each([
  [1_500, 500],
  [900, 0],
  [99_999, 10_000],
])('clock %i is at %i', (atMs, expected) => expect(onTimeLine(atMs, 1_000, 10_000)).toBe(expected))

test('chapters: parts, breaks, markers, in order, codes only', () => {
  const line = placeParts([part(1, 0, 5_000, 'sleep'), part(2, 8_000, 1_000, 9_000)])
  expect(chaptersOf(line, [{ code: 'notice', atMs: 2_000 }]).map(chapter => [chapter.startMs, chapter.title])).toEqual([
    [0, 'part 1'],
    [2_000, 'notice'],
    [5_000, 'gap sleep'],
    [8_000, 'part 2'],
  ])
})

test('a recording that broke off before the talk ended says so', () => {
  const line = placeParts([part(1, 1_000_000, 90_000, 'recorderLost')], 1_900_000)
  expect(line.gaps).toEqual([{ startMs: 90_000, endMs: 900_000, cause: 'recorderLost' }])
  expect(line.wallClockMs).toBe(900_000)
  expect(line.recordedMs).toBe(90_000)
})

test.each<[string, number | null]>([
  ['the last chunk was still under way', 1_090_600],
  ['nobody knows when the talk ended', null],
])('no gap at the end: %s', (_name, finishedAtMs) => {
  const line = placeParts([part(1, 1_000_000, 90_000, 'recorderLost')], finishedAtMs)
  expect(line.gaps).toEqual([])
  expect(line.wallClockMs).toBe(90_000)
})
