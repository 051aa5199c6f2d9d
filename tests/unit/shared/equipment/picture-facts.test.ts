import { expect, test } from 'vitest'
import { makePictureMeter } from '../../../../shared/equipment/picture-facts.ts'

function facts(pictures: readonly number[][], everyMs = 40) {
  const meter = makePictureMeter()
  for (const [index, grey] of pictures.entries()) {
    meter.add({ atMs: index * everyMs, widthPixels: 1280, heightPixels: 720, grey: Uint8Array.from(grey) })
  }
  return meter.facts()
}

test('rate by the times of the pictures themselves', () => {
  expect(facts(Array.from({ length: 26 }, (_, index) => [100 + index, 100])).framesPerSecond).toBeCloseTo(25)
})

test('black, and not merely dark', () => {
  expect(
    facts([
      [2, 3],
      [3, 2],
      [90, 100],
    ]).blackShare,
  ).toBeCloseTo(2 / 3)
  expect(
    facts([
      [25, 25],
      [26, 25],
    ]).blackShare,
  ).toBe(0)
})

test('frozen is a picture without a single difference; the noise of a still room is enough to live', () => {
  expect(
    facts([
      [90, 90],
      [90, 90],
      [90, 90],
    ]).identicalShare,
  ).toBe(1)
  expect(
    facts([
      [90, 90],
      [90, 91],
      [90, 90],
    ]).identicalShare,
  ).toBe(0)
})

test('nothing came', () => {
  expect(facts([])).toMatchObject({ frames: 0, framesPerSecond: 0, identicalShare: 0 })
})
