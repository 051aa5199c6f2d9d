import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { readPart } from '../../../electron/recording/proof/read-part.ts'
import { sealRecording } from '../../../electron/recording/proof/seal.ts'
import {
  chromiumTake,
  ffmpegPath,
  makeFolder,
  scratch,
  type Take,
  thresholds,
  zeroAtMs,
} from '../../integration/recording-proof/recording-folder.ts'

/** Over 17.4 h a part has more chunks than a call takes arguments. */
const hours = 17.5
const chunkMs = 500
const seconds = hours * 3_600

/** The same film in so many chunks. */
function inChunks(take: Take, count: number): Take {
  const { bytes, durationMs } = take
  const endOf = (index: number) => Math.floor((index * bytes.length) / count)
  const chunks = Array.from({ length: count }, (_, index) => ({
    afterMs: ((index + 1) * durationMs) / count,
    byteLength: endOf(index + 1) - endOf(index),
  }))
  return { ...take, chunks }
}

/** Two who speak by turns, two seconds each. */
const voice = (hertz: number, fromSecond: number): string =>
  `aevalsrc=0.1*sin(2*PI*${hertz}*t)*gte(mod(t\\,4)\\,${fromSecond})*lt(mod(t\\,4)\\,${fromSecond + 2})`

/** Small pictures, two quiet voices: the packets of a day without its bytes (at half the rate Opus makes one voice of two). */
async function dayLongTake(): Promise<Take> {
  const directory = await scratch()
  const [minute, whole] = [path.join(directory, 'minute.webm'), path.join(directory, 'whole.webm')]
  const live = ['-f', 'webm', '-live', '1', '-cluster_time_limit', '430', '-y']
  const quiet = ['-hide_banner', '-v', 'error']
  await promisify(execFile)(ffmpegPath, [
    ...[...quiet, '-f', 'lavfi', '-i', 'color=c=gray:size=32x32:rate=1'],
    ...['-f', 'lavfi', '-i', voice(300, 0), '-f', 'lavfi', '-i', voice(900, 2)],
    ...['-filter_complex', '[1:a][2:a]join=inputs=2:channel_layout=stereo[a]', '-map', '0:v', '-map', '[a]'],
    ...['-t', '60', '-c:v', 'libvpx', '-threads', '1', '-deadline', 'realtime', '-g', '5', '-b:v', '20k'],
    ...['-c:a', 'libopus', '-b:a', '32k', '-frame_duration', '60', ...live, minute],
  ])
  await promisify(execFile)(ffmpegPath, [
    ...[...quiet, '-stream_loop', String(seconds / 60 - 1), '-i', minute, '-c', 'copy', ...live, whole],
  ])
  const take = { bytes: await readFile(whole), mimeType: 'video/webm;codecs=vp8,opus', durationMs: seconds * 1_000 }
  return inChunks({ ...take, chunks: [] }, (seconds * 1_000) / chunkMs)
}

test('a log of more lines than a call takes arguments is sealed like a short one', async () => {
  const take = inChunks(await chromiumTake(1), 130_000)
  const { directory } = await makeFolder([{ take, startsAfterMs: 0 }])
  const { slip } = await sealRecording({ directory, ffmpegPath, thresholds, now: () => zeroAtMs + 3_600_000 })
  expect(slip.verdict, JSON.stringify(slip.remarks)).toBe('sound')
})

test('every packet and every chunk of a part of 17.5 hours is read', async () => {
  const take = await dayLongTake()
  const { directory } = await makeFolder([{ take, startsAfterMs: 0 }])
  const part = await readPart({ directory, partNumber: 1, fallbackStartMs: 0, thresholds, longestRangeMs: 60_000 })
  expect(part).toMatchObject({ chunkCount: 126_000, chunksMissing: 0, videoPackets: seconds, tailCutBytes: 0 })
  expect(part.pictureHoles.count).toBe(0)
  expect(Math.abs(part.mediaMs - seconds * 1_000)).toBeLessThan(5_000)
})

/** Only in `npm run faults`: all of it is decoded, which takes minutes. */
if (process.env.VIDEOPRIEM_FAULTS === 'all') {
  test('a part of 17.5 hours is sealed and judged', { timeout: 1_800_000 }, async () => {
    const { directory } = await makeFolder([{ take: await dayLongTake(), startsAfterMs: 0 }])
    const { slip } = await sealRecording({ directory, ffmpegPath, thresholds, now: () => zeroAtMs + seconds * 2_000 })
    expect(slip.verdict, JSON.stringify(slip.remarks)).toBe('sound')
  })
}
