import { open } from 'node:fs/promises'
import { type Container, containerSniffBytes, sniffContainer } from '../../../shared/media/container.ts'
import { buildCheckArguments, buildProbeArguments, checkSampleRateHz } from '../../../shared/media/ffmpeg-arguments.ts'
import { makeLineReader, saysReferenceMissing } from '../../../shared/media/ffmpeg-lines.ts'
import { type InputFacts, readInputFacts } from '../../../shared/media/input-facts.ts'
import { type LevelWindows, levelWindowMs, makeLevelWindows, meanLuma } from '../../../shared/media/level-windows.ts'
import { makeMatroskaWalker } from '../../../shared/media/matroska.ts'
import { findHoles, type TrackHoles } from '../../../shared/media/packet-times.ts'
import type { Stretch } from '../../../shared/media/stretch.ts'
import { heardStretches, joinedOver } from '../../../shared/recording/coverage.ts'
import { type ImportRefusal, importLimits } from '../../../shared/recording/import.ts'
import type { SlipThresholds } from '../../../shared/recording/slip.ts'
import { runTool } from '../../media/run-tool.ts'

/** What was measured of a file another program made. */
export interface ForeignFile {
  readonly container: Container
  readonly facts: InputFacts
  /** From its first picture or sound to its last, whatever its time begins with. */
  readonly durationMs: number
  /** What the header promises beyond that. */
  readonly cutShortMs: number
  readonly pictureHoles: TrackHoles
  readonly soundHoles: Omit<TrackHoles, 'packetMs'>
  /** Where anybody is heard, in the file's own time from 0. */
  readonly heard: readonly Stretch[]
  readonly blackShare: number
  /** Share of the time in which nobody is heard: such a file does not tell whose voice is whose. */
  readonly silentShare: number
  readonly decodeErrors: number
}

export type ForeignReading = { readonly ok: true; readonly file: ForeignFile } | { ok: false; refusal: ImportRefusal }

/** A whole day in the meeting: longer files are measured up to here. */
const longestMs = 12 * 60 * 60 * 1000
/** Leading pictures of one open group, whose references lie before the beginning of the file. */
const mostOpenGroupLines = 8
const longestBannerCharacters = 64 * 1024
const bytesPerSampleMs = (8 * checkSampleRateHz) / 1000

export interface ForeignReadingOptions {
  readonly ffmpegPath: string
  readonly file: string
  readonly thresholds: Pick<
    SlipThresholds,
    'blackLuma' | 'silenceLevelDb' | 'audioHoleMinimumMs' | 'pictureHoleMinimumMs' | 'speechPauseMs'
  >
  readonly signal: AbortSignal
}

/**
 * Opens a file nobody has vouched for, decodes all of it at low priority and measures it. Answers a refusal for what
 * cannot be a recording; rejects only when it was stopped or ffmpeg cannot be run.
 */
export async function readForeignFile(options: ForeignReadingOptions): Promise<ForeignReading> {
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
  let windows: LevelWindows | null = null
  let windowsFromMs = 0
  const pictureTimesMs: number[] = []
  const sound: Stretch[] = []
  let frames = 0
  let blackFrames = 0
  let firstMs = Number.POSITIVE_INFINITY
  let endMs = 0
  let errorLines = 0
  const decoded = makeMatroskaWalker({
    withPayload: true,
    onBlock({ kind, timeMs, payload }) {
      if (payload === null) return
      const untilMs = kind === 'audio' ? timeMs + payload.length / bytesPerSampleMs : timeMs
      firstMs = Math.min(firstMs, timeMs)
      endMs = Math.max(endMs, untilMs)
      if (kind === 'audio') {
        if (windows === null) {
          windowsFromMs = timeMs
          windows = makeLevelWindows({ fromMs: timeMs, toMs: timeMs + toMs, sampleRateHz: checkSampleRateHz })
        }
        windows.add(timeMs, payload)
        sound.push({ startMs: timeMs, endMs: untilMs })
      }
      if (kind !== 'video') return
      frames += 1
      pictureTimesMs.push(timeMs)
      if (meanLuma(payload) < thresholds.blackLuma) blackFrames += 1
    },
  })
  let openGroupLines = 0
  const errors = makeLineReader(line => {
    if (line.trim() === '') return
    if (saysReferenceMissing(line) && openGroupLines < mostOpenGroupLines) openGroupLines += 1
    else errorLines += 1
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
  const durationMs = endMs - firstMs
  if (durationMs < importLimits.shortestMs) return { ok: false, refusal: 'tooShort' }

  const { left, right } = levelsOf(windows)
  const windowCount = Math.ceil((endMs - windowsFromMs) / levelWindowMs)
  const levels = left.slice(0, windowCount).map((level, at) => Math.max(level, right[at] ?? level))
  const silent = levels.filter(level => level < thresholds.silenceLevelDb).length
  const heard = heardStretches(levels, {
    fromMs: windowsFromMs - firstMs,
    windowMs: levelWindowMs,
    levelDb: thresholds.silenceLevelDb,
  })
  return {
    ok: true,
    file: {
      container,
      facts,
      durationMs: Math.round(durationMs),
      // Some headers count from zero, some from the first picture: only what both would miss is missing.
      cutShortMs: Math.max(0, Math.round((facts.durationMs ?? 0) - endMs)),
      pictureHoles: findHoles({
        timesMs: pictureTimesMs.map(timeMs => timeMs - firstMs),
        startMs: 0,
        endMs: durationMs,
        minimumMs: thresholds.pictureHoleMinimumMs,
      }),
      soundHoles: soundHolesOf(sound, { firstMs, endMs, minimumMs: thresholds.audioHoleMinimumMs }),
      heard: joinedOver(heard, thresholds.speechPauseMs),
      blackShare: blackFrames / frames,
      silentShare: levels.length === 0 ? 1 : silent / levels.length,
      decodeErrors: errorLines + (ending.kind === 'failed' && errorLines === 0 ? 1 : 0),
    },
  }
}

/** A file without a single packet of sound has no levels. */
const levelsOf = (windows: LevelWindows | null) => windows?.levels() ?? { left: [], right: [] }

/** Start and end of the sound beside the picture are allowed as much as in our own parts. */
const edgeToleranceMs = 500

function soundHolesOf(
  sound: readonly Stretch[],
  { firstMs, endMs, minimumMs }: { firstMs: number; endMs: number; minimumMs: number },
): Omit<TrackHoles, 'packetMs'> {
  const present = joinedOver(sound, minimumMs)
  const holes: Stretch[] = []
  let untilMs = firstMs
  for (const [index, stretch] of [...present, { startMs: endMs, endMs }].entries()) {
    const isEdge = index === 0 || index === present.length
    if (stretch.startMs - untilMs > (isEdge ? edgeToleranceMs : minimumMs))
      holes.push({ startMs: untilMs - firstMs, endMs: stretch.startMs - firstMs })
    untilMs = Math.max(untilMs, stretch.endMs)
  }
  return {
    count: holes.length,
    totalMs: Math.round(holes.reduce((sum, one) => sum + one.endMs - one.startMs, 0)),
    holes,
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
