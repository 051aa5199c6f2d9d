import { expect, test } from 'vitest'
import { dueAtMs } from '../../../../electron/backup/schedule.ts'

const at = (text: string): number => Date.parse(text)
const iso = (ms: number): string => new Date(ms).toISOString()

test.each([
  ['never made: at once', null, null, '2026-11-20T02:00:00Z', '2026-11-20T02:00:00.000Z'],
  // 03:00 in Novokuznetsk is 20:00 UTC of the day before.
  ['made by day: the next night', '2026-11-20T02:00:00Z', null, '2026-11-20T03:00:00Z', '2026-11-20T20:00:00.000Z'],
  ['made at night: the night after', '2026-11-20T20:00:01Z', null, '2026-11-20T21:00:00Z', '2026-11-21T20:00:00.000Z'],
  [
    'missed for days: was due long ago',
    '2026-11-10T02:00:00Z',
    null,
    '2026-11-20T02:00:00Z',
    '2026-11-10T20:00:00.000Z',
  ],
  [
    'failed: again after half an hour',
    null,
    '2026-11-20T02:00:00Z',
    '2026-11-20T02:10:00Z',
    '2026-11-20T02:30:00.000Z',
  ],
  [
    'made under a clock of next year: at once',
    '2027-11-20T02:00:00Z',
    null,
    '2026-11-20T02:00:00Z',
    '2026-11-20T02:00:00.000Z',
  ],
  [
    'failed under such a clock: at once',
    null,
    '2027-11-20T02:00:00Z',
    '2026-11-20T02:00:00Z',
    '2026-11-20T02:00:00.000Z',
  ],
])('%s', (_, made, failed, now, due) => {
  const times = {
    lastMadeAtMs: made === null ? null : at(made),
    lastFailedAtMs: failed === null ? null : at(failed),
    nowMs: at(now),
  }
  expect(iso(dueAtMs({ ...times, hour: 3, timeZone: 'Asia/Novokuznetsk' }))).toBe(due)
})

test('the hour that spring skips is made up for at the next', () => {
  const due = dueAtMs({
    lastMadeAtMs: at('2026-03-28T12:00:00Z'),
    lastFailedAtMs: null,
    nowMs: at('2026-03-28T13:00:00Z'),
    hour: 2,
    timeZone: 'Europe/Berlin',
  })
  expect(iso(due)).toBe('2026-03-29T01:00:00.000Z')
})
