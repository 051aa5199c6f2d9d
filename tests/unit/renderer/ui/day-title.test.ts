import { expect, it } from 'vitest'
import { dayTitle } from '../../../../renderer/ui/day-title.ts'

it('names the weekday and the month in Russian', () => {
  expect(dayTitle('2026-11-20')).toBe('Пятница, 20 ноября')
  expect(dayTitle('2028-02-29', { year: true })).toBe('Вторник, 29 февраля 2028 г.')
})
