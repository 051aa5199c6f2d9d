import type { PartLogLine, SessionLogLine } from '../../../shared/recording/part-log.ts'
import { type ClockReading, makeSteadyClock, type SteadyClock } from '../../../shared/recording/steady-clock.ts'

/** The clock of a recording from its logs, in the order they were written: the session's, then those of the parts. */
export function recordingClock(
  sessionLog: readonly SessionLogLine[],
  partLogs: readonly (readonly PartLogLine[])[],
): SteadyClock {
  const readings = [...sessionLog.filter(line => line.kind === 'clock'), ...partLogs.flat().flatMap(readingOf)]
  const runs = [...new Set(readings.map(({ run }) => run))]
  const place = new Map(runs.map((run, index) => [run, index]))
  return makeSteadyClock(
    readings.toSorted(
      (one, other) => (place.get(one.run) ?? 0) - (place.get(other.run) ?? 0) || one.monotonicMs - other.monotonicMs,
    ),
  )
}

/** The lines with their times on the steady clock; those of an older program stay as they are. */
export const straightPartLog = (lines: readonly PartLogLine[], clock: SteadyClock): PartLogLine[] =>
  lines.map(line => {
    const [reading] = readingOf(line)
    if (!reading) return line
    const atMs = Math.round(clock.at(reading))
    if (line.kind === 'started') return { ...line, startedAtMs: atMs }
    return line.kind === 'stopped' ? { ...line, stoppedAtMs: atMs } : { ...line, atMs }
  })

/**
 * The lines with their times on the steady clock. A marker lies where the clock as it was last read puts it. A document
 * is covered wherever it may have been: rather too much than a passport in the open.
 */
export function straightSessionLog(lines: readonly SessionLogLine[], clock: SteadyClock): SessionLogLine[] {
  let read: ClockReading | null = null
  const asRead = (atMs: number): number => {
    const { earliestMs, latestMs } = clock.range(atMs)
    const placeMs = read === null ? earliestMs : atMs - (read.atMs - clock.at(read))
    return Math.round(Math.min(latestMs, Math.max(earliestMs, placeMs)))
  }
  return lines.map(line => {
    switch (line.kind) {
      case 'clock':
        read = line
        return line
      case 'document': {
        const [from, to] = [clock.range(line.fromMs), clock.range(line.toMs)]
        return {
          ...line,
          fromMs: Math.round(Math.min(from.earliestMs, to.earliestMs)),
          toMs: Math.round(Math.max(from.latestMs, to.latestMs)),
        }
      }
      default:
        return { ...line, atMs: asRead(line.atMs) }
    }
  })
}

function readingOf(line: PartLogLine): ClockReading[] {
  const { run, monotonicMs } = line
  if (run === undefined || monotonicMs === undefined) return []
  const atMs = line.kind === 'started' ? line.startedAtMs : line.kind === 'stopped' ? line.stoppedAtMs : line.atMs
  return [{ run, monotonicMs, atMs }]
}
