import { expect, it } from 'vitest'
import { movedIndex } from '../../../../renderer/ui/roving.ts'

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 2],
  ['ArrowDown', -1, 3, 0],
  ['ArrowUp', 0, 3, 0],
  ['ArrowUp', 2, 3, 1],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['Enter', 1, 3, null],
  ['ArrowDown', 0, 0, null],
])('%s from %i of %i goes to %s', (key, index, length, expected) => {
  expect(movedIndex(key, index, length)).toBe(expected)
})
