import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { decodeFilm } from '../../../electron/recording/proof/decode-film.ts'
import { isSealFinished, sealRecording } from '../../../electron/recording/proof/seal.ts'
import { verifySealed } from '../../../electron/recording/proof/verify-sealed.ts'
import { chromiumTake, ffmpegPath, makeFolder, thresholds } from './recording-folder.ts'

const first = await chromiumTake(1)
const second = await chromiumTake(2)

/** Starts a seal and kills it `afterMs` behind the progress line `mark`; `sealed` where it was faster. */
function killAt(directory: string, mark: string, afterMs: number): Promise<'killed' | 'sealed' | 'failed'> {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'seal-child.ts'), directory, ffmpegPath, JSON.stringify(thresholds)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  createInterface({ input: child.stdout }).on('line', line => {
    if (line === mark) setTimeout(() => child.kill('SIGKILL'), afterMs)
  })
  return new Promise(resolve =>
    child.once('exit', (code, signal) => resolve(signal === 'SIGKILL' ? 'killed' : code === 0 ? 'sealed' : 'failed')),
  )
}

const moments = [
  ['ready', 0],
  ['reading', 0],
  ['reading', 3],
  ['joining', 0],
  ...Array.from({ length: 6 }, () => ['joining', Math.round(Math.random() * 350)] as const),
  ['writing', 0],
  ...Array.from({ length: 4 }, () => ['writing', Math.round(Math.random() * 12)] as const),
] as const

test.each(moments)(
  'killed after «%s» + %i ms: nothing lost, the next run seals it',
  { timeout: 60_000 },
  async (mark, afterMs) => {
    const { directory } = await makeFolder([
      { take: first, startsAfterMs: 0, end: 'workstationDied' },
      { take: second, startsAfterMs: 7_200 },
    ])
    expect(await killAt(directory, mark, afterMs)).not.toBe('failed')

    const names = await readdir(directory)
    if (!names.includes('slip.json')) {
      expect(await isSealFinished(directory)).toBe(false)
      expect((await readFile(path.join(directory, 'part-001.webm'))).equals(first.bytes)).toBe(true)
      expect((await readFile(path.join(directory, 'part-002.webm'))).equals(second.bytes)).toBe(true)
    }
    const { slip, manifest } = await sealRecording({ directory, ffmpegPath, thresholds, now: () => Date.now() })
    expect(slip.verdict).toBe('sound')
    expect(await verifySealed({ directory, ffmpegPath })).toMatchObject({ intact: true })
    expect(await decodeFilm({ file: path.join(directory, manifest.file), ffmpegPath })).toBe(0)
    expect(await isSealFinished(directory)).toBe(true)
    expect((await readdir(directory)).filter(name => /\.(webm|sealing|checks)$/.test(name))).toEqual([])
  },
)
