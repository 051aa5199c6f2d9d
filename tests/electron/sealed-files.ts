import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { slipFileName } from '../../shared/recording/part-log.ts'
import { papersIn, type SealedPapers } from '../fixtures/sealed-recording.ts'
import { until } from '../fixtures/until.ts'
import type { Profile } from './electron-program.ts'

/**
 * Waits for the one recording of a test to be sealed, and reads its papers without the program. The films of the
 * demonstration are sealed beside it, whenever each is drawn: they are older than the profile.
 */
export async function sealedFile({
  directory,
  madeAtMs,
}: Pick<Profile, 'directory' | 'madeAtMs'>): Promise<SealedPapers> {
  const sealed = async () => {
    const entries = await readdir(join(directory, 'recordings'), { recursive: true, withFileTypes: true })
    const slips = entries.filter(entry => entry.name === slipFileName)
    const papers = await Promise.all(slips.map(slip => papersIn(slip.parentPath)))
    return papers.filter(({ manifest }) => Date.parse(manifest.startedAt) >= madeAtMs)
  }
  const [papers, ...others] = await until('a slip', sealed, found => found.length > 0, 90_000)
  if (!papers || others.length > 0) throw new Error('not one sealed recording')
  return papers
}
