import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageOffsets, pageRows } from '../../../../renderer/app/pages.ts'

describe('pageOffsets', () => {
  it.each([
    [0, 0, [0]],
    [0, 26, [0]],
    [90, 110, [0, 100]],
    [250, 310, [0, 200, 300]],
    [99_980, 99_999, [0, 99_900]],
  ])('rows %i…%i are on pages %j', (first, last, expected) => {
    expect(pageOffsets(first, last)).toEqual(expected)
  })

  it('covers every row of the window and asks for no page twice', () => {
    void fc.assert(
      fc.property(fc.nat(100_000), fc.nat(200), (first, length) => {
        const offsets = pageOffsets(first, first + length)
        expect(new Set(offsets).size).toBe(offsets.length)
        for (const row of [first, first + length]) {
          expect(offsets.some(offset => row >= offset && row < offset + pageRows)).toBe(true)
        }
      }),
    )
  })
})
