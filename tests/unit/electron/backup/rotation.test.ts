import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copiesToKeep } from '../../../../electron/backup/rotation.ts'
import { localDate } from '../../../../shared/text/date-time.ts'

const zone = 'Asia/Novokuznetsk'
const dayMs = 86_400_000
const start = Date.parse('2026-01-01T20:00:00Z')
const nightly = (days: number) => Array.from({ length: days }, (_, day) => start + day * dayMs)

test('a year of nights: seven days, four weeks, twelve months', () => {
  const kept = copiesToKeep(nightly(365), zone).map(ms => localDate(ms, zone))
  expect(kept).toEqual([
    ...['2027-01-01', '2026-12-31', '2026-12-30', '2026-12-29', '2026-12-28', '2026-12-27', '2026-12-26'],
    ...['2026-12-20', '2026-12-13', '2026-11-30', '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31'],
    ...['2026-06-30', '2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28'],
  ])
})

test('the days are local: two copies on both sides of local midnight are of two days', () => {
  const before = Date.parse('2026-11-20T16:59:00Z')
  const after = Date.parse('2026-11-20T17:01:00Z')
  expect(copiesToKeep([before, after], zone)).toEqual([after, before])
  expect(copiesToKeep([before, after], 'Europe/Moscow', { last: 1, days: 1, weeks: 1, months: 1 })).toEqual([after])
})

const moments = fc
  .array(fc.integer({ min: 0, max: 800 * 24 }), { maxLength: 200 })
  .map(hours => hours.map(hour => start + hour * 3_600_000))

test('of any copies: only such as are there, the newest always, never more than the plan', () => {
  fc.assert(
    fc.property(moments, ms => {
      const kept = copiesToKeep(ms, zone)
      expect(kept.every(one => ms.includes(one))).toBe(true)
      expect(kept.length).toBeLessThanOrEqual(3 + 7 + 4 + 12)
      if (ms.length > 0) expect(kept[0]).toBe(Math.max(...ms))
      expect([...kept].sort((a, b) => b - a)).toEqual(kept)
    }),
  )
})

test('a copy asked for does not cost the one made an hour before', () => {
  const morning = Array.from({ length: 5 }, (_, hour) => start + hour * 3_600_000)
  expect(copiesToKeep(morning, zone)).toEqual(morning.slice(-3).reverse())
})

test('removing what is not kept changes nothing of what is kept', () => {
  fc.assert(
    fc.property(moments, ms => {
      const kept = copiesToKeep(ms, zone)
      expect(copiesToKeep(kept, zone)).toEqual(kept)
    }),
  )
})

test('night by night with rotation in between, the last seven days that have a copy have one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 120 }), days => {
      let there: readonly number[] = []
      const ordered = [...days].sort((a, b) => a - b)
      for (const day of ordered) there = copiesToKeep([...there, start + day * dayMs], zone)
      for (const day of ordered.slice(-7)) expect(there).toContain(start + day * dayMs)
    }),
  )
})
