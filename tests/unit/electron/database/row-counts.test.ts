import { expect, test } from 'vitest'
import { isBetween, type RowCounts } from '../../../../electron/database/row-counts.ts'

const counted = (tables: RowCounts['tables'], schemaVersion = 7): RowCounts => ({ schemaVersion, tables })
const before = counted({ letter: 5, notice: 3 })

test.each<[string, RowCounts, RowCounts]>([
  ['nobody wrote', before, before],
  ['taken before what was written', before, counted({ letter: 9, notice: 3 })],
  ['taken in the middle of it', counted({ letter: 7, notice: 3 }), counted({ letter: 9, notice: 3 })],
  ['taken after it', counted({ letter: 9, notice: 3 }), counted({ letter: 9, notice: 3 })],
  ['rows were removed meanwhile', counted({ letter: 5, notice: 2 }), counted({ letter: 5, notice: 1 })],
])('a copy of a moment between two counts: %s', (_, copy, after) => {
  expect(isBetween(copy, before, after)).toBe(true)
})

test.each<[string, RowCounts, RowCounts]>([
  ['a row is missing, nobody wrote', counted({ letter: 4, notice: 3 }), before],
  ['a row too many, nobody wrote', counted({ letter: 6, notice: 3 }), before],
  ['a row is missing of a table nobody wrote to', counted({ letter: 7, notice: 2 }), counted({ letter: 9, notice: 3 })],
  ['fewer than there ever were', counted({ letter: 4, notice: 3 }), counted({ letter: 9, notice: 3 })],
  ['more than there ever were', counted({ letter: 10, notice: 3 }), counted({ letter: 9, notice: 3 })],
  ['a table is missing', counted({ letter: 5 }), before],
  ['a table too many', counted({ letter: 5, notice: 3, other: 0 }), before],
  ['of another version', counted({ letter: 5, notice: 3 }, 6), before],
  ['the version changed meanwhile', before, counted({ letter: 5, notice: 3 }, 8)],
])('no copy of what was counted: %s', (_, copy, after) => {
  expect(isBetween(copy, before, after)).toBe(false)
})
