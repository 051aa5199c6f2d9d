import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { phraseLimits } from '../../shared/contract/phrases.ts'

const Phrases = z.strictObject({
  source: z.string(),
  phrases: z.array(z.string().min(1).max(phraseLimits.text)).max(phraseLimits.count),
})

/** The starting phrases. Rejects where the file is not what it should be. */
export async function readPhrases(file: string): Promise<readonly string[]> {
  return Phrases.parse(JSON.parse(await readFile(file, 'utf8'))).phrases
}
