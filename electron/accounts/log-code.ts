import { createHash } from 'node:crypto'
import { areLetters, fromLetters, inGroups, toLetters, typedLetters } from '../database/printed-letters.ts'

/** 80 bits: nobody finds another line that fits them, and a person still types them. */
const codeBytes = 10
const codeLetters = (codeBytes * 8) / 5
const checksumLetters = 4

/** A line as paper names it. */
export interface PaperLine {
  readonly sequence: number
  /** Local date of the line. */
  readonly day: string
}

/** A line of the event log as paper remembers it: «AB12-CD34-EF56-GH78-JK90», 16 letters of its hash and 4 of checksum. */
export function logCode(line: PaperLine & { readonly hash: string }): string {
  const start = Buffer.from(line.hash, 'hex').subarray(0, codeBytes)
  return inGroups(toLetters(start) + checksum(line, start))
}

/**
 * What the hash of that line begins with, in hex; null where the number, the date or the letters were mistyped: a slip of
 * the hand must not accuse the log.
 */
export function readLogCode(line: PaperLine, typed: string): string | null {
  const letters = typedLetters(typed)
  if (letters.length !== codeLetters + checksumLetters || !areLetters(letters)) return null
  const start = fromLetters(letters.slice(0, codeLetters))
  return checksum(line, start) === letters.slice(codeLetters).join('') ? start.toString('hex') : null
}

function checksum({ sequence, day }: PaperLine, start: Buffer): string {
  const digest = createHash('sha256').update(`videopriem log line ${sequence} of ${day} `).update(start).digest()
  return toLetters(digest.subarray(0, 5)).slice(0, checksumLetters)
}
