import { createReadStream } from 'node:fs'
import { buildCheckArguments, checkSampleRateHz } from '../../../shared/media/ffmpeg-arguments.ts'
import { makeLineReader } from '../../../shared/media/ffmpeg-lines.ts'
import { makeLevelWindows, meanLuma } from '../../../shared/media/level-windows.ts'
import { makeMatroskaWalker } from '../../../shared/media/matroska.ts'
import type { FoundRange } from '../../../shared/media/range-finder.ts'
import type { CheckedRange } from '../../../shared/recording/part-log.ts'
import { type Ending, runTool } from '../../media/run-tool.ts'

export interface CheckRangeOptions {
  readonly ffmpegPath: string
  readonly file: string
  readonly headerLength: number
  readonly range: FoundRange
  /** Mean luma below which a picture is black. */
  readonly blackLuma: number
  /** While something is recorded: below everything else. */
  readonly lowPriority: boolean
  readonly signal?: AbortSignal
}

export type RangeCheck =
  | { readonly kind: 'checked'; readonly range: CheckedRange }
  /** ffmpeg itself did not do its work: nothing is known about the bytes. */
  | { readonly kind: 'notChecked'; readonly ending: Ending }

/**
 * Decodes one range from disk with one ffmpeg and measures it. Memory: one tiny picture at a time and the
 * level windows. Decode errors are ffmpeg's error lines, bytes that are no Matroska, and pictures that did not come out.
 */
export async function checkRange(options: CheckRangeOptions): Promise<RangeCheck> {
  const { range, blackLuma } = options
  const windows = makeLevelWindows({ ...range, sampleRateHz: checkSampleRateHz })
  let frames = 0
  let blackFrames = 0
  let errorLines = 0
  const decoded = makeMatroskaWalker({
    withPayload: true,
    onBlock({ kind, timeMs, payload }) {
      if (payload === null) return
      if (kind === 'audio') windows.add(timeMs, payload)
      if (kind !== 'video') return
      frames += 1
      if (meanLuma(payload) < blackLuma) blackFrames += 1
    },
  })
  const errors = makeLineReader(line => {
    if (line.trim() !== '') errorLines += 1
  })
  const ending = await runTool({
    program: options.ffmpegPath,
    arguments: buildCheckArguments('pipe:0'),
    input: headerAndRange(options.file, options.headerLength, range),
    onOutput: bytes => decoded.push(bytes),
    onErrorOutput: bytes => errors.push(bytes),
    lowPriority: options.lowPriority,
    ...(options.signal ? { signal: options.signal } : {}),
  })
  errors.end()
  // No exit code: ended from outside (no memory, a stop), which says nothing about the bytes.
  if (ending.kind === 'stopped' || ending.kind === 'notStarted' || (ending.kind === 'failed' && ending.exit === null))
    return { kind: 'notChecked', ending }
  const failed = ending.kind === 'failed' && errorLines === 0 ? 1 : 0
  const levels = windows.levels()
  return {
    kind: 'checked',
    range: {
      fromByte: range.fromByte,
      toByte: range.toByte,
      fromMs: range.fromMs,
      toMs: range.toMs,
      frames,
      blackFrames,
      decodeErrors: errorLines + failed + range.damages + Math.max(0, range.videoBlocks - frames),
      citizenDb: levels.left,
      specialistDb: levels.right,
    },
  }
}

async function* headerAndRange(file: string, headerLength: number, range: FoundRange): AsyncGenerator<Uint8Array> {
  if (headerLength > 0) yield* createReadStream(file, { start: 0, end: headerLength - 1 })
  yield* createReadStream(file, { start: range.fromByte, end: range.toByte - 1 })
}
