import { expect, test } from 'vitest'
import { coveredIntervalsOf } from '../../../../../electron/recording/proof/document-intervals.ts'
import type { PartReading } from '../../../../../electron/recording/proof/read-part.ts'
import type { SessionLogLine } from '../../../../../shared/recording/part-log.ts'
import { placeParts } from '../../../../../shared/recording/time-line.ts'

const zeroAtMs = Date.parse('2026-11-20T02:00:00Z')
const mediaMs = 120_000
/** By the clock of the computer, as the specialist's presses were written. */
const shown: SessionLogLine[] = [{ kind: 'document', fromMs: zeroAtMs + 40_000, toMs: zeroAtMs + 50_000 }]

const partOf = (steps: readonly number[], startedAtMs = zeroAtMs): PartReading =>
  ({
    ...{ partNumber: 1, startedAtMs, stoppedAtMs: startedAtMs + mediaMs, brokenBy: null, mediaMs },
    clockSteps: steps.map((byMs, index) => ({ index, atMs: 0, byMs })),
  }) as unknown as PartReading

const coveredOf = (readings: readonly PartReading[]) => coveredIntervalsOf(shown, readings, placeParts(readings, null))

test('where the clock was not set the document is covered where it was shown', () => {
  expect(coveredOf([partOf([])])).toEqual([{ startMs: 40_000, endMs: 50_000 }])
})

test.each([
  ['back by half a minute', [-30_000]],
  ['forwards by half a minute', [30_000]],
  ['back, and forwards again', [-30_000, 30_000]],
  ['twice forwards', [5_000, 5_000]],
])('set %s: covered wherever the moment may lie, and in between', (_name, steps) => {
  const [covered] = coveredOf([partOf(steps)])
  let setByMs = 0
  const places = [0, ...steps].map(byMs => {
    setByMs += byMs
    return -setByMs
  })
  for (const place of places) {
    expect(covered?.startMs).toBeLessThanOrEqual(Math.max(0, 40_000 + place))
    expect(covered?.endMs).toBeGreaterThanOrEqual(Math.min(mediaMs, 50_000 + place))
  }
  expect(covered?.endMs).toBeLessThanOrEqual(mediaMs)
})
