import { visibleText } from '../../shared/letters/hidden-signs.ts'
import type { LetterWarning } from '../../shared/letters/letter-reading.ts'
import { ownWords } from '../../shared/letters/own-words.ts'
import { letterLimits } from './letter-limits.ts'
import { textOfBytes } from './letter-text.ts'
import type { LetterBody } from './read-body.ts'

/** The sender's own words: without what is quoted, without the signature. */
export const wordsOf = ({ ownText }: LetterBody): string => visibleText(ownWords(ownText))

const longestUnsplitSigns = 20_000

/** The letter below its head as it came, where nothing of it could be taken apart; '' where there is nothing to show. */
export function unsplitText(raw: Uint8Array, attachments: number, warnings: ReadonlySet<LetterWarning>): string {
  const isUnsplit = attachments === 0 || warnings.has('tooDeep')
  if (!isUnsplit) return ''
  const begun = Buffer.from(raw.subarray(0, letterLimits.beginningBytes))
  const end = begun.toString('latin1').search(/\r?\n\r?\n/u)
  if (end === -1) return ''
  return visibleText(textOfBytes(begun.subarray(end)).slice(0, longestUnsplitSigns)).trim()
}
