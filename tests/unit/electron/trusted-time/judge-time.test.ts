import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeTime } from '../../../../electron/trusted-time/judge-time.ts'

const day = 86_400_000
const limits = { longestStandstillMs: 21 * day, stepBackToleranceMs: 120_000 }
const noon = Date.parse('2026-11-20T05:00:00Z')

test.each([
  ['the very first look', noon, null, null, { kind: 'believed', atMs: noon }],
  ['a second later', noon + 1000, noon, noon, { kind: 'believed', atMs: noon + 1000 }],
  ['after the holidays', noon + 12 * day, noon, noon, { kind: 'believed', atMs: noon + 12 * day }],
  ['exactly the limit', noon + 21 * day, noon, noon, { kind: 'believed', atMs: noon + 21 * day }],
  ['past it', noon + 21 * day + 1, noon, noon, { kind: 'ahead', byMs: 21 * day + 1 }],
  ['two years ahead', noon + 730 * day, noon, noon, { kind: 'ahead', byMs: 730 * day }],
  [
    'two years ahead, and lines of that time are written',
    noon + 730 * day,
    noon,
    noon + 730 * day,
    { kind: 'ahead', byMs: 730 * day },
  ],
  ['a correction of a minute back', noon - 60_000, noon, noon, { kind: 'believed', atMs: noon }],
  ['an hour back', noon - 3_600_000, noon, noon, { kind: 'behind', byMs: 3_600_000 }],
  ['before the newest line', noon, noon - day, noon + day, { kind: 'behind', byMs: day }],
])('%s', (_name, nowMs, believedMs, newestLineMs, expected) => {
  expect(judgeTime({ nowMs, believedMs, newestLineMs }, limits)).toEqual(expected)
})

const moment = fc.integer({ min: 0, max: 4_000_000_000_000 })
const maybe = fc.option(moment, { nil: null })

test('a believed moment is never before the newest line, never before one believed earlier, never over the limit', () => {
  fc.assert(
    fc.property(moment, maybe, maybe, (nowMs, believedMs, newestLineMs) => {
      const judged = judgeTime({ nowMs, believedMs, newestLineMs }, limits)
      if (judged.kind !== 'believed') return
      expect(judged.atMs).toBeGreaterThanOrEqual(Math.max(nowMs, believedMs ?? 0, newestLineMs ?? 0))
      expect(judged.atMs - nowMs).toBeLessThanOrEqual(limits.stepBackToleranceMs)
      if (believedMs !== null) expect(judged.atMs - believedMs).toBeLessThanOrEqual(limits.longestStandstillMs)
    }),
  )
})

test('a clock that only goes on, however it is looked at, is never doubted', () => {
  fc.assert(
    fc.property(moment, fc.array(fc.integer({ min: 0, max: 21 * day }), { maxLength: 50 }), (start, steps) => {
      let believedMs: number | null = null
      let nowMs = start
      for (const step of steps) {
        nowMs += step
        const judged = judgeTime({ nowMs, believedMs, newestLineMs: believedMs }, limits)
        expect(judged).toEqual({ kind: 'believed', atMs: nowMs })
        believedMs = nowMs
      }
    }),
  )
})
