import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { phraseLimits } from '../../shared/contract/phrases.ts'
import { parsedOnce } from '../parsed-once.ts'

const Phrases = z.strictObject({
  source: z.string(),
  phrases: z
    .array(z.strictObject({ text: z.string().min(1).max(phraseLimits.text), topicIds: z.array(z.string()) }))
    .max(phraseLimits.count),
})

/** A phrase a specialist starts with, and the topics it is for. */
export type StartingPhrase = z.infer<typeof Phrases>['phrases'][number]

/** The starting phrases. Rejects where the file is not what it should be. */
export async function readPhrases(file: string): Promise<readonly StartingPhrase[]> {
  return Phrases.parse(JSON.parse(await readFile(file, 'utf8')), parsedOnce).phrases
}
