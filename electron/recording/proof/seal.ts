import { readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { CheckedRange } from '../../../shared/recording/part-log.ts'
import {
  manifestFileName,
  partChecksName,
  partFileName,
  sealedFileName,
  slipFileName,
} from '../../../shared/recording/part-log.ts'
import { Manifest, Slip, type SlipThresholds } from '../../../shared/recording/slip.ts'
import { chaptersOf, placeParts } from '../../../shared/recording/time-line.ts'
import { checkRange } from './check-range.ts'
import { countDamagedChunks } from './chunk-hashes.ts'
import { type JoinedFile, joinParts } from './join-parts.ts'
import { composeManifest, composeSlip, markersOf } from './papers.ts'
import { type PartReading, readPart } from './read-part.ts'
import {
  listPartNumbers,
  readJsonFile,
  readSession,
  readSessionLog,
  removeSealingRemains,
  syncDirectory,
  writeDurably,
} from './recording-files.ts'
import { SealError } from './seal-error.ts'

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

export interface Sealed {
  readonly manifest: Manifest
  readonly slip: Slip
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
  const finished = await readSealed(directory)
  if (finished) {
    await tidyUp(directory, finished.slip)
    return finished
  }
  await removeSealingRemains(directory)
  try {
    return await sealAnew(options)
  } catch (error) {
    await removeSealingRemains(directory).catch(() => undefined)
    throw asSealError(error, options.signal)
  }
}

/** Is there nothing left to do in this folder? False also when only the removal of raw parts was cut off. */
export async function isSealFinished(directory: string): Promise<boolean> {
  const finished = await readSealed(directory)
  return finished !== null && (finished.slip.verdict === 'damaged' || (await listRawParts(directory)).length === 0)
}

async function sealAnew(options: SealOptions): Promise<Sealed> {
  const { directory, ffmpegPath, thresholds, signal, onProgress } = options
  const session = await readSession(directory).catch((error: unknown) => {
    throw new SealError('noSession', error instanceof Error ? error.name : 'unreadable')
  })
  const sessionLog = await readSessionLog(directory)

  onProgress?.({ step: 'reading', share: 0 })
  const found: PartReading[] = []
  for (const partNumber of await listPartNumbers(directory)) {
    const before = found.at(-1)
    const reading = await readPart({
      directory,
      partNumber,
      fallbackStartMs: before ? before.startedAtMs + before.mediaMs : Date.parse(session.startedAt),
      audioHoleMinimumMs: thresholds.audioHoleMinimumMs,
      longestRangeMs,
      ...(signal ? { signal } : {}),
    })
    // Opened and killed before the first byte: nothing was recorded, nothing can be lost.
    if (reading.byteLength > 0 || reading.chunkCount > 0) found.push(reading)
  }
  const joinable = found.filter(isReadable).filter((reading, _, all) => isLikeFirst(reading, all[0]))
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
  const [joined, ranges, damaged] = (await Promise.all(work)) as [JoinedFile | null, CheckedRange[], number[]]
  const readings = found.map((part, index) => ({ ...part, chunksMissing: part.chunksMissing + (damaged[index] ?? 0) }))

  onProgress?.({ step: 'writing', share: 0.9 })
  const facts = { session, sessionLog, readings, joinable, timeLine, markers, joined, ranges, thresholds }
  const slip = Slip.parse(composeSlip(facts, options.now()))
  const manifest = Manifest.parse(composeManifest(facts, options.now()))
  signal?.throwIfAborted()
  if (joined) {
    await rename(joined.temporary, path.join(directory, sealedFileName(session.recordingId)))
    await syncDirectory(directory)
  }
  await writeDurably(directory, manifestFileName, `${JSON.stringify(manifest, null, 2)}\n`)
  // From here on the recording is sealed.
  await writeDurably(directory, slipFileName, `${JSON.stringify(slip, null, 2)}\n`)
  await tidyUp(directory, slip)
  onProgress?.({ step: 'writing', share: 1 })
  return { manifest, slip }
}

const isReadable = (part: PartReading): boolean =>
  part.headerLength !== null &&
  part.videoTrack !== null &&
  part.audioTrack !== null &&
  part.videoPackets + part.audioPackets > 0

/** Only streams of the same codecs can stand in one track. */
const isLikeFirst = (part: PartReading, first: PartReading | undefined): boolean =>
  part.videoTrack?.codecId === first?.videoTrack?.codecId && part.audioTrack?.codecId === first?.audioTrack?.codecId

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
): Promise<CheckedRange[]> {
  const ranges: CheckedRange[] = []
  // A tail is waited for by a person; a whole recording after a crash must not take the machine from the next citizen.
  const unchecked = parts.flatMap(part => part.unchecked)
  const backlogMs = unchecked.reduce((sum, range) => sum + range.toMs - range.fromMs, 0)
  for (const { file, headerLength, checked, unchecked } of parts) {
    ranges.push(...checked)
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
  }
  return ranges
}

async function readSealed(directory: string): Promise<Sealed | null> {
  const slip = Slip.safeParse(await readJsonFile(directory, slipFileName))
  const manifest = Manifest.safeParse(await readJsonFile(directory, manifestFileName))
  return slip.success && manifest.success ? { slip: slip.data, manifest: manifest.data } : null
}

const listRawParts = async (directory: string): Promise<string[]> =>
  (await readdir(directory)).filter(name => /^part-\d{3,}\.webm$/.test(name))

/** After the slip: the raw parts of a recording that is not damaged have served. Logs stay as the chunks' history. */
async function tidyUp(directory: string, slip: Slip): Promise<void> {
  await removeSealingRemains(directory)
  if (slip.verdict === 'damaged') return
  for (const partNumber of await listPartNumbers(directory)) {
    await rm(path.join(directory, partFileName(partNumber)), { force: true })
    await rm(path.join(directory, partChecksName(partNumber)), { force: true })
  }
  await syncDirectory(directory)
}

const isRejected = (job: PromiseSettledResult<unknown>): boolean => job.status === 'rejected'
const isStop = (error: unknown): boolean => error instanceof SealError && error.failure === 'stopped'

function asSealError(error: unknown, signal: AbortSignal | undefined): SealError {
  if (signal?.aborted) return new SealError('stopped', 'The seal was stopped')
  if (error instanceof SealError) return error
  const code = error instanceof Error && 'code' in error ? error.code : null
  return new SealError(code === 'ENOSPC' ? 'diskFull' : 'failed', error instanceof Error ? error.message : 'unknown')
}
