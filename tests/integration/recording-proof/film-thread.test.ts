import { access, chmod, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { onFilmThread } from '../../../electron/recording/film-thread.ts'
import { SealError } from '../../../electron/recording/proof/seal-error.ts'
import { until } from '../../fixtures/until.ts'
import { chromiumTake, ffmpegPath, makeFolder, scratch, thresholds } from './recording-folder.ts'

const never = new AbortController().signal
const clockAheadMs = 0

test('a seal on its thread leaves the workstation thread free for the chunks of the next recording', async () => {
  const take = await chromiumTake(1)
  const parts = Array.from({ length: 12 }, (_, index) => ({ take, startsAfterMs: index * (take.durationMs + 200) }))
  const { directory } = await makeFolder(parts)
  const before = process.threadCpuUsage()
  const { slip, manifest } = await onFilmThread('seal', { directory, ffmpegPath, thresholds, clockAheadMs }, never)
  const { user, system } = process.threadCpuUsage(before)
  expect(slip.verdict).toBe('sound')
  await access(path.join(directory, manifest.file))
  // In place it is a third of a second of this thread (an hour: fifteen); what is left is the start of the other.
  expect((user + system) / 1_000).toBeLessThan(150)
})

test('why a recording could not be sealed is told across the threads', async () => {
  const { directory } = await makeFolder([{ take: await chromiumTake(2), startsAfterMs: 0 }])
  const asked = { directory, ffmpegPath: path.join(directory, 'no-ffmpeg'), thresholds, clockAheadMs }
  const failed = await onFilmThread('seal', asked, never).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(SealError)
  expect(failed).toMatchObject({ failure: 'noFfmpeg' })
  expect(String(failed)).not.toContain('noFfmpeg: noFfmpeg')
})

test.skipIf(process.platform === 'win32')('a reading that is given up takes its ffmpeg with it', async () => {
  const directory = await scratch()
  const [tool, pidFile] = [path.join(directory, 'ffmpeg'), path.join(directory, 'pid')]
  await writeFile(tool, `#!/bin/sh\necho $$ > ${pidFile}\nexec sleep 600\n`)
  await chmod(tool, 0o700)
  const file = path.join(directory, 'film.webm')
  await writeFile(file, (await chromiumTake(2)).bytes)
  const abort = new AbortController()
  const reading = onFilmThread('readForeign', { ffmpegPath: tool, file, thresholds }, abort.signal)
  const pid = Number(
    await until(
      'ffmpeg runs',
      () => readFile(pidFile, 'utf8').catch(() => ''),
      text => text.endsWith('\n'),
    ),
  )
  expect(isAlive(pid)).toBe(true)
  abort.abort()
  await expect(reading).rejects.toThrow()
  expect(isAlive(pid)).toBe(false)
})

test('a film that is given up before its thread began is not begun', async () => {
  await expect(
    onFilmThread('readForeign', { ffmpegPath, file: '/nowhere', thresholds }, AbortSignal.abort()),
  ).rejects.toThrow()
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
