import { greatest, least } from '../../../shared/extremes.ts'
import type { SessionLogLine } from '../../../shared/recording/part-log.ts'
import type { Slip } from '../../../shared/recording/slip.ts'
import { onTimeLine, type TimeLine } from '../../../shared/recording/time-line.ts'
import type { PartReading } from './read-part.ts'

/**
 * Where the document is in the picture. Where the clock was set, or parts lie one behind the other because it was set
 * between them, a moment may belong to several places: then all of them are covered, and what is between them.
 */
export function coveredIntervalsOf(
  sessionLog: readonly SessionLogLine[],
  readings: readonly PartReading[],
  { parts, zeroAtMs, wallClockMs }: TimeLine,
): Slip['documentIntervals'] {
  // By how much a moment of the clock may be off: not at all, each run of steps, and each part's own displacement.
  const shifts = new Set([0])
  for (const [index, reading] of readings.entries()) {
    const part = parts[index]
    const displacedMs = part ? part.offsetMs - (part.startedAtMs - zeroAtMs) : 0
    shifts.add(displacedMs)
    let setByMs = 0
    for (const step of reading.clockSteps) {
      setByMs += step.byMs
      shifts.add(displacedMs - setByMs)
    }
  }
  const earliestMs = least(shifts) ?? 0
  const latestMs = greatest(shifts) ?? 0
  return sessionLog
    .filter(line => line.kind === 'document')
    .map(({ fromMs, toMs }) => ({
      startMs: onTimeLine(fromMs + earliestMs, zeroAtMs, wallClockMs),
      endMs: onTimeLine(toMs + latestMs, zeroAtMs, wallClockMs),
    }))
}
