import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FoundRange, makeRangeFinder } from '../../../../shared/media/range-finder.ts'

const live = readFileSync(path.join(import.meta.dirname, '../../../fixtures/media/chromium-part-1.webm'))

function drain(finder: ReturnType<typeof makeRangeFinder>): FoundRange[] {
  const ranges: FoundRange[] = []
  for (let range = finder.nextClosed(); range !== null; range = finder.nextClosed()) ranges.push(range)
  return ranges
}

test('ranges run from key frame to key frame and leave no byte out', () => {
  const finder = makeRangeFinder({ longestMs: 3_000 })
  finder.push(live)
  const ranges = drain(finder)
  const rest = finder.rest()
  expect(ranges.map(range => [range.fromMs, range.toMs])).toEqual([
    [0, 2008],
    [2008, 4032],
    [4032, 6074],
  ])
  expect(rest).toMatchObject({ fromMs: 6074, toMs: 6952, toByte: live.length })
  const all = [...ranges, ...(rest ? [rest] : [])]
  expect(all.map(range => range.fromByte)).toEqual([207, ...ranges.map(range => range.toByte)])
  expect(all.reduce((sum, range) => sum + range.videoBlocks, 0)).toBe(175)
  expect(finder.rest()).toBeNull()
})

test('whenever it is asked while the file grows, the ranges join up', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 20 }), sizes => {
      const finder = makeRangeFinder({ longestMs: 30_000 })
      const ranges: FoundRange[] = []
      let from = 0
      for (let index = 0; from < live.length; index += 1) {
        const size = sizes[index % sizes.length] ?? 1
        finder.push(live.subarray(from, from + size))
        from += size
        ranges.push(...drain(finder))
      }
      expect(ranges[0]?.fromByte).toBe(207)
      expect(ranges.at(-1)?.toMs).toBe(6074)
      for (const [index, range] of ranges.entries()) expect(range.fromByte).toBe(ranges[index - 1]?.toByte ?? 207)
    }),
    { numRuns: 50 },
  )
})

test('skipTo leaves out what was checked, and only at a place where a range may begin', () => {
  const finder = makeRangeFinder({ longestMs: 30_000 })
  finder.push(live)
  expect(finder.skipTo(28_757)).toBe(false)
  expect(finder.skipTo(28_758)).toBe(true)
  expect(finder.nextClosed()).toMatchObject({ fromByte: 28_758, fromMs: 2008, toMs: 6074 })
})

test('noise has no ranges', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5_000 }), noise => {
      const finder = makeRangeFinder({ longestMs: 30_000 })
      finder.push(noise)
      expect(finder.nextClosed()).toBeNull()
      expect(finder.rest()).toBeNull()
    }),
  )
})
