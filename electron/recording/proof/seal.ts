import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { CheckedRange } from '../../../shared/recording/part-log.ts'
import { manifestFileName, sealedFileName, slipFileName } from '../../../shared/recording/part-log.ts'
import { Manifest, Slip, type SlipThresholds } from '../../../shared/recording/slip.ts'
import { chaptersOf, placeParts } from '../../../shared/recording/time-line.ts'
import { checkRange } from './check-range.ts'
import { countDamagedChunks } from './chunk-hashes.ts'
import { type JoinedFile, joinParts } from './join-parts.ts'
import { composeManifest, composeSlip, markersOf } from './papers.ts'
import { patiently } from './patiently.ts'
import { type PartReading, readPart } from './read-part.ts'
import {
  listPartNumbers,
  paperText,
  readRecordingClock,
  readSession,
  readSessionLog,
  removeSealingRemains,
  syncDirectory,
  writeDurably,
} from './recording-files.ts'
import { SealError } from './seal-error.ts'
import {
  isFilmThere,
  isFilmWhole,
  isOfThisLog,
  listRawParts,
  readSealed,
  removeRawParts,
  type Sealed,
} from './sealed-papers.ts'

export interface SealProgress {
  readonly step: 'reading' | 'joining' | 'writing'
  /** 0…1 over the whole seal, by steps. */
  readonly share: number
}

export interface SealOptions {
  /** The folder of one recording; nobody may write into it any more. */
  readonly directory: string
  readonly ffmpegPath: string
  readonly thresholds: SlipThresholds
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: SealProgress) => void
}

/** Unchecked ranges of a part without any checks (after a crash) are decoded in pieces of this length. */
const longestRangeMs = 60_000

/**
 * Turns the raw parts of a recording into one proven file with manifest and slip. May be run again at any point, after
 * a kill as well: until the slip is on disk the raw parts are untouched and everything is made anew; afterwards only
 * the removal of the raw parts is finished. Raw parts of a damaged recording are kept.
 * Rejects with SealError when it cannot be done now (no ffmpeg, no room, stopped); nothing is lost then.
 */
export async function sealRecording(options: SealOptions): Promise<Sealed> {
  const { directory } = options
  try {
    const finished = await takeFinished(options)
    if (finished) return finished
    await removeSealingRemains(directory)
    return await sealAnew(options)
  } catch (error) {
    await removeSealingRemains(directory).catch(() => undefined)
    throw asSealError(error, options.signal)
  }
}

/**
 * Finishes a seal whose papers lie there already. Null where they are not of this recording, or the film beside them is
 * not what they say, and the raw parts are there to seal it anew. Rejects where there are none: nothing can be proven.
 */
async function takeFinished({ directory, signal }: SealOptions): Promise<Sealed | null> {
  const finished = await readSealed(directory)
  if (!finished) return null
  const isRawThere = (await listRawParts(directory)).length > 0
  if (!(await isOfThisLog(directory, finished))) {
    if (!isRawThere) throw new SealError('foreignPapers', 'The slip does not know the chunks of the log')
  } else if (!isRawThere) return finished
  else if (await isFilmWhole(directory, finished, signal)) {
    await removeRawParts(directory, finished.slip)
    return finished
  }
  // While the film is made anew no slip may speak for it.
  await patiently(() => rm(path.join(directory, slipFileName), { force: true }))
  return null
}

/** Is there nothing left to do in this folder? False also when only the removal of raw parts was cut off. */
export async function isSealFinished(directory: string): Promise<boolean> {
  const finished = await readSealed(directory)
  if (finished === null) return false
  if ((await listRawParts(directory)).length === 0) return true
  return finished.slip.verdict === 'damaged' && (await isFilmThere(directory, finished))
}

async function sealAnew(options: SealOptions): Promise<Sealed> {
  const { directory, ffmpegPath, thresholds, signal, onProgress } = options
  const session = await readSession(directory).catch((error: unknown) => {
    throw new SealError('noSession', error instanceof Error ? error.name : 'unreadable')
  })
  const clock = await readRecordingClock(directory)
  const sessionLog = await readSessionLog(directory, clock)

  onProgress?.({ step: 'reading', share: 0 })
  const found: PartReading[] = []
  for (const partNumber of await listPartNumbers(directory)) {
    const before = found.at(-1)
    const reading = await readPart({
      directory,
      partNumber,
      clock,
      fallbackStartMs: before ? before.startedAtMs + before.mediaMs : Date.parse(session.startedAt),
      thresholds,
      longestRangeMs,
      ...(signal ? { signal } : {}),
    })
    // Opened and killed before the first byte: nothing was recorded, nothing can be lost.
    if (reading.byteLength > 0 || reading.chunkCount > 0) found.push(reading)
  }
  const readable = afterClockSteps(found.filter(isReadable))
  const joinable = readable.filter(reading => isLikeFirst(reading, readable[0]))
  const finished = sessionLog.findLast(line => line.kind === 'finished')
  const timeLine = placeParts(joinable, finished?.atMs ?? null)
  const markers = markersOf(sessionLog, timeLine)

  onProgress?.({ step: 'joining', share: 0.3 })
  const failed = new AbortController()
  const either = AbortSignal.any([failed.signal, ...(signal ? [signal] : [])])
  const offsets = new Map(timeLine.parts.map(part => [part.partNumber, part.offsetMs]))
  const work = [
    joinable.length === 0
      ? null
      : joinParts({
          ffmpegPath,
          directory,
          name: sealedFileName(session.recordingId),
          parts: joinable.map(part => ({ ...part, offsetMs: offsets.get(part.partNumber) ?? 0 })),
          chapters: chaptersOf(timeLine, markers),
          endMs: timeLine.wallClockMs,
          signal: either,
        }),
    checkRest(options, joinable, either),
    countDamage(found, either),
  ] as const
  // One failing ends the other: no ffmpeg may go on behind a refused seal.
  for (const job of work) job?.catch(() => failed.abort())
  const settled = await Promise.allSettled(work)
  const reason = settled.find(job => job.status === 'rejected' && !isStop(job.reason)) ?? settled.find(isRejected)
  if (reason?.status === 'rejected') throw reason.reason
  const [joined, checks, damaged] = (await Promise.all(work)) as [JoinedFile | null, CheckedRange[][], number[]]
  const readings = found.map((part, index) => ({ ...part, chunksMissing: part.chunksMissing + (damaged[index] ?? 0) }))

  onProgress?.({ step: 'writing', share: 0.9 })
  const partsApart = readable.length - joinable.length
  const facts = {
    session,
    sessionLog,
    readings,
    joinable,
    partsApart,
    timeLine,
    markers,
    joined,
    checks,
    thresholds,
    clockStepMs: clock.largestStepMs,
  }
  const slip = Slip.parse(composeSlip(facts, options.now()))
  const manifest = Manifest.parse(composeManifest(facts, options.now()))
  signal?.throwIfAborted()
  if (joined) {
    await patiently(() => rename(joined.temporary, path.join(directory, sealedFileName(session.recordingId))))
    await syncDirectory(directory)
  }
  await writeDurably(directory, manifestFileName, paperText(manifest))
  // From here on the recording is sealed.
  await writeDurably(directory, slipFileName, paperText(slip))
  const sealed = { manifest, slip }
  // The bytes that were proven had another name: what lies under the last one is read back before anything goes.
  if (!(await isFilmWhole(directory, sealed, signal))) {
    await patiently(() => rm(path.join(directory, slipFileName), { force: true }))
    throw new SealError('failed', 'The sealed file is not what was written')
  }
  await removeRawParts(directory, slip)
  onProgress?.({ step: 'writing', share: 1 })
  return sealed
}

const isReadable = (part: PartReading): boolean =>
  part.headerLength !== null &&
  part.videoTrack !== null &&
  part.audioTrack !== null &&
  part.videoPackets + part.audioPackets > 0

/** Only streams of the same codecs can stand in one track. */
const isLikeFirst = (part: PartReading, first: PartReading | undefined): boolean =>
  part.videoTrack?.codecId === first?.videoTrack?.codecId && part.audioTrack?.codecId === first?.audioTrack?.codecId

/** Parts begun after the clock was set stand where they would by the clock before. */
function afterClockSteps(parts: readonly PartReading[]): PartReading[] {
  let setByMs = 0
  return parts.map(part => {
    const moved = {
      ...part,
      startedAtMs: part.startedAtMs - setByMs,
      stoppedAtMs: part.stoppedAtMs === null ? null : part.stoppedAtMs - setByMs,
    }
    setByMs += part.clockSteps.reduce((sum, step) => sum + step.byMs, 0)
    return moved
  })
}

/** Damaged chunks of each part. */
async function countDamage(parts: readonly PartReading[], signal: AbortSignal): Promise<number[]> {
  const counts: number[] = []
  for (const { file, chunks } of parts) counts.push(await countDamagedChunks({ file, chunks, signal }))
  return counts
}

/** Decodes what the live verifier did not get to: the tails, or everything after a crash. */
async function checkRest(
  { ffmpegPath, thresholds }: SealOptions,
  parts: readonly PartReading[],
  signal: AbortSignal,
): Promise<CheckedRange[][]> {
  const checks: CheckedRange[][] = []
  // A tail is waited for by a person; a whole recording after a crash must not take the machine from the next citizen.
  const unchecked = parts.flatMap(part => part.unchecked)
  const backlogMs = unchecked.reduce((sum, range) => sum + range.toMs - range.fromMs, 0)
  for (const { file, headerLength, mediaStartMs, checked, unchecked } of parts) {
    const ranges = [...checked]
    for (const range of unchecked) {
      const check = await checkRange({
        ffmpegPath,
        file,
        headerLength: headerLength ?? 0,
        range,
        blackLuma: thresholds.blackLuma,
        lowPriority: backlogMs > longestRangeMs,
        signal,
      })
      if (check.kind === 'checked') ranges.push(check.range)
      else if (check.ending.kind === 'notStarted') throw new SealError('noFfmpeg', check.ending.detail)
      else throw new SealError(check.ending.kind === 'stopped' ? 'stopped' : 'failed', 'A range could not be checked')
    }
    // Its bytes tell the part's own time; from here on every part begins with 0.
    checks.push(
      ranges.map(range => ({ ...range, fromMs: range.fromMs - mediaStartMs, toMs: range.toMs - mediaStartMs })),
    )
  }
  return checks
}

const isRejected = (job: PromiseSettledResult<unknown>): boolean => job.status === 'rejected'
const isStop = (error: unknown): boolean => error instanceof SealError && error.failure === 'stopped'

function asSealError(error: unknown, signal: AbortSignal | undefined): SealError {
  if (signal?.aborted) return new SealError('stopped', 'The seal was stopped')
  if (error instanceof SealError) return error
  const code = error instanceof Error && 'code' in error ? error.code : null
  return new SealError(code === 'ENOSPC' ? 'diskFull' : 'failed', error instanceof Error ? error.message : 'unknown')
}
