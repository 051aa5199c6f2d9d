import { copyFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isSealFinished, sealRecording } from '../../../electron/recording/proof/seal.ts'
import { sealedFileName } from '../../../shared/recording/part-log.ts'
import { chromiumTake, type Folder, ffmpegPath, makeFolder, thresholds, zeroAtMs } from './recording-folder.ts'

const seal = ({ directory }: Folder) =>
  sealRecording({ directory, ffmpegPath, thresholds, now: () => zeroAtMs + 3_600_000 })
const second = await chromiumTake(2)

/** As a kill between the slip and the removal of the raw part leaves it. */
async function sealedBesideItsRawPart(): Promise<{ folder: Folder; film: string; raw: string }> {
  const folder = await makeFolder([{ take: second, startsAfterMs: 0 }])
  const raw = path.join(folder.directory, 'part-001.webm')
  await copyFile(raw, `${raw}.kept`)
  await seal(folder)
  await copyFile(`${raw}.kept`, raw)
  return { folder, raw, film: path.join(folder.directory, sealedFileName(folder.recordingId)) }
}

test.each([
  ['missing', (film: string) => rm(film)],
  ['empty', (film: string) => truncate(film, 0)],
  ['half', (film: string) => truncate(film, 20_000)],
  [
    'of the same length and other bytes',
    async (film: string) => {
      const bytes = await readFile(film)
      bytes[30_000] = (bytes[30_000] ?? 0) ^ 1
      await writeFile(film, bytes)
    },
  ],
])('a film that is %s beside its slip is made anew from the raw part', async (_, spoil) => {
  const { folder, film } = await sealedBesideItsRawPart()
  await spoil(film)
  const { slip, manifest } = await seal(folder)
  expect(slip.verdict).toBe('sound')
  expect((await readFile(film)).length).toBe(manifest.byteLength)
  expect(await readdir(folder.directory)).not.toContain('part-001.webm')
})

test('a whole film beside its slip: only the raw part goes', async () => {
  const { folder, film } = await sealedBesideItsRawPart()
  const before = await readFile(film)
  expect(await isSealFinished(folder.directory)).toBe(false)
  await seal(folder)
  expect(await readFile(film)).toEqual(before)
  expect(await readdir(folder.directory)).not.toContain('part-001.webm')
  expect(await isSealFinished(folder.directory)).toBe(true)
})

test('a slip that knows fewer chunks than our own log is refused', async () => {
  const folder = await makeFolder([{ take: second, startsAfterMs: 0 }])
  await seal(folder)
  const log = path.join(folder.directory, 'part-001.log')
  const lines = (await readFile(log, 'utf8')).split('\n')
  const chunk = JSON.parse(lines.find(line => line.includes('"chunk"')) ?? '{}')
  await writeFile(log, [...lines.slice(0, -2), JSON.stringify({ ...chunk, sequence: 8 }), ''].join('\n'))
  await expect(seal(folder)).rejects.toMatchObject({ failure: 'foreignPapers' })
})
