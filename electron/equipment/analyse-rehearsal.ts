import { join } from 'node:path'
import type { RehearsalOutcome } from '../../shared/equipment/judge-rehearsal.ts'
import { makeClickFinder, measureRehearsal, rehearsalWindows } from '../../shared/equipment/rehearsal-facts.ts'
import type { RehearsalPage } from '../../shared/equipment/rehearsal-page.ts'
import { greatest } from '../../shared/extremes.ts'
import { buildCheckArguments, checkSampleRateHz } from '../../shared/media/ffmpeg-arguments.ts'
import { makeLineReader } from '../../shared/media/ffmpeg-lines.ts'
import { meanLuma } from '../../shared/media/level-windows.ts'
import { makeMatroskaWalker } from '../../shared/media/matroska.ts'
import { partFileName } from '../../shared/recording/part-log.ts'
import { runTool } from '../media/run-tool.ts'
import { readPart } from '../recording/proof/read-part.ts'

/** As for a recording; a few seconds need no more. */
const thresholds = { audioHoleMinimumMs: 30, pictureHoleMinimumMs: 2_000, clockStepMs: 2_000 }
const longestRangeMs = 30_000

/** Reads and decodes the file of a rehearsal from the disk, as a seal does with a real one. */
export async function analyseRehearsal(options: {
  readonly directory: string
  readonly ffmpegPath: string
  readonly page: RehearsalPage
}): Promise<RehearsalOutcome> {
  const { directory, ffmpegPath, page } = options
  const part = await readPart({ directory, partNumber: 1, fallbackStartMs: 0, thresholds, longestRangeMs })
  if (part.byteLength === 0) return { kind: 'failed', detail: 'no bytes' }
  const decoded = await decodeFile(ffmpegPath, join(directory, partFileName(1)), part.mediaMs)
  const hidden = page.hidden.map(({ fromMs, untilMs }) => ({
    fromMs: fromMs - part.startedAtMs,
    untilMs: untilMs - part.startedAtMs,
  }))
  const times = part.chunks.map(({ atMs }) => atMs)
  return {
    kind: 'recorded',
    facts: measureRehearsal({ ...decoded, hidden }),
    decodeErrors: decoded.errors + part.chunksMissing,
    audioHolesMs: part.audioHoles.totalMs,
    longestGapMs: Math.max(0, greatest(times.slice(1).map((time, index) => time - (times[index] ?? time))) ?? 0),
    codec: part.mimeType,
    byteLength: part.byteLength,
    page,
  }
}

/** Every picture's brightness, the clicks, the loudness of both voices. */
export async function decodeFile(ffmpegPath: string, file: string, durationMs: number) {
  const pictures: { atMs: number; luma: number }[] = []
  const clicks = makeClickFinder(checkSampleRateHz)
  const windows = rehearsalWindows(durationMs, checkSampleRateHz)
  let errors = 0
  const lines = makeLineReader(line => {
    if (line.trim() !== '') errors += 1
  })
  const walker = makeMatroskaWalker({
    withPayload: true,
    onBlock({ kind, timeMs, payload }) {
      if (payload === null) return
      if (kind === 'video') pictures.push({ atMs: timeMs, luma: meanLuma(payload) })
      if (kind !== 'audio') return
      clicks.add(timeMs, payload)
      windows.add(timeMs, payload)
    },
  })
  const ending = await runTool({
    program: ffmpegPath,
    arguments: buildCheckArguments(file),
    onOutput: bytes => walker.push(bytes),
    onErrorOutput: bytes => lines.push(bytes),
  })
  lines.end()
  if (ending.kind !== 'done') errors += 1
  const { left, right } = windows.levels()
  return { pictures, clicks, citizenDb: left, specialistDb: right, errors }
}
