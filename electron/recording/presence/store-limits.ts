import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { parsedOnce } from '../../parsed-once.ts'

/** How the store of recordings is looked after, as data with its reasons: resources/recording-store.json. */
export interface StoreLimits {
  /** Every film is read whole this often. */
  readonly provenEveryMs: number
  /** Every film's place and length are looked at this often. */
  readonly lookEveryMs: number
  /** A film that is not in its place is looked for this many folders deep, among so many names at most. */
  readonly searchDepth: number
  readonly searchEntries: number
  /** What changed within this time and was not ended in order may still be somebody's live recording. */
  readonly quietMs: number
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

const StoreLimitsFile = z.strictObject({
  provenEveryDays: z.number().positive(),
  provenReason: z.string(),
  lookEveryMinutes: z.number().positive(),
  lookReason: z.string(),
  searchDepth: z.int().positive(),
  searchDepthReason: z.string(),
  searchEntries: z.int().positive(),
  searchEntriesReason: z.string(),
  quietMinutes: z.number().positive(),
  quietReason: z.string(),
})

/** Reads resources/recording-store.json. Rejects when the file is broken. */
export async function readStoreLimits(file: string): Promise<StoreLimits> {
  const data = StoreLimitsFile.parse(JSON.parse(await readFile(file, 'utf8')), parsedOnce)
  return {
    provenEveryMs: data.provenEveryDays * dayMs,
    lookEveryMs: data.lookEveryMinutes * minuteMs,
    searchDepth: data.searchDepth,
    searchEntries: data.searchEntries,
    quietMs: data.quietMinutes * minuteMs,
  }
}
