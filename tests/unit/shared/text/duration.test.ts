import { expect, test } from 'vitest'
import { formatDuration, formatOvertime, formatRemaining } from '../../../../shared/text/duration.ts'

test.each([
  [0, '00:00', '+0:00', '00:00'],
  [40_000, '00:40', '+0:40', '00:40'],
  [139_999, '02:19', '+2:19', '02:20'],
  [892_000, '14:52', '+14:52', '14:52'],
  [3_723_000, '1:02:03', '+1:02:03', '1:02:03'],
  [1, '00:00', '+0:00', '00:01'],
  [-5_000, '00:00', '+0:00', '00:00'],
])('%d ms', (durationMs, duration, overtime, remaining) => {
  expect(formatDuration(durationMs)).toBe(duration)
  expect(formatOvertime(durationMs)).toBe(overtime)
  expect(formatRemaining(durationMs)).toBe(remaining)
})
