import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgeDevices } from '../../../shared/equipment/judge-devices.ts'
import type { SoundFacts } from '../../../shared/equipment/measurements.ts'
import { makeSoundMeter } from '../../../shared/equipment/sound-facts.ts'
import { fakeSetUps } from '../../fixtures/fake-devices.ts'
import { pageWith, thresholds } from '../../unit/shared/equipment/bench.ts'

/** The very sounds the fake microphone plays in equipment.spec.ts, through the meter of the page and its judge. */
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'videopriem-microphone-'))
})
afterAll(() => rm(folder, { recursive: true }))

const run = promisify(execFile)
const sampleRateHz = 48_000
/** The page listens no longer. */
const heardSeconds = 4

/** In pieces of ten milliseconds, as they come from a microphone. */
async function measured(file: string): Promise<SoundFacts> {
  const channels = (await readFile(file)).readUInt16LE(22)
  const { stdout } = await run(
    'ffmpeg',
    ['-loglevel', 'error', '-i', file, '-t', `${heardSeconds}`, '-f', 'f32le', '-'],
    { encoding: 'buffer', maxBuffer: 100_000_000 },
  )
  const samples = new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.byteLength))
  const meter = makeSoundMeter(sampleRateHz)
  const pieceFrames = sampleRateHz / 100
  for (let from = 0; from + pieceFrames * channels <= samples.length; from += pieceFrames * channels) {
    const piece = samples.subarray(from, from + pieceFrames * channels)
    meter.add(
      Array.from({ length: channels }, (_, channel) => piece.filter((_, index) => index % channels === channel)),
    )
  }
  return meter.facts()
}

test.each([
  ['clean', []],
  ['silent', ['microphoneLevel fault']],
  ['clipping', ['microphoneClipping warning']],
  ['noisy', ['microphoneNoise warning']],
  ['oneSided', ['microphoneSides warning']],
  ['clippingNoisyOneSided', ['microphoneClipping warning', 'microphoneNoise warning', 'microphoneSides warning']],
] as const)('%s: exactly its verdict', async (setUp, expected) => {
  const { microphoneWav } = await fakeSetUps[setUp](folder)
  const facts = await measured(microphoneWav ?? '')
  expect(facts.seconds).toBeGreaterThan(3)
  const results = judgeDevices(thresholds, pageWith({ microphone: facts }))
  expect(results.filter(({ state }) => state !== 'good').map(({ code, state }) => `${code} ${state}`)).toEqual(expected)
})
