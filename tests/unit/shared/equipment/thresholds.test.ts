import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEquipmentResources } from '../../../../electron/equipment/read-resources.ts'
import { judgeFigure, stateUnder, type Threshold } from '../../../../shared/equipment/thresholds.ts'

const more: Threshold = { warning: 20, fault: 5, unit: 'framesPerSecond', better: 'more', source: 'где-то' }
const less: Threshold = { warning: 100, fault: null, unit: 'milliseconds', better: 'less', source: 'где-то' }

test.each([
  [more, 25, 'good'],
  [more, 20, 'good'],
  [more, 19.9, 'warning'],
  [more, 4.9, 'fault'],
  [less, 100, 'good'],
  [less, 5000, 'warning'],
] as const)('%j: %d is %s', (threshold, figure, state) => {
  expect(stateUnder(threshold, figure)).toBe(state)
})

test('a figure carries its limit and where it comes from; what could not be measured is unknown, never a fault', () => {
  expect(judgeFigure({ rehearsalRate: more }, 'rehearsalRate', 3)).toMatchObject({
    ...{ state: 'fault', figure: 3, limit: 5, unit: 'framesPerSecond', source: 'где-то' },
  })
  expect(judgeFigure({ rehearsalRate: more }, 'rehearsalRate', null)).toMatchObject({ state: 'unknown', figure: null })
  expect(() => judgeFigure({}, 'rehearsalRate', 3)).toThrow(/threshold/)
})

test('the file of limits: every one names its source', async () => {
  const { thresholds, telemostUrls } = await readEquipmentResources(join(import.meta.dirname, '../../../../resources'))
  expect(Object.keys(thresholds).length).toBeGreaterThan(25)
  for (const threshold of Object.values(thresholds)) expect(threshold.source.length).toBeGreaterThan(10)
  expect(telemostUrls.every(url => url.startsWith('https://'))).toBe(true)
})
