import { expect, test } from 'vitest'
import { sealRecording } from '../../../electron/recording/proof/seal.ts'
import { ffmpegPath, makeFolder, thresholds, zeroAtMs } from '../../integration/recording-proof/recording-folder.ts'
import { faultCases } from './cases.ts'

/** `npm test` takes some of each kind, by turns, within its budget; `npm run faults` takes all. */
const every = process.env.VIDEOPRIEM_FAULTS === 'all' ? 1 : 24
const taken = faultCases.filter((_, index) => index < 6 || index % every === 0)

test.each(taken)('$name', async ({ parts, sessionLog, allowed }) => {
  const { directory } = await makeFolder(typeof parts === 'function' ? await parts() : parts, sessionLog)
  const { slip } = await sealRecording({ directory, ffmpegPath, thresholds, now: () => zeroAtMs + 3_600_000 })
  expect(allowed, JSON.stringify(slip.remarks)).toContain(slip.verdict)
})

test('there are cases of every kind, good and bad', () => {
  const good = faultCases.filter(({ allowed }) => allowed.every(verdict => verdict === 'sound'))
  expect(faultCases.length).toBeGreaterThanOrEqual(500)
  expect(good.length).toBeGreaterThan(30)
})
