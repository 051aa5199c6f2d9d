import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sealRecording } from '../../../electron/recording/proof/seal.ts'
import { chromiumTake, ffmpegPath, makeFolder, thresholds, zeroAtMs } from './recording-folder.ts'

const take = await chromiumTake(2)
const lateMs = 5_000

/** Every chunk from the third on is logged five seconds later than the media goes on. */
test.each([
  ['on a clock nobody sets it was late, and nothing is said of the clock', true, []],
  ['in a log of an older program the clock was set', false, ['clockSet']],
] as const)('%s', async (_what, isSteady, expected) => {
  const folder = await makeFolder([{ take, startsAfterMs: 0 }])
  const log = path.join(folder.directory, 'part-001.log')
  const lines = (await readFile(log, 'utf8'))
    .trimEnd()
    .split('\n')
    .map(text => JSON.parse(text))
  const moved = lines.map(line => {
    const late = line.kind === 'chunk' && line.sequence >= 2 ? { atMs: line.atMs + lateMs } : {}
    const atMs = late.atMs ?? line.atMs ?? line.startedAtMs ?? line.stoppedAtMs
    return { ...line, ...late, ...(isSteady ? { run: 'run', monotonicMs: atMs - zeroAtMs } : {}) }
  })
  await writeFile(log, `${moved.map(line => JSON.stringify(line)).join('\n')}\n`)
  const { slip } = await sealRecording({
    directory: folder.directory,
    ffmpegPath,
    thresholds,
    now: () => zeroAtMs + 3_600_000,
  })
  expect(slip.remarks.map(({ code }) => code).filter(code => code.startsWith('clock'))).toEqual(expected)
})
