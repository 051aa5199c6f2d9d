import type { Chapter } from '../media/ffmpeg-arguments.ts'
import type { Gap, GapCause, Marker } from './slip.ts'

/** A part as it was found on disk. Clock times are epoch milliseconds, `mediaMs` is media time from its own zero. */
export interface FoundPart {
  readonly partNumber: number
  readonly startedAtMs: number
  readonly mediaMs: number
  /** The regular stop; null where the part broke off and ends where its bytes end. */
  readonly stoppedAtMs: number | null
  readonly brokenBy: GapCause | null
}

export interface PlacedPart extends FoundPart {
  /** Its place on the recording's time line. */
  readonly offsetMs: number
}

export interface TimeLine {
  readonly parts: readonly PlacedPart[]
  readonly gaps: readonly Gap[]
  readonly zeroAtMs: number
  /** From the start of the first part to the end of the talk, a broken end included. */
  readonly wallClockMs: number
  readonly recordedMs: number
}

/**
 * Puts the parts at their wall-clock places. Media can never overlap: where the clock was set back, a part stands right
 * behind the one before. A break without a known cause is the workstation's: nobody else could leave it unwritten.
 * `finishedAtMs`: when the talk ended; a recording that broke off before it ends in a gap. Null where it is not known.
 */
export function placeParts(found: readonly FoundPart[], finishedAtMs: number | null = null): TimeLine {
  const sorted = [...found].sort((one, other) => one.partNumber - other.partNumber)
  const zeroAtMs = sorted[0]?.startedAtMs ?? 0
  const parts: PlacedPart[] = []
  const gaps: Gap[] = []
  for (const part of sorted) {
    const before = parts.at(-1)
    const byClock = part.startedAtMs - zeroAtMs
    const earliest = before ? before.offsetMs + before.mediaMs : 0
    const offsetMs = Math.max(byClock, earliest)
    if (before && offsetMs > earliest) {
      const cause = before.brokenBy ?? (before.stoppedAtMs === null ? 'workstationDied' : 'stoppedByHand')
      gaps.push({ startMs: earliest, endMs: offsetMs, cause })
    }
    parts.push({ ...part, offsetMs })
  }
  const last = parts.at(-1)
  const lastMs = last ? Math.max(0, (last.stoppedAtMs ?? last.startedAtMs + last.mediaMs) - last.startedAtMs) : 0
  const endMs = last ? last.offsetMs + lastMs : 0
  const missingEnd = last?.stoppedAtMs === null ? endOfTalk(finishedAtMs, zeroAtMs, endMs) : null
  if (last && missingEnd !== null) {
    gaps.push({ startMs: endMs, endMs: missingEnd, cause: last.brokenBy ?? 'workstationDied' })
  }
  return {
    parts,
    gaps,
    zeroAtMs,
    wallClockMs: missingEnd ?? endMs,
    recordedMs: parts.reduce((sum, part) => sum + part.mediaMs, 0),
  }
}

/** Shorter than this the end of the talk is where the last bytes end: a chunk may still have been under way. */
const endToleranceMs = 1_000

const endOfTalk = (finishedAtMs: number | null, zeroAtMs: number, endMs: number): number | null =>
  finishedAtMs !== null && finishedAtMs - zeroAtMs > endMs + endToleranceMs ? finishedAtMs - zeroAtMs : null

/** Media missing at the end of regularly stopped parts against their clock, in all; a part may not be shorter. */
export const shorterThanClockMs = (parts: readonly FoundPart[]): number =>
  parts.reduce((sum, part) => {
    if (part.stoppedAtMs === null) return sum
    return sum + Math.max(0, part.stoppedAtMs - part.startedAtMs - part.mediaMs)
  }, 0)

/** A clock moment on the time line, kept inside it. */
export const onTimeLine = (atMs: number, zeroAtMs: number, durationMs: number): number =>
  Math.min(durationMs, Math.max(0, Math.round(atMs - zeroAtMs)))

/** Chapters of the sealed file: parts, breaks and markers, as codes. */
export function chaptersOf(timeLine: TimeLine, markers: readonly Marker[]): Chapter[] {
  return [
    ...timeLine.parts.map(part => ({ startMs: part.offsetMs, title: `part ${part.partNumber}` })),
    ...timeLine.gaps.map(gap => ({ startMs: gap.startMs, title: `gap ${gap.cause}` })),
    ...markers.map(marker => ({ startMs: marker.atMs, title: marker.code })),
  ].sort((one, other) => one.startMs - other.startMs)
}
