import { createHash } from 'node:crypto'

/** What a letter is known again by. */
export interface LetterHashes {
  /** Of every byte. */
  readonly contentHash: string
  /** Of what stands below the head, line ends and blanks at the end made alike. */
  readonly bodyHash: string
}

const hexOf = (...pieces: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}

/** Of a letter that came whole. */
export function hashesOfLetter(raw: Buffer): LetterHashes {
  const end = headEnd(raw)
  const body = raw.subarray(end).toString('latin1').replaceAll('\r\n', '\n').trimEnd()
  return { contentHash: hexOf(raw), bodyHash: hexOf(Buffer.from(body, 'latin1')) }
}

/** Of a letter of which only the head was taken over: its body is unknown, so that it is never taken for another one. */
export const hashesOfHead = (head: Buffer, letterId: string): LetterHashes => ({
  contentHash: hexOf(head, `\nonly the head of ${letterId}`),
  bodyHash: hexOf(`only the head of ${letterId}`),
})

/** Where the empty line under the head ends; the whole length where there is none. */
export function headEnd(raw: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n']
    .map(blank => ({ at: raw.indexOf(blank, 0, 'latin1'), length: blank.length }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
  const [first] = ends
  return first ? first.at + first.length : raw.length
}

/** Whether the bytes can be a letter at all: it begins with lines «Name: value». */
export const looksLikeLetter = (raw: Buffer): boolean => {
  const start = raw
    .subarray(0, 4096)
    .toString('latin1')
    .replace(/^\uFEFF|^\u00EF\u00BB\u00BF/, '')
  // A copy out of a Unix mailbox has its separator above the head.
  return /^(?:From [^\n]*\n)?[!-9;-~]+[ \t]*:[^\n]*(?:\n|$)/.test(start)
}
