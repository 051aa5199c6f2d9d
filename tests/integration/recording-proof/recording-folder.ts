import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import {
  type PartLogLine,
  partFileName,
  partLogName,
  type RecordingSession,
  type SessionLogLine,
  sessionFileName,
  sessionLogName,
} from '../../../shared/recording/part-log.ts'
import { type GapCause, SlipThresholds } from '../../../shared/recording/slip.ts'

/** Builds recording folders as the sink leaves them, from bytes a real encoder wrote. */

const fixtures = path.join(import.meta.dirname, '../../fixtures/media')
export const ffmpegPath = '/usr/bin/ffmpeg'
/** 20 November 2026, 09:00 in Kuzbass. */
export const zeroAtMs = Date.parse('2026-11-20T02:00:00Z')

export interface Take {
  readonly bytes: Buffer
  readonly mimeType: string
  readonly durationMs: number
  readonly chunks: readonly { afterMs: number; byteLength: number }[]
}

/** Real output of Chromium's MediaRecorder: part 1 runs 7 s, part 2 runs 4 s, the one in H.264 3 s. */
export async function chromiumTake(which: 1 | 2 | 'h264'): Promise<Take> {
  const name = which === 'h264' ? 'chromium-h264' : `chromium-part-${which}`
  const bytes = await readFile(path.join(fixtures, `${name}.webm`))
  const facts: Omit<Take, 'bytes'> = JSON.parse(await readFile(path.join(fixtures, `${name}.json`), 'utf8'))
  return { bytes, ...facts }
}

/** Live VP9 + Opus WebM of ffmpeg, cut into chunks of about 500 ms, as a recorder would hand them over. */
export async function generatedTake(options: {
  seconds: number
  /** lavfi sources. */
  picture?: string
  citizen: string
  specialist: string
  audioBitrate?: string
  /** VP9 where nothing is said. */
  codec?: 'libvpx' | 'libvpx-vp9'
  mono?: boolean
}): Promise<Take> {
  const { seconds, picture = 'testsrc2=size=320x180:rate=25', citizen, specialist, codec = 'libvpx-vp9' } = options
  const join = options.mono
    ? '[1:a][2:a]amix=inputs=2,pan=stereo|c0=c0|c1=c0[a]'
    : '[1:a]aformat=channel_layouts=mono[l];[2:a]aformat=channel_layouts=mono[r];[l][r]join=inputs=2:channel_layout=stereo[a]'
  const directory = await scratch()
  const file = path.join(directory, 'take.webm')
  await promisify(execFile)(ffmpegPath, [
    ...['-hide_banner', '-v', 'error', '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', citizen],
    ...['-f', 'lavfi', '-i', specialist, '-filter_complex', join, '-map', '0:v', '-map', '[a]', '-t', String(seconds)],
    ...['-c:v', codec, '-threads', '1', '-deadline', 'realtime', '-cpu-used', '8', '-g', '50', '-b:v', '100k'],
    ...['-auto-alt-ref', '0', '-lag-in-frames', '0', '-c:a', 'libopus', '-b:a', options.audioBitrate ?? '96k'],
    ...['-frame_duration', '60', '-f', 'webm', '-live', '1', '-cluster_time_limit', '430', '-y', file],
  ])
  const bytes = await readFile(file)
  const count = seconds * 2
  const chunks = Array.from({ length: count }, (_, index) => ({
    afterMs: (index + 1) * 500,
    byteLength: Math.floor(((index + 1) * bytes.length) / count) - Math.floor((index * bytes.length) / count),
  }))
  return {
    bytes,
    mimeType: `video/webm;codecs=${codec === 'libvpx' ? 'vp8' : 'vp9'},opus`,
    durationMs: seconds * 1000,
    chunks,
  }
}

/** The same packets with sound as the first track: which comes first in a live file is chance. */
export async function soundFirst(take: Take): Promise<Take> {
  const directory = await scratch()
  const [from, to] = [path.join(directory, 'from.webm'), path.join(directory, 'to.webm')]
  await writeFile(from, take.bytes)
  await promisify(execFile)(ffmpegPath, [
    ...['-hide_banner', '-v', 'error', '-i', from, '-map', '0:a', '-map', '0:v', '-c', 'copy'],
    ...['-f', 'webm', '-live', '1', '-cluster_time_limit', '430', '-y', to],
  ])
  const bytes = await readFile(to)
  return { ...take, bytes, chunks: [{ afterMs: take.durationMs, byteLength: bytes.length }] }
}

/** The same packets with a time of their own that begins later, as of an encoder whose clock ran before. */
export async function begunAt(take: Take, seconds: number): Promise<Take> {
  const directory = await scratch()
  const [from, to] = [path.join(directory, 'from.webm'), path.join(directory, 'to.webm')]
  await writeFile(from, take.bytes)
  await promisify(execFile)(ffmpegPath, [
    ...['-hide_banner', '-v', 'error', '-i', from, '-map', '0:v', '-map', '0:a', '-c', 'copy'],
    ...['-output_ts_offset', String(seconds), '-f', 'webm', '-live', '1', '-cluster_time_limit', '430', '-y', to],
  ])
  const bytes = await readFile(to)
  const count = Math.floor(take.durationMs / 500)
  const chunks = Array.from({ length: count }, (_, index) => ({
    afterMs: (index + 1) * 500,
    byteLength: Math.floor(((index + 1) * bytes.length) / count) - Math.floor((index * bytes.length) / count),
  }))
  return { ...take, bytes, chunks }
}

export interface PartPlan {
  readonly take: Take
  readonly startsAfterMs: number
  /** A cause: the part broke off; null: not a word about its end, as after a kill -9. */
  readonly end?: 'stopped' | GapCause | null
  /** What really is on disk; by default every byte. */
  readonly onDisk?: (bytes: Buffer) => Buffer
  /** Lines of the log; by default all. */
  readonly onLog?: (lines: PartLogLine[]) => PartLogLine[]
}

export interface Folder {
  readonly directory: string
  readonly recordingId: string
}

/** Writes a recording folder; removed when the test ends. */
export async function makeFolder(
  parts: readonly PartPlan[],
  sessionLog: readonly SessionLogLine[] = [],
): Promise<Folder> {
  const directory = await scratch()
  const recordingId = randomUUID()
  const session: RecordingSession = {
    recordingId,
    receptionId: randomUUID(),
    bodyId: randomUUID(),
    workplaceId: randomUUID(),
    startedAt: new Date(zeroAtMs).toISOString(),
    retainUntil: '2028-11-20',
    program: '0.1.0',
    regulation: 'kuzbass-121@1',
  }
  await writeFile(path.join(directory, sessionFileName), JSON.stringify(session))
  await writeFile(path.join(directory, sessionLogName), lines(sessionLog))
  for (const [index, plan] of parts.entries()) {
    const partNumber = index + 1
    const { take, startsAfterMs, end = 'stopped', onDisk = bytes => bytes, onLog = all => all } = plan
    await writeFile(path.join(directory, partFileName(partNumber)), onDisk(take.bytes), { mode: 0o600 })
    await writeFile(path.join(directory, partLogName(partNumber)), lines(onLog(logOf(take, startsAfterMs, end))))
  }
  return { directory, recordingId }
}

function logOf(take: Take, startsAfterMs: number, end: Exclude<PartPlan['end'], undefined>): PartLogLine[] {
  const startedAtMs = zeroAtMs + startsAfterMs
  let from = 0
  const chunks = take.chunks.map(({ afterMs, byteLength }, sequence): PartLogLine => {
    const bytes = take.bytes.subarray(from, from + byteLength)
    from += byteLength
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { kind: 'chunk', sequence, byteLength, sha256, atMs: startedAtMs + afterMs }
  })
  const log: PartLogLine[] = [
    { kind: 'opened', atMs: startedAtMs - 20 },
    { kind: 'started', startedAtMs, mimeType: take.mimeType },
    ...chunks,
  ]
  const endedAtMs = startedAtMs + take.durationMs
  if (end === 'stopped') log.push({ kind: 'stopped', stoppedAtMs: endedAtMs, chunkCount: chunks.length })
  else if (end !== null) log.push({ kind: 'broken', atMs: endedAtMs, cause: end })
  return log
}

/** What the product ships. */
export const thresholds = SlipThresholds.parse(
  JSON.parse(await readFile(path.join(import.meta.dirname, '../../../resources/recording-thresholds.json'), 'utf8')),
)

/** ffprobe's answer as JSON; tests may use Debian's, the product has none. */
export async function probe(file: string, ...options: string[]): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)('ffprobe', ['-v', 'error', '-of', 'json', ...options, file], {
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stdout)
}

export async function scratch(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'videopriem-proof-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

const lines = (values: readonly unknown[]): string => values.map(value => `${JSON.stringify(value)}\n`).join('')
