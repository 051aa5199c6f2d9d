import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChunkFrame } from '../../../shared/recording/chunk-frame.ts'
import { PartLogLine, partFileName, partLogName } from '../../../shared/recording/part-log.ts'
import type { GapCause } from '../../../shared/recording/slip.ts'
import { bothClocks, type Clock } from '../../clock.ts'
import { type AppendLog, openAppendLog } from './append-log.ts'
import { flushDirectory } from './durable-files.ts'
import { readPartState } from './part-state.ts'
import { refuseOtherFile } from './same-file.ts'

/** What became of one chunk. */
export type Acceptance =
  /** On the disk and flushed, now or earlier; `fresh` = now. */
  | { readonly kind: 'acknowledged'; readonly sequence: number; readonly fresh: boolean }
  | { readonly kind: 'resend'; readonly fromSequence: number; readonly because: 'missing' | 'damaged' }
  /** The number is taken by other bytes; what is on the disk stays. */
  | { readonly kind: 'corruptRepeat'; readonly sequence: number }
  /** The disk refused; nothing is taken any more. */
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'closed' }

/** Takes the chunks of one part: in order, whole, on the disk before they are acknowledged. */
export interface PartSink {
  /** Sequence of the next chunk to be written. */
  nextSequence(): number
  /** Bytes on the disk that the log vouches for. */
  byteLength(): number
  /** Calls are served one after another, in the order they came; never rejects. */
  accept(chunk: ChunkFrame): Promise<Acceptance>
  started(startedAtMs: number, mimeType: string): Promise<void>
  /** Ends the part after everything asked for earlier; rejects where even the log cannot be written. */
  stopped(stoppedAtMs: number): Promise<void>
  broken(cause: GapCause): Promise<void>
  /** Closes the files without a word: the part can be taken up again. */
  release(): Promise<void>
}

interface PartAddress {
  readonly directory: string
  readonly partNumber: number
  readonly clock: Clock
}

/** Opens a new part (0600) and flushes its name: only then may an encoder start. Rejects with the system error. */
export async function openPart({ directory, partNumber, clock }: PartAddress): Promise<PartSink> {
  const path = join(directory, partFileName(partNumber))
  const data = await open(path, 'wx', 0o600)
  try {
    await data.sync()
    await flushDirectory(path)
    const log = await openAppendLog(join(directory, partLogName(partNumber)), PartLogLine)
    await log.append({ kind: 'opened', ...bothClocks(clock) })
    return makeSink({ path, data, log, clock, hashes: [], byteLength: 0 })
  } catch (error) {
    await data.close()
    // Nothing is in it, and its number is wanted for the next try.
    await rm(path, { force: true }).catch(() => undefined)
    throw error
  }
}

/**
 * Takes a part up again after a restart, for a page that resends from `nextSequence`: bytes written but not yet
 * logged are cut off, they come again. Rejects where the part is not whole.
 */
export async function reopenPart({ directory, partNumber, clock }: PartAddress): Promise<PartSink> {
  const state = await readPartState(directory, partNumber)
  if (!state.whole || state.ending !== 'open') throw new Error('Only a whole part without an end can be taken up')
  const path = join(directory, partFileName(partNumber))
  const data = await open(path, 'r+')
  try {
    await data.truncate(state.byteLength)
    await data.sync()
    const log = await openAppendLog(join(directory, partLogName(partNumber)), PartLogLine)
    await log.append({ kind: 'reopened', ...bothClocks(clock) })
    return makeSink({ path, data, log, clock, hashes: [...state.hashes], byteLength: state.byteLength })
  } catch (error) {
    await data.close()
    throw error
  }
}

/** Writes the end of a part nobody will go on with; its data file is left as it is, unlogged tail included. */
export async function endLeftPart(address: PartAddress, cause: GapCause): Promise<void> {
  const log = await openAppendLog(join(address.directory, partLogName(address.partNumber)), PartLogLine)
  try {
    await log.append({ kind: 'broken', ...bothClocks(address.clock), cause })
  } finally {
    await log.close()
  }
}

interface SinkParts {
  readonly path: string
  readonly data: FileHandle
  readonly log: AppendLog<PartLogLine>
  readonly clock: Clock
  /** Only hashes are kept of what was written, some 100 bytes a chunk: enough to know a repeat. */
  readonly hashes: string[]
  byteLength: number
}

function makeSink({ path, data, log, clock, hashes, byteLength: bytesBefore }: SinkParts): PartSink {
  let byteLength = bytesBefore
  let condition: 'open' | 'failed' | 'closed' = 'open'
  let tail: Promise<unknown> = Promise.resolve()

  /** One thing at a time, in the order of the calls. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = tail.then(work)
    tail = result.catch(() => undefined)
    return result
  }

  async function accept(chunk: ChunkFrame): Promise<Acceptance> {
    if (condition !== 'open') return { kind: 'closed' }
    const claimed = Buffer.from(chunk.sha256).toString('hex')
    if (chunk.sequence < hashes.length) {
      return hashes[chunk.sequence] === claimed
        ? { kind: 'acknowledged', sequence: chunk.sequence, fresh: false }
        : { kind: 'corruptRepeat', sequence: chunk.sequence }
    }
    if (chunk.sequence > hashes.length) return { kind: 'resend', fromSequence: hashes.length, because: 'missing' }
    if (createHash('sha256').update(chunk.payload).digest('hex') !== claimed) {
      return { kind: 'resend', fromSequence: hashes.length, because: 'damaged' }
    }
    try {
      await writeAll(data, chunk.payload, byteLength)
      await data.datasync()
      await refuseOtherFile(data, path, byteLength + chunk.payload.byteLength)
      await log.append({
        kind: 'chunk',
        sequence: chunk.sequence,
        byteLength: chunk.payload.byteLength,
        sha256: claimed,
        ...bothClocks(clock),
      })
    } catch (error) {
      condition = 'failed'
      // A half chunk was never acknowledged; without it the file ends on a clean, hashed edge.
      await data.truncate(byteLength).catch(() => undefined)
      return { kind: 'failed', error }
    }
    byteLength += chunk.payload.byteLength
    hashes.push(claimed)
    return { kind: 'acknowledged', sequence: chunk.sequence, fresh: true }
  }

  async function end(line: PartLogLine | null): Promise<void> {
    if (condition === 'closed') return
    condition = 'closed'
    try {
      if (line) await log.append(line)
    } finally {
      await log.close()
      await data.close()
    }
  }

  return {
    nextSequence: () => hashes.length,
    byteLength: () => byteLength,
    accept: chunk => inTurn(() => accept(chunk)),
    started: (startedAtMs, mimeType) =>
      inTurn(() => log.append({ kind: 'started', startedAtMs, mimeType, ...ofPage(clock, startedAtMs) })),
    stopped: stoppedAtMs =>
      inTurn(() => end({ kind: 'stopped', stoppedAtMs, chunkCount: hashes.length, ...ofPage(clock, stoppedAtMs) })),
    broken: cause => inTurn(() => end({ kind: 'broken', ...bothClocks(clock), cause })),
    release: () => inTurn(() => end(null)),
  }
}

/** A word of the page is this old at most; one that seems older, or to come, was stamped before the clock was set. */
const oldestWordMs = 10_000

/** The monotonic time of a moment the page stamped with the same computer's wall clock. */
function ofPage(clock: Clock, atMs: number): { monotonicMs: number; run: string } {
  const now = bothClocks(clock)
  const agoMs = now.atMs - atMs
  const isOfThisSetting = agoMs >= -1_000 && agoMs <= oldestWordMs
  return { monotonicMs: now.monotonicMs - (isOfThisSetting ? agoMs : 0), run: now.run }
}

/** `write` may take less than it was given; explicit positions keep a retry from doubling bytes. */
async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0
  while (done < bytes.byteLength) {
    const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, position + done)
    done += bytesWritten
  }
}
