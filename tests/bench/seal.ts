/**
 * What sealing and verifying cost on this machine, on a generated recording: `node tests/bench/seal.ts [minutes]`.
 * The live checks are given, as in real life: only the tail is decoded by the seal. Prints the best of three.
 */
import { execFileSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkRange } from '../../electron/recording/proof/check-range.ts'
import { sealRecording } from '../../electron/recording/proof/seal.ts'
import { verifySealed } from '../../electron/recording/proof/verify-sealed.ts'
import { makeMatroskaWalker } from '../../shared/media/matroska.ts'
import { makeRangeFinder } from '../../shared/media/range-finder.ts'
import {
  type CheckedRange,
  partChecksName,
  partFileName,
  partLogName,
  sessionFileName,
} from '../../shared/recording/part-log.ts'
import { SlipThresholds } from '../../shared/recording/slip.ts'

const ffmpegPath = process.env.FFMPEG_BIN ?? '/usr/bin/ffmpeg'
const minutes = Number(process.argv[2] ?? 15)
const rounds = Number(process.argv[3] ?? 3)
const limits = { slipMs: 3_000, timesRemux: 6 }
const root = await mkdtemp(path.join(tmpdir(), 'videopriem-bench-'))
const thresholds = SlipThresholds.parse(
  JSON.parse(await readFile(path.join(import.meta.dirname, '../../resources/recording-thresholds.json'), 'utf8')),
)

/** One encoded minute, looped without encoding: the packets of a talk at about 1 Mbit/s. */
async function generate(): Promise<string> {
  const minute = path.join(root, 'minute.mkv')
  const file = path.join(root, 'whole.webm')
  const ffmpeg = (...options: string[]) => execFileSync(ffmpegPath, ['-hide_banner', '-v', 'error', '-y', ...options])
  const picture = 'testsrc2=size=1280x720:rate=25,noise=alls=6:allf=t'
  const tone = (hertz: number) => `sine=frequency=${hertz}:sample_rate=48000`
  ffmpeg(
    ...['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', tone(300), '-f', 'lavfi', '-i', tone(700)],
    ...[
      '-filter_complex',
      "[1:a]volume=enable='lt(mod(t,4),2)':volume=0[l];[2:a]volume=enable='gte(mod(t,4),2)':volume=0[r];[l][r]join=inputs=2:channel_layout=stereo[a]",
    ],
    ...['-map', '0:v', '-map', '[a]', '-t', '60', '-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8'],
    ...['-row-mt', '1', '-g', '50', '-b:v', '1000k', '-minrate', '1000k', '-maxrate', '1000k', '-lag-in-frames', '0'],
    ...['-auto-alt-ref', '0', '-c:a', 'libopus', '-b:a', '96k', '-frame_duration', '60', minute],
  )
  ffmpeg(
    ...['-stream_loop', String(minutes - 1), '-i', minute, '-c', 'copy'],
    ...['-f', 'webm', '-live', '1', '-cluster_time_limit', '430', file],
  )
  return file
}

async function liveChecks(file: string): Promise<{ checks: CheckedRange[]; checkMs: number[] }> {
  const finder = makeRangeFinder({ longestMs: 10_000 })
  finder.push(await readFile(file))
  const { headerLength } = finder.summary()
  const checks: CheckedRange[] = []
  const checkMs: number[] = []
  for (let range = finder.nextClosed(); range !== null; range = finder.nextClosed()) {
    // The last closed range and the tail are left to the seal, as when the talk ends between two checks.
    const began = performance.now()
    const check = await checkRange({
      ...{ ffmpegPath, file, range, headerLength: headerLength ?? 0, lowPriority: false },
      blackLuma: thresholds.blackLuma,
    })
    if (check.kind !== 'checked') throw new Error('A range could not be checked')
    checkMs.push(performance.now() - began)
    checks.push(check.range)
  }
  checks.pop()
  return { checks, checkMs }
}

async function layOut(file: string, checks: readonly CheckedRange[]): Promise<string> {
  const directory = path.join(root, randomUUID())
  await mkdir(directory)
  await copyFile(file, path.join(directory, partFileName(1)))
  const bytes = await readFile(file)
  const startedAtMs = Date.parse('2026-11-20T02:00:00Z')
  const log: unknown[] = [{ kind: 'started', startedAtMs, mimeType: 'video/webm;codecs=vp9,opus' }]
  // One chunk a cluster, logged when it was complete.
  const cuts = [{ offset: 0, timecodeMs: 0 }]
  makeMatroskaWalker({ onCluster: cluster => cuts.push(cluster) }).push(bytes)
  cuts.splice(1, 1)
  for (const [sequence, cut] of cuts.entries()) {
    const next = cuts[sequence + 1] ?? { offset: bytes.length, timecodeMs: minutes * 60_000 }
    const piece = bytes.subarray(cut.offset, next.offset)
    const sha256 = createHash('sha256').update(piece).digest('hex')
    log.push({ kind: 'chunk', sequence, byteLength: piece.length, sha256, atMs: startedAtMs + next.timecodeMs })
  }
  log.push({ kind: 'stopped', stoppedAtMs: startedAtMs + minutes * 60_000, chunkCount: cuts.length })
  const id = randomUUID
  await writeFile(
    path.join(directory, sessionFileName),
    JSON.stringify({
      ...{ recordingId: id(), receptionId: id(), bodyId: id(), workplaceId: id(), retainUntil: '2028-11-20' },
      ...{ startedAt: new Date(startedAtMs).toISOString(), program: 'bench', regulation: 'bench' },
    }),
  )
  await writeFile(path.join(directory, partLogName(1)), lines(log))
  await writeFile(path.join(directory, partChecksName(1)), lines(checks))
  // What the sink fsynced chunk by chunk is not waiting in memory when the talk ends.
  const handle = await open(path.join(directory, partFileName(1)), 'r+')
  await handle.sync()
  await handle.close()
  return directory
}

const lines = (values: readonly unknown[]): string => values.map(value => `${JSON.stringify(value)}\n`).join('')

try {
  const file = await generate()
  const { size } = await stat(file)
  const { checks, checkMs } = await liveChecks(file)
  const best = { remuxMs: Infinity, sealMs: Infinity }
  for (let round = 0; round < rounds; round += 1) {
    const directory = await layOut(file, checks)
    const began = performance.now()
    execFileSync(ffmpegPath, [
      '-v',
      'error',
      '-y',
      '-i',
      path.join(directory, partFileName(1)),
      '-c',
      'copy',
      path.join(root, 'plain.mkv'),
    ])
    const remuxed = performance.now()
    const { slip, manifest } = await sealRecording({ directory, ffmpegPath, thresholds, now: () => Date.now() })
    const sealed = performance.now()
    console.log(
      `round ${round + 1}: remux ${(remuxed - began).toFixed(0)} ms, slip ${(sealed - remuxed).toFixed(0)} ms, ${slip.verdict} ${slip.remarks.map(remark => remark.code).join(' ')}`,
    )
    best.remuxMs = Math.min(best.remuxMs, remuxed - began)
    best.sealMs = Math.min(best.sealMs, sealed - remuxed)
    if (round === rounds - 1) {
      const verifying = performance.now()
      const { intact } = await verifySealed({ directory, ffmpegPath })
      const verified = performance.now()
      execFileSync('sha256sum', ['-b', path.join(directory, manifest.file)])
      const verifyMs = verified - verifying
      const peerMs = performance.now() - verified
      console.log(
        `verifySealed ${verifyMs.toFixed(0)} ms, intact ${intact}; sha256sum ${peerMs.toFixed(0)} ms, ratio ${(verifyMs / peerMs).toFixed(2)}`,
      )
    }
  }
  const ratio = best.sealMs / best.remuxMs
  const checkBest = [...checkMs].sort((one, other) => one - other)[Math.floor(checkMs.length / 2)] ?? 0
  console.log(`${minutes} min, ${(size / 1e6).toFixed(0)} MB; live check of 10 s: median ${checkBest.toFixed(0)} ms`)
  console.log(
    `best of ${rounds}: slip ${best.sealMs.toFixed(0)} ms = ${ratio.toFixed(1)}× a plain remux (${best.remuxMs.toFixed(0)} ms)`,
  )
  process.exitCode = best.sealMs <= limits.slipMs && ratio <= limits.timesRemux ? 0 : 1
} finally {
  await rm(root, { recursive: true, force: true })
}
