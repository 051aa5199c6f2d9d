import { expect, test } from 'vitest'
import { makeRenewals } from '../../../../../renderer/recorder/capture/renewals.ts'

test.each([
  ['one', [0], [true]],
  ['three in a row', [0, 2_000, 4_000], [true, true, true]],
  ['a fourth one is no repair', [0, 2_000, 4_000, 6_000], [true, true, true, false]],
  ['nor any that follows at once', [0, 2_000, 4_000, 6_000, 8_000], [true, true, true, false, false]],
  ['now and then for ever', [0, 20_000, 40_000, 60_000, 80_000], [true, true, true, true, true]],
  ['after a rest it is one again', [0, 1, 2, 3, 40_000], [true, true, true, false, true]],
])('%s', (_name, atMs, expected) => {
  const renewals = makeRenewals()
  expect(atMs.map(renewals.isRepair)).toEqual(expected)
})
