import { expect, it } from 'vitest'
import { instantOfTime } from '../../../../../renderer/features/session/clock-time.ts'

const timeZone = 'Asia/Novokuznetsk'

it.each([
  ['09:02', '2026-11-20T02:02:00.000Z'],
  ['09:02:15', '2026-11-20T02:02:15.000Z'],
  // The local day, not the day of the zero meridian.
  ['00:30', '2026-11-19T17:30:00.000Z'],
  ['', null],
  ['9:02', null],
  ['25:00', null],
])('%s is %s', (typed, instant) => {
  expect(instantOfTime(typed, '2026-11-20T02:00:00Z', timeZone)).toBe(instant)
})
