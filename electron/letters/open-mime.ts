import PostalMime, { type Email } from 'postal-mime'
import type { LetterWarning } from '../../shared/letters/letter-reading.ts'
import { letterLimits } from './letter-limits.ts'

/** A letter taken apart, as far as its limits allow. */
export interface OpenedLetter {
  readonly email: Email
  readonly warnings: readonly LetterWarning[]
}

/** Takes a raw letter apart; beyond the limits only its head, or its beginning. Never throws for what the letter holds. */
export async function openMime(raw: Uint8Array): Promise<OpenedLetter> {
  const isBig = raw.byteLength > letterLimits.wholeBytes
  const read = isBig ? raw.subarray(0, letterLimits.beginningBytes) : raw
  const tooBig: LetterWarning[] = isBig ? ['tooBig', 'truncated'] : []
  if (headLength(read) > letterLimits.headBytes)
    return { email: await headOnly(read), warnings: [...tooBig, 'truncated'] }
  // A part for every other line would need more memory than the letter is worth.
  if (borderLines(read) > letterLimits.borderLines)
    return { email: await headOnly(read), warnings: [...tooBig, 'tooDeep'] }
  try {
    const email = await PostalMime.parse(read, {
      maxNestingDepth: letterLimits.nestingDepth,
      maxHeadersSize: letterLimits.headBytes * 4,
      forceRfc822Attachments: true,
    })
    return { email, warnings: tooBig }
  } catch {
    // Its own messages name the limits; whatever it was, the head still says whose letter it is.
    return { email: await headOnly(read), warnings: [...tooBig, 'tooDeep'] }
  }
}

/** Bytes before the first empty line. */
function headLength(raw: Uint8Array): number {
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] === 10 && (raw[at + 1] === 10 || (raw[at + 1] === 13 && raw[at + 2] === 10))) return at
  }
  return raw.length
}

function borderLines(raw: Uint8Array): number {
  let lines = 0
  for (let at = raw.indexOf(10); at !== -1; at = raw.indexOf(10, at + 1)) {
    if (raw[at + 1] === 45 && raw[at + 2] === 45) lines += 1
  }
  return lines
}

/** The head without what says how the body is built. */
async function headOnly(raw: Uint8Array): Promise<Email> {
  const bytes = raw.subarray(0, Math.min(headLength(raw), letterLimits.headBytes / 4))
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .split(/\r?\n(?![ \t])/u)
  const kept = lines.filter(line =>
    /^(?:from|to|subject|date|message-id|in-reply-to|references|auto-submitted|precedence):/iu.test(line),
  )
  const head = Buffer.from(`${kept.map(line => line.slice(0, 20_000)).join('\r\n')}\r\n\r\n`, 'latin1')
  try {
    return await PostalMime.parse(head)
  } catch {
    return { headers: [], headerLines: [], attachments: [] }
  }
}
