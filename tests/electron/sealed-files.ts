import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { slipFileName } from '../../shared/recording/part-log.ts'
import { papersIn, type SealedPapers } from '../fixtures/sealed-recording.ts'
import { until } from '../fixtures/until.ts'

/** Waits for the one recording of a profile to be sealed, and reads its papers without the program. */
export async function sealedFile(profileDirectory: string): Promise<SealedPapers> {
  const slips = async () => {
    const entries = await readdir(join(profileDirectory, 'recordings'), { recursive: true, withFileTypes: true })
    return entries.filter(entry => entry.name === slipFileName)
  }
  const [slip, ...others] = await until('a slip', slips, found => found.length > 0, 90_000)
  if (!slip || others.length > 0) throw new Error('not one sealed recording')
  return papersIn(slip.parentPath)
}
