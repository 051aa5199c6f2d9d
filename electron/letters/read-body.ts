import type { Email } from 'postal-mime'
import { visibleText } from '../../shared/letters/hidden-signs.ts'
import type { LetterWarning } from '../../shared/letters/letter-reading.ts'
import { readHtml } from './html-reading.ts'
import { letterLimits } from './letter-limits.ts'

/** The body of a letter as text, in both its forms. */
export interface LetterBody {
  /** What is shown. */
  readonly text: string
  /** What the sender's own words are looked for in: of HTML without its quotations. */
  readonly ownText: string
  /** As it came, with invisible signs; the fields are looked for in it. */
  readonly plain: string
  readonly html: string
  readonly warnings: readonly LetterWarning[]
}

export function readBody({ text = '', html = '' }: Email): LetterBody {
  const warnings = new Set<LetterWarning>()
  const plain = text.slice(0, letterLimits.textSigns)
  if (text.length > plain.length) warnings.add('truncated')
  const looked = html === '' ? null : readHtml(html, () => false)
  if (looked?.hasScript) warnings.add('script')
  if (looked?.hasRemotePictures) warnings.add('remotePictures')
  if (looked?.isCut) warnings.add('truncated')
  const hasPlain = plain.trim() !== ''
  const shown = visibleText(hasPlain ? plain : (looked?.text ?? '')).trim()
  // A plain part made by a mail program quotes with «>»; where there is none the HTML knows better what is quoted.
  const own = looked !== null && looked.ownText !== '' ? looked.ownText : plain
  return { text: shown, ownText: own, plain, html, warnings: [...warnings] }
}
