import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifySealed } from '../../../electron/recording/proof/verify-sealed.ts'
import { processorMs, processorMsOf } from './processor-ms.ts'

/** Fifteen minutes of talk. */
const megabytes = 131
/** A film is hashed; decoding it as well was 108 times the price. */
const mostOfPeer = 1.3

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'videopriem-ratio-'))
})
afterAll(() => rm(directory, { recursive: true }))

test('«Проверить целостность» takes no more of the processor than sha256sum and a third', async () => {
  const film = randomBytes(megabytes * 1_000_000)
  const expected = {
    ...{ file: 'film.webm', byteLength: film.length },
    sha256: createHash('sha256').update(film).digest('hex'),
  }
  const file = join(directory, expected.file)
  await writeFile(file, film)
  const ours = await processorMs(async () => {
    const { intact } = await verifySealed({ directory, expected, ffmpegPath: 'ffmpeg' })
    expect(intact).toBe(true)
  })
  const peer = processorMsOf('sha256sum', '-b', file)
  console.log(`verify ${ours.toFixed(0)} ms, sha256sum ${peer.toFixed(0)} ms: ${(ours / peer).toFixed(2)}×`)
  expect(ours / peer).toBeLessThan(mostOfPeer)
})
