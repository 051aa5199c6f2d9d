import { open } from 'node:fs/promises'
import { type Container, containerSniffBytes, sniffContainer } from '../../../shared/media/container.ts'
import { buildCheckArguments, buildProbeArguments, checkSampleRateHz } from '../../../shared/media/ffmpeg-arguments.ts'
import { makeLineReader } from '../../../shared/media/ffmpeg-lines.ts'
import { type InputFacts, readInputFacts } from '../../../shared/media/input-facts.ts'
import { levelWindowMs, makeLevelWindows, meanLuma } from '../../../shared/media/level-windows.ts'
import { makeMatroskaWalker } from '../../../shared/media/matroska.ts'
import { type ImportRefusal, importLimits } from '../../../shared/recording/import.ts'
import type { SlipThresholds } from '../../../shared/recording/slip.ts'
import { runTool } from '../../media/run-tool.ts'

/** What was measured of a file another program made. */
export interface ForeignFile {
  readonly container: Container
  readonly facts: InputFacts
  readonly durationMs: number
  readonly blackShare: number
  /** Share of the time in which nobody is heard: such a file does not tell whose voice is whose. */
  readonly silentShare: number
  readonly decodeErrors: number
}

export type ForeignReading = { readonly ok: true; readonly file: ForeignFile } | { ok: false; refusal: ImportRefusal }

/** A whole day in the meeting: longer files are measured up to here. */
const longestMs = 12 * 60 * 60 * 1000
const longestBannerCharacters = 64 * 1024
const bytesPerSampleMs = (8 * checkSampleRateHz) / 1000

/**
 * Opens a file nobody has vouched for, decodes all of it at low priority and measures it. Answers a refusal for what
 * cannot be a recording; rejects only when it was stopped or ffmpeg cannot be run.
 */
export async function readForeignFile(options: {
  ffmpegPath: string
  file: string
  thresholds: Pick<SlipThresholds, 'blackLuma' | 'silenceLevelDb'>
  signal: AbortSignal
}): Promise<ForeignReading> {
  const { ffmpegPath, file, thresholds, signal } = options
  const container = sniffContainer(await readBeginning(file))
  if (!container) return { ok: false, refusal: 'notVideo' }

  let banner = ''
  const probe = await runTool({
    program: ffmpegPath,
    arguments: buildProbeArguments(file, container.demuxer),
    onErrorOutput: bytes => {
      if (banner.length < longestBannerCharacters) banner += bytes.toString('latin1')
    },
    signal,
  })
  signal.throwIfAborted()
  if (probe.kind === 'notStarted') throw new Error(probe.detail)
  const facts = readInputFacts(banner)
  if (facts.videoCodec === null && facts.audioCodec === null) return { ok: false, refusal: 'unreadable' }
  if (facts.videoCodec === null) return { ok: false, refusal: 'noPicture' }
  if (facts.audioCodec === null) return { ok: false, refusal: 'noSound' }

  const toMs = Math.min(longestMs, (facts.durationMs ?? longestMs) + importLimits.shortestMs)
  const windows = makeLevelWindows({ fromMs: 0, toMs, sampleRateHz: checkSampleRateHz })
  let frames = 0
  let blackFrames = 0
  let endMs = 0
  let errorLines = 0
  const decoded = makeMatroskaWalker({
    withPayload: true,
    onBlock({ kind, timeMs, payload }) {
      if (payload === null) return
      endMs = Math.max(endMs, kind === 'audio' ? timeMs + payload.length / bytesPerSampleMs : timeMs)
      if (kind === 'audio') windows.add(timeMs, payload)
      if (kind !== 'video') return
      frames += 1
      if (meanLuma(payload) < thresholds.blackLuma) blackFrames += 1
    },
  })
  const errors = makeLineReader(line => {
    if (line.trim() !== '') errorLines += 1
  })
  const ending = await runTool({
    program: ffmpegPath,
    arguments: buildCheckArguments(file, container.demuxer),
    onOutput: bytes => decoded.push(bytes),
    onErrorOutput: bytes => errors.push(bytes),
    lowPriority: true,
    signal,
  })
  errors.end()
  signal.throwIfAborted()
  if (frames === 0) return { ok: false, refusal: 'unreadable' }
  if (endMs < importLimits.shortestMs) return { ok: false, refusal: 'tooShort' }

  const { left, right } = windows.levels()
  const heard = left.slice(0, Math.ceil(endMs / levelWindowMs)).map((level, at) => Math.max(level, right[at] ?? level))
  const silent = heard.filter(level => level < thresholds.silenceLevelDb).length
  return {
    ok: true,
    file: {
      container,
      facts,
      durationMs: Math.round(endMs),
      blackShare: blackFrames / frames,
      silentShare: heard.length === 0 ? 1 : silent / heard.length,
      decodeErrors: errorLines + (ending.kind === 'failed' && errorLines === 0 ? 1 : 0),
    },
  }
}

async function readBeginning(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(containerSniffBytes), 0, containerSniffBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
