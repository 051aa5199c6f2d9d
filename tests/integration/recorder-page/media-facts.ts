import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { readSceneClock, sceneHeight, sceneScale, sceneWidth } from '../../fixtures/scene-clock.ts'

const run = promisify(execFile)
// `repeat`: a line said twice comes twice, and not as «Last message repeated», which no filter knows.
const quiet = ['-hide_banner', '-nostdin', '-v', 'repeat+error']
const sampleRateHz = 48_000

/**
 * What the decoder has to say about the file; empty = sound. On an overloaded machine Chromium gives two packets the
 * same millisecond, which the null *muxer* remarks upon: that is no damage and is left out.
 */
export async function decoderComplaints(file: string): Promise<string> {
  const { stderr } = await run('ffmpeg', [
    ...quiet,
    '-i',
    file,
    '-fps_mode',
    'passthrough',
    '-enc_time_base',
    '-1',
    '-f',
    'null',
    '-',
  ])
  return stderr
    .split('\n')
    .filter(line => line !== '' && !(line.startsWith('[null @') && line.includes('non monotonically increasing dts')))
    .join('\n')
}

export interface Stereo {
  readonly left: Float32Array
  readonly right: Float32Array
}

/** Both channels, 48 kHz. */
export async function decodeStereo(file: string): Promise<Stereo> {
  const { stdout } = await run(
    'ffmpeg',
    [...quiet, '-i', file, '-map', '0:a:0', '-ac', '2', '-ar', String(sampleRateHz), '-f', 'f32le', '-'],
    { encoding: 'buffer', maxBuffer: 1 << 28 },
  )
  const both = new Float32Array(stdout.buffer, stdout.byteOffset, stdout.byteLength >> 2)
  return { left: both.filter((_, index) => index % 2 === 0), right: both.filter((_, index) => index % 2 === 1) }
}

/** Root mean square of a stretch, dBFS. */
export function levelDb(samples: Float32Array, fromSeconds = 0, toSeconds = Number.POSITIVE_INFINITY): number {
  const stretch = samples.subarray(fromSeconds * sampleRateHz, toSeconds * sampleRateHz)
  return 10 * Math.log10(stretch.reduce((sum, sample) => sum + sample * sample, 0) / stretch.length + 1e-15)
}

/** Strength of one frequency in a stretch, dB (Goertzel with a Hann window). */
export function toneDb(samples: Float32Array, frequencyHz: number, fromSeconds: number, toSeconds: number): number {
  const stretch = samples.subarray(fromSeconds * sampleRateHz, toSeconds * sampleRateHz)
  const turn = (2 * Math.PI * frequencyHz) / sampleRateHz
  let real = 0
  let imaginary = 0
  for (const [index, sample] of stretch.entries()) {
    const windowed = sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * index) / stretch.length))
    real += windowed * Math.cos(turn * index)
    imaginary += windowed * Math.sin(turn * index)
  }
  return 20 * Math.log10((Math.hypot(real, imaginary) * 4) / stretch.length + 1e-12)
}

export interface Picture {
  /** On the part's time line. */
  readonly atMs: number
  /** What the scene clock says; null where it cannot be read. */
  readonly sceneMs: number | null
}

/** Every picture of the file with its time and the clock painted in it. */
export async function readPictures(file: string): Promise<readonly Picture[]> {
  const [{ stdout: times }, { stdout: raw }] = await Promise.all([
    run('ffprobe', ['-v', 'quiet', '-select_streams', 'v', '-show_entries', 'frame=pts_time', '-of', 'csv=p=0', file]),
    run(
      'ffmpeg',
      [...quiet, '-i', file, '-map', '0:v:0', '-fps_mode', 'passthrough', ...sceneScale, '-f', 'rawvideo', '-'],
      { encoding: 'buffer', maxBuffer: 2 ** 31 - 1 },
    ),
  ])
  return times
    .trim()
    .split('\n')
    .map((time, index) => {
      const gray = raw.subarray(index * sceneWidth * sceneHeight, (index + 1) * sceneWidth * sceneHeight)
      return {
        atMs: Number.parseFloat(time) * 1000,
        sceneMs: readSceneClock(gray, sceneWidth, sceneHeight),
      }
    })
}

/** The sizes the decoded pictures have, each once, as they follow. */
export async function pictureSizes(file: string): Promise<readonly string[]> {
  const { stdout } = await run('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v', '-show_entries', 'frame=width,height', '-of', 'csv=p=0', file],
  ])
  return [
    ...new Set(
      stdout
        .trim()
        .split('\n')
        .map(line => line.split(',').slice(0, 2).join('×')),
    ),
  ]
}

/** How many packets of the picture carry an alpha of their own beside it (a BlockAdditional). */
export async function alphaPackets(file: string): Promise<{ packets: number; withAlpha: number }> {
  const { stdout } = await run(
    'ffprobe',
    [...['-v', 'error', '-select_streams', 'v', '-show_packets', '-of', 'json', file]],
    { maxBuffer: 1 << 28 },
  )
  const { packets } = JSON.parse(stdout) as { packets: readonly { readonly side_data_list?: readonly unknown[] }[] }
  return { packets: packets.length, withAlpha: packets.filter(packet => packet.side_data_list !== undefined).length }
}

/** The longest time between two neighbours. */
export function longestInterval(timesMs: readonly number[]): number {
  return timesMs.reduce((longest, time, index) => Math.max(longest, time - (timesMs[index - 1] ?? time)), 0)
}
