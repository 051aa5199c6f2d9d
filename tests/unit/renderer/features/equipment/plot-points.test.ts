import { expect, test } from 'vitest'
import { plotPoints } from '../../../../../renderer/features/equipment/plot-points.ts'

const at = (day: number, figure: number) => ({ at: `2026-11-0${day}T01:30:00.000Z`, figure })

test('time to the right, more upwards', () => {
  expect(plotPoints([at(1, 10), at(2, 20), at(3, 15)], 200, 40)).toBe('0,40 100,0 200,20')
})

test('what never moves runs through the middle', () => {
  expect(plotPoints([at(1, 7), at(3, 7)], 200, 40)).toBe('0,20 200,20')
})
