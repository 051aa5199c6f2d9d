import path from 'node:path'
import type { MatroskaTrack } from '../../../shared/media/matroska-contents.ts'
import { type AudioHoles, type ClockPoint, findAudioHoles, measureDrift } from '../../../shared/media/packet-times.ts'
import { type FoundRange, makeRangeFinder } from '../../../shared/media/range-finder.ts'
import { type CheckedRange, partFileName } from '../../../shared/recording/part-log.ts'
import type { FoundPart } from '../../../shared/recording/time-line.ts'
import { type LoggedChunk, openIfThere } from './chunk-hashes.ts'
import { chainOfChecks, readChecks, readPartLog } from './recording-files.ts'

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
  readonly holes: AudioHoles
  readonly driftMsPerMinute: number
  readonly headerLength: number | null
  readonly checked: readonly CheckedRange[]
  /** Closed or final ranges nobody decoded yet. */
  readonly unchecked: readonly FoundRange[]
}

export interface ReadPartOptions {
  readonly directory: string
  readonly partNumber: number
  /** Where the log has no start (killed before it was written): the part's place by other knowledge. */
  readonly fallbackStartMs: number
  readonly audioHoleMinimumMs: number
  readonly longestRangeMs: number
  readonly signal?: AbortSignal
}

/** Reads one raw part from its first byte to its last, in pieces; memory does not grow with the file but for times. */
export async function readPart(options: ReadPartOptions): Promise<PartReading> {
  const { directory, partNumber } = options
  const file = path.join(directory, partFileName(partNumber))
  const log = await readPartLog(directory, partNumber)
  const chunks = log.filter(line => line.kind === 'chunk')
  const started = log.find(line => line.kind === 'started')
  const opened = log.find(line => line.kind === 'opened')
  const stopped = log.findLast(line => line.kind === 'stopped')
  const broken = log.findLast(line => line.kind === 'broken')
  const askedAtMs = started?.startedAtMs ?? opened?.atMs ?? options.fallbackStartMs

  const audioTimesMs: number[] = []
  let videoPackets = 0
  let audioPackets = 0
  let lastVideoMs = 0
  let latestMs = 0
  const finder = makeRangeFinder({
    longestMs: options.longestRangeMs,
    onBlock({ kind, timeMs, frames }) {
      latestMs = Math.max(latestMs, timeMs)
      if (kind === 'audio') {
        audioPackets += frames
        audioTimesMs.push(timeMs)
      } else if (kind === 'video') {
        videoPackets += frames
        lastVideoMs = Math.max(lastVideoMs, timeMs)
      }
    },
  })
  const clock: ClockPoint[] = []
  const bytes = await readThrough({
    file,
    chunks,
    onBytes: piece => finder.push(piece),
    onChunk: chunk => clock.push({ clockMs: chunk.atMs - askedAtMs, mediaMs: latestMs }),
    signal: options.signal,
  })

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

  const holes = findAudioHoles({
    timesMs: audioTimesMs,
    startMs: 0,
    endMs: lastVideoMs,
    minimumMs: options.audioHoleMinimumMs,
  })
  const lastAudioMs = audioTimesMs.at(-1)
  return {
    partNumber,
    file,
    startedAtMs: askedAtMs + lateStartMs(clock),
    stoppedAtMs: stopped?.stoppedAtMs ?? null,
    brokenBy: broken?.cause ?? null,
    mediaMs: Math.max(lastVideoMs, lastAudioMs === undefined ? 0 : lastAudioMs + holes.packetMs),
    byteLength: bytes.byteLength,
    chunkCount: chunks.length,
    mimeType: started?.mimeType ?? 'video/webm',
    chunks,
    chunksMissing: bytes.chunksCutOff + missingNumbers(chunks, stopped?.chunkCount ?? null),
    videoPackets,
    audioPackets,
    videoTrack: tracks.find(track => track.kind === 'video') ?? null,
    audioTrack: tracks.find(track => track.kind === 'audio') ?? null,
    holes,
    driftMsPerMinute: measureDrift(clock),
    headerLength,
    checked,
    unchecked,
  }
}

/** What a chunk needs at best from the last picture in it to the disk. */
const usualLatencyMs = 250

/**
 * How long after it was asked the encoder began. On a busy machine its first picture comes late, and every chunk then
 * seems to be behind the clock by at least that much.
 */
function lateStartMs(clock: readonly ClockPoint[]): number {
  const behind = clock.filter(point => point.mediaMs > 0).map(point => point.clockMs - point.mediaMs)
  return behind.length === 0 ? 0 : Math.max(0, Math.min(...behind) - usualLatencyMs)
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

/** Reads the file once, handing on every byte and each chunk the sink logged as it is over. */
async function readThrough(options: {
  file: string
  chunks: readonly LoggedChunk[]
  onBytes: (bytes: Uint8Array) => void
  onChunk: (chunk: LoggedChunk) => void
  signal: AbortSignal | undefined
}): Promise<{ byteLength: number; chunksCutOff: number }> {
  const { chunks, onBytes, onChunk, signal } = options
  const handle = await openIfThere(options.file)
  // Bytes of the log that never came are as lost as a missing chunk.
  if (handle === null) return { byteLength: 0, chunksCutOff: chunks.length }
  try {
    const buffer = Buffer.alloc(readBytes)
    let byteLength = 0
    let index = 0
    let left = chunks[0]?.byteLength ?? 0
    for (;;) {
      signal?.throwIfAborted()
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, byteLength)
      if (bytesRead === 0) break
      byteLength += bytesRead
      let from = 0
      while (from < bytesRead) {
        const chunk = chunks[index]
        // Behind the last logged chunk: written but not acknowledged before a kill. Still the citizen's voice.
        const taken = chunk === undefined ? bytesRead - from : Math.min(left, bytesRead - from)
        const piece = buffer.subarray(from, from + taken)
        onBytes(piece)
        from += taken
        if (chunk === undefined) continue
        left -= taken
        if (left > 0) continue
        onChunk(chunk)
        index += 1
        left = chunks[index]?.byteLength ?? 0
      }
    }
    return { byteLength, chunksCutOff: chunks.length - index }
  } finally {
    await handle.close()
  }
}

const readBytes = 1024 * 1024
