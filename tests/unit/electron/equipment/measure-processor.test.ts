import { expect, test } from 'vitest'
import { idlePercent, measureProcessor } from '../../../../electron/equipment/measure-processor.ts'

test('what was left between two looks', () => {
  expect(idlePercent({ idle: 100, all: 200 }, { idle: 130, all: 240 })).toBe(75)
  expect(idlePercent({ idle: 1, all: 2 }, { idle: 1, all: 2 })).toBeNull()
})

test('of this machine', async () => {
  const percent = await measureProcessor(300)
  expect(percent).toBeGreaterThanOrEqual(0)
  expect(percent).toBeLessThanOrEqual(100)
})
