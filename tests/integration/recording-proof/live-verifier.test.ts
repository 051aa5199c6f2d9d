import { appendFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeLiveVerifier, type VerifierTimer } from '../../../electron/recording/proof/live-verifier.ts'
import { type CheckedRange, partChecksName, partFileName } from '../../../shared/recording/part-log.ts'
import { chromiumTake, ffmpegPath, scratch, thresholds } from './recording-folder.ts'

const take = await chromiumTake(1)
const headerLength = 207

/** A timer whose moments the test decides. */
function handTimer(): VerifierTimer & { ring(): void; running(): boolean } {
  let run: (() => void) | null = null
  return {
    every(_, given) {
      run = given
      return () => {
        run = null
      }
    },
    ring: () => run?.(),
    running: () => run !== null,
  }
}

interface Bench {
  directory: string
  file: string
  ranges: CheckedRange[]
  troubles: string[]
  timer: ReturnType<typeof handTimer>
  /** Resolves when `count` ranges or troubles have come in all. */
  until(count: number): Promise<void>
  verifier: ReturnType<typeof makeLiveVerifier>
}

function bench(directory: string, program = ffmpegPath): Bench {
  const ranges: CheckedRange[] = []
  const troubles: string[] = []
  const timer = handTimer()
  let news = () => {}
  const verifier = makeLiveVerifier({
    ffmpegPath: program,
    directory,
    partNumber: 1,
    blackLuma: thresholds.blackLuma,
    timer,
    onRange: range => {
      ranges.push(range)
      news()
    },
    onTrouble: trouble => {
      troubles.push(trouble)
      news()
    },
  })
  const until = (count: number) =>
    new Promise<void>(resolve => {
      news = () => ranges.length + troubles.length >= count && resolve()
      news()
    })
  return { directory, file: path.join(directory, partFileName(1)), ranges, troubles, timer, until, verifier }
}

test('proves a growing file from disk, first as soon as a range is closed, then by the timer', async () => {
  const { file, ranges, troubles, timer, until, verifier } = bench(await scratch())
  await writeFile(file, take.bytes.subarray(0, 40_000))
  verifier.poke()
  await until(1)
  expect(ranges[0]).toMatchObject({ fromByte: headerLength, fromMs: 0, toMs: 2008, decodeErrors: 0, blackFrames: 0 })
  expect(ranges[0]?.citizenDb).toHaveLength(20)
  // The citizen (left) speaks for the first 1.5 s, the specialist (right) afterwards.
  expect(Math.max(...(ranges[0]?.citizenDb.slice(2, 12) ?? []))).toBeGreaterThan(-20)
  expect(Math.max(...(ranges[0]?.specialistDb.slice(2, 12) ?? []))).toBeLessThan(-60)

  await appendFile(file, take.bytes.subarray(40_000))
  verifier.poke()
  timer.ring()
  await until(2)
  expect(ranges[1]).toMatchObject({ fromByte: ranges[0]?.toByte, fromMs: 2008, toMs: 6074, decodeErrors: 0 })
  await verifier.finish()
  expect(timer.running()).toBe(false)
  expect(troubles).toEqual([])
})

test('takes up where part-001.checks ends', async () => {
  const directory = await scratch()
  const before = bench(directory)
  await writeFile(before.file, take.bytes.subarray(0, 40_000))
  before.verifier.poke()
  await before.until(1)
  await before.verifier.finish()
  await writeFile(path.join(directory, partChecksName(1)), `${JSON.stringify(before.ranges[0])}\n{"torn`)

  const after = bench(directory)
  await appendFile(after.file, take.bytes.subarray(40_000))
  after.timer.ring()
  await after.until(1)
  await after.verifier.finish()
  expect(after.ranges).toHaveLength(1)
  expect(after.ranges[0]).toMatchObject({
    fromByte: before.ranges[0]?.toByte,
    fromMs: 2008,
    toMs: 6074,
    decodeErrors: 0,
  })
})

test('bytes that are no media are decode errors of their range', async () => {
  const { file, ranges, until, verifier } = bench(await scratch())
  const holed = Buffer.concat([take.bytes.subarray(0, 12_000), take.bytes.subarray(21_000)])
  await writeFile(file, holed)
  verifier.poke()
  await until(1)
  await verifier.finish()
  expect(ranges[0]?.decodeErrors).toBeGreaterThan(0)
})

test('no ffmpeg is trouble with the check, not with the recording; the range is tried again', async () => {
  const { file, ranges, troubles, timer, until, verifier } = bench(await scratch(), '/nowhere/ffmpeg')
  await writeFile(file, take.bytes)
  verifier.poke()
  await until(1)
  // A signal of the same turn: the check before has ended only after the microtasks behind its callback.
  await new Promise(resolve => setImmediate(resolve))
  timer.ring()
  await until(2)
  await verifier.finish()
  expect(ranges).toEqual([])
  expect(troubles).toHaveLength(2)
})

test('no file yet: nothing to check, nothing wrong', async () => {
  const { troubles, ranges, verifier, timer } = bench(await scratch())
  verifier.poke()
  timer.ring()
  await verifier.finish()
  expect([...troubles, ...ranges]).toEqual([])
})
