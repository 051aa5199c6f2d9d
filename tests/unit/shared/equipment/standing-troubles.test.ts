import { expect, test } from 'vitest'
import type { CheckCode, CheckState } from '../../../../shared/equipment/codes.ts'
import { standingTroubles } from '../../../../shared/equipment/standing-troubles.ts'
import { judged } from '../../../../shared/equipment/thresholds.ts'

const check = (hour: number, ...lines: readonly (readonly [CheckCode, CheckState])[]) => ({
  finishedAt: `2026-11-20T0${hour}:00:00.000Z`,
  results: lines.map(([code, state]) => judged(code, state)),
})
const at = (hour: number) => `2026-11-20T0${hour}:00:00.000Z`

test('since the first of the checks in a row that found it; a good one in between begins anew', () => {
  const checks = [
    check(1, ['clock', 'warning']),
    check(2, ['clock', 'good']),
    check(3, ['clock', 'warning']),
    check(4, ['clock', 'warning']),
  ]
  expect(standingTroubles(checks)).toMatchObject([{ code: 'clock', state: 'warning', since: at(3), times: 2 }])
})

test('a check that did not look, or could not tell, neither mends nor repeats', () => {
  const checks = [
    check(1, ['rehearsalFile', 'fault']),
    check(2, ['clock', 'good']),
    check(3, ['rehearsalFile', 'unknown']),
  ]
  expect(standingTroubles(checks)).toMatchObject([{ code: 'rehearsalFile', since: at(1), times: 1 }])
})

test('faults before warnings, the oldest first; what is well is not told', () => {
  const checks = [
    check(1, ['clock', 'warning'], ['memory', 'good']),
    check(2, ['diskRoom', 'fault']),
    check(3, ['cameraBlack', 'fault']),
  ]
  expect(standingTroubles(checks).map(({ code }) => code)).toEqual(['diskRoom', 'cameraBlack', 'clock'])
})
