import { stat } from 'node:fs/promises'
import path from 'node:path'
import { least } from '../../../shared/extremes.ts'
import type { MatroskaTrack } from '../../../shared/media/matroska-contents.ts'
import {
  type ClockPoint,
  type ClockStep,
  findClockSteps,
  findHoles,
  measureDrift,
  type TrackHoles,
  withoutSteps,
} from '../../../shared/media/packet-times.ts'
import { type FoundRange, makeRangeFinder } from '../../../shared/media/range-finder.ts'
import { type CheckedRange, partFileName } from '../../../shared/recording/part-log.ts'
import type { SlipThresholds } from '../../../shared/recording/slip.ts'
import type { SteadyClock } from '../../../shared/recording/steady-clock.ts'
import type { FoundPart } from '../../../shared/recording/time-line.ts'
import type { LoggedChunk } from './chunk-hashes.ts'
import { findMediaEnd, readLoggedBytes } from './read-bytes.ts'
import { chainOfChecks, isMissing, readChecks, readPartLog } from './recording-files.ts'

/** Everything one pass over a raw part tells: its bytes against the sink's log, its packets, what is not checked yet. */
export interface PartReading extends FoundPart {
  readonly file: string
  readonly byteLength: number
  readonly chunkCount: number
  readonly mimeType: string
  readonly chunks: readonly LoggedChunk[]
  /** Chunks lost or out of order; whether their bytes are unchanged is asked apart (chunk-hashes.ts). */
  readonly chunksMissing: number
  readonly videoPackets: number
  readonly audioPackets: number
  readonly videoTrack: MatroskaTrack | null
  readonly audioTrack: MatroskaTrack | null
  readonly audioHoles: TrackHoles
  readonly pictureHoles: TrackHoles
  readonly driftMsPerMinute: number
  /** How the clock was set while the part was made; its times here are those of a clock nobody set. */
  readonly clockSteps: readonly ClockStep[]
  /** What the part's own time begins with; the times here begin with 0, those of its ranges as they stand in its bytes. */
  readonly mediaStartMs: number
  /** Media behind the last logged byte: nobody vouches for it. */
  readonly unloggedMs: number
  /** Bytes behind the media that are none: half a block of a kill, zeros of a power cut. */
  readonly tailCutBytes: number
  readonly headerLength: number | null
  readonly checked: readonly CheckedRange[]
  /** Closed or final ranges nobody decoded yet. */
  readonly unchecked: readonly FoundRange[]
}

export interface ReadPartOptions {
  readonly directory: string
  readonly partNumber: number
  /** The recording's, where it was read already: it takes all of its logs. */
  readonly clock?: SteadyClock
  /** Where the log has no start (killed before it was written): the part's place by other knowledge. */
  readonly fallbackStartMs: number
  readonly thresholds: Pick<SlipThresholds, 'audioHoleMinimumMs' | 'pictureHoleMinimumMs' | 'clockStepMs'>
  readonly longestRangeMs: number
  readonly signal?: AbortSignal
}

/** Reads one raw part from its first byte to its last, in pieces; memory does not grow with the file but for times. */
export async function readPart(options: ReadPartOptions): Promise<PartReading> {
  const { directory, partNumber } = options
  const file = path.join(directory, partFileName(partNumber))
  const log = await readPartLog(directory, partNumber, options.clock)
  const chunks = log.filter(line => line.kind === 'chunk')
  const started = log.find(line => line.kind === 'started')
  const opened = log.find(line => line.kind === 'opened')
  const stopped = log.findLast(line => line.kind === 'stopped')
  const broken = log.findLast(line => line.kind === 'broken')
  const askedAtMs = started?.startedAtMs ?? opened?.atMs ?? options.fallbackStartMs

  const audioTimesMs: number[] = []
  const videoTimesMs: number[] = []
  let videoPackets = 0
  let audioPackets = 0
  let lastVideoMs = 0
  let latestMs = 0
  const finder = makeRangeFinder({
    longestMs: options.longestRangeMs,
    onBlock({ kind, timeMs, frames }) {
      if (frames === 0) return
      latestMs = Math.max(latestMs, timeMs)
      if (kind === 'audio') {
        audioPackets += frames
        audioTimesMs.push(timeMs)
      } else if (kind === 'video') {
        videoPackets += frames
        videoTimesMs.push(timeMs)
        lastVideoMs = Math.max(lastVideoMs, timeMs)
      }
    },
  })
  const arrivals: ClockPoint[] = []
  const { signal, thresholds } = options
  const fileBytes = await sizeOf(file)
  const loggedBytes = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)
  const endByte = await findMediaEnd({ file, fileBytes, loggedBytes, signal })
  const bytes = await readLoggedBytes({
    file,
    endByte,
    chunks,
    onBytes: piece => finder.push(piece),
    onChunk: chunk => arrivals.push({ clockMs: chunk.atMs - askedAtMs, mediaMs: latestMs }),
    signal,
  })
  const mediaStartMs = startOfMedia(arrivals, least([...audioTimesMs.slice(0, 1), ...videoTimesMs.slice(0, 1)]))
  const since = (timeMs: number): number => Math.max(0, timeMs - mediaStartMs)
  const lastPictureMs = since(lastVideoMs)
  const points = arrivals.map(({ clockMs, mediaMs }) => ({ clockMs, mediaMs: since(mediaMs) }))
  // Lines with a monotonic time were put on a clock nobody sets: what arrived late there was late, and no clock was set.
  const isSteady = chunks.every(({ monotonicMs }) => monotonicMs !== undefined)
  const clockSteps = isSteady ? [] : findClockSteps(points, thresholds.clockStepMs)
  const clock = withoutSteps(points, clockSteps)
  const setByMs = clockSteps.reduce((sum, step) => sum + step.byMs, 0)

  const { headerLength, tracks } = finder.summary()
  const chain = headerLength === null ? [] : chainOfChecks(await readChecks(directory, partNumber), headerLength)
  // A chain that ends where no range begins belongs to other bytes: decode everything again.
  const last = chain.at(-1)
  const checked =
    last !== undefined && (last.toByte === finder.summary().wholeUntil || finder.skipTo(last.toByte)) ? chain : []
  const unchecked: FoundRange[] = []
  for (let range = finder.nextClosed(); range !== null; range = finder.nextClosed()) unchecked.push(range)
  const rest = finder.rest()
  if (rest !== null) unchecked.push(rest)

  const audioHoles = findHoles({
    timesMs: audioTimesMs.map(since),
    startMs: 0,
    endMs: lastPictureMs,
    minimumMs: thresholds.audioHoleMinimumMs,
  })
  const lastAudioMs = audioTimesMs.at(-1)
  const mediaMs = Math.max(lastPictureMs, lastAudioMs === undefined ? 0 : since(lastAudioMs) + audioHoles.packetMs)
  const pictureHoles = findHoles({
    timesMs: videoTimesMs.map(since),
    startMs: 0,
    endMs: mediaMs,
    minimumMs: thresholds.pictureHoleMinimumMs,
  })
  return {
    partNumber,
    file,
    startedAtMs: askedAtMs + lateStartMs(clock),
    stoppedAtMs: stopped === undefined ? null : stopped.stoppedAtMs - setByMs,
    brokenBy: broken?.cause ?? null,
    mediaMs,
    byteLength: bytes.byteLength,
    chunkCount: chunks.length,
    mimeType: started?.mimeType ?? 'video/webm',
    chunks,
    chunksMissing: bytes.chunksCutOff + missingNumbers(chunks, stopped?.chunkCount ?? null),
    videoPackets,
    audioPackets,
    videoTrack: tracks.find(track => track.kind === 'video') ?? null,
    audioTrack: tracks.find(track => track.kind === 'audio') ?? null,
    audioHoles,
    pictureHoles,
    driftMsPerMinute: measureDrift(clock),
    clockSteps,
    mediaStartMs,
    unloggedMs: endByte > loggedBytes ? Math.max(0, latestMs - (arrivals.at(-1)?.mediaMs ?? 0)) : 0,
    tailCutBytes: fileBytes - endByte,
    headerLength,
    checked,
    unchecked,
  }
}

/** Media come after the clock, never before it by more than this: then their time began with another number than 0. */
const mostAheadMs = 2_000

/**
 * What the time of a part begins with. What is lost at the beginning of a part came late as well: only media that would
 * have been there long before the clock have a time of their own.
 */
function startOfMedia(arrivals: readonly ClockPoint[], firstMs: number | null): number {
  const first = firstMs === null ? undefined : arrivals.find(({ mediaMs }) => mediaMs > 0 && mediaMs >= firstMs)
  return first === undefined || firstMs === null || firstMs - first.clockMs <= mostAheadMs ? 0 : firstMs
}

/** What a chunk needs at best from the last picture in it to the disk. */
const usualLatencyMs = 250

/**
 * How long after it was asked the encoder began. On a busy machine its first picture comes late, and every chunk then
 * seems to be behind the clock by at least that much.
 */
function lateStartMs(clock: readonly ClockPoint[]): number {
  const behindMs = least(clock.filter(point => point.mediaMs > 0).map(point => point.clockMs - point.mediaMs))
  return behindMs === null ? 0 : Math.max(0, behindMs - usualLatencyMs)
}

/** How many of 0…n−1 do not stand in their place; repeated or swapped ones count as well. */
function missingNumbers(chunks: readonly LoggedChunk[], chunkCount: number | null): number {
  let missing = 0
  let expected = 0
  for (const { sequence } of chunks) {
    missing += Math.abs(sequence - expected)
    expected = sequence + 1
  }
  return missing + Math.max(0, (chunkCount ?? 0) - expected)
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (isMissing(error)) return 0
    throw error
  }
}
