import PostalMime, { type Email } from 'postal-mime'
import type { LetterWarning } from '../../shared/letters/letter-reading.ts'
import { withReadableHeads } from './head-words.ts'
import { letterLimits } from './letter-limits.ts'
import { asUtf8, looksBroken, russianLetters, withCharset } from './letter-text.ts'

/** A letter taken apart, as far as its limits allow. */
export interface OpenedLetter {
  readonly email: Email
  readonly warnings: readonly LetterWarning[]
}

/** Takes a raw letter apart; beyond the limits only its head, or its beginning. Never throws for what the letter holds. */
export async function openMime(raw: Uint8Array): Promise<OpenedLetter> {
  const isBig = raw.byteLength > letterLimits.wholeBytes
  const begun = isBig ? raw.subarray(0, letterLimits.beginningBytes) : raw
  const read = begun.subarray(0, endOfPlainLines(begun))
  const isCut = read.byteLength < raw.byteLength
  const tooBig: LetterWarning[] = [...(isBig ? ['tooBig' as const] : []), ...(isCut ? ['truncated' as const] : [])]
  if (headLength(read) > letterLimits.headBytes)
    return { email: await headOnly(read), warnings: [...tooBig, 'truncated'] }
  // A part for every other line would need more memory than the letter is worth.
  if (borderLines(read) > letterLimits.borderLines)
    return { email: await headOnly(read), warnings: [...tooBig, 'tooDeep'] }
  try {
    const parsed = await parse(withReadableHeads(read, letterLimits.repairedBytes))
    const email = withUtf8Bodies(parsed)
    const wasBroken = looksBroken(`${parsed.text ?? ''}${parsed.html ?? ''}`.slice(0, letterLimits.textSigns))
    const isBroken = looksBroken(`${email.text ?? ''}${email.html ?? ''}`.slice(0, letterLimits.textSigns))
    if (!isBroken) return { email, warnings: wasBroken ? [...tooBig, 'brokenEncoding'] : tooBig }
    const repaired = read.byteLength <= letterLimits.repairedBytes ? await inAnotherCharset(read) : null
    return { email: repaired ?? email, warnings: [...tooBig, 'brokenEncoding'] }
  } catch {
    // Its own messages name the limits; whatever it was, the head still says whose letter it is.
    return { email: await headOnly(read), warnings: [...tooBig, 'tooDeep'] }
  }
}

/** A charset that is named counts less than bytes that are valid UTF-8. */
const withUtf8Bodies = (email: Email): Email => ({
  ...email,
  ...(email.text === undefined ? {} : { text: asUtf8(email.text) }),
  ...(email.html === undefined ? {} : { html: asUtf8(email.html) }),
})

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

const parse = (raw: Uint8Array): Promise<Email> =>
  PostalMime.parse(raw, {
    maxNestingDepth: letterLimits.nestingDepth,
    maxHeadersSize: letterLimits.headBytes * 4,
    forceRfc822Attachments: true,
  })

/** The letter read in the charset that makes the most Russian of it; null: none makes any. */
async function inAnotherCharset(raw: Uint8Array): Promise<Email | null> {
  let best: { email: Email; letters: number } | null = null
  for (const charset of ['utf-8', 'windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic']) {
    const email = await parse(withCharset(raw, charset))
    const letters = russianLetters(`${email.text ?? ''}${email.html ?? ''}`.slice(0, letterLimits.textSigns))
    if (letters > (best?.letters ?? 0)) best = { email, letters }
  }
  return best?.email ?? null
}

/**
 * Where more lines begin than the parser takes in reasonable time (10 µs each); lines of base64 cost it nothing, so that
 * scans are not counted.
 */
function endOfPlainLines(raw: Uint8Array): number {
  let lines = 0
  let start = 0
  for (let end = raw.indexOf(10); end !== -1; end = raw.indexOf(10, start)) {
    if (end - start < 40 || !isBase64(raw, start, end)) lines += 1
    start = end + 1
    if (lines > letterLimits.plainLines) return start
  }
  return raw.byteLength
}

function isBase64(raw: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = raw[at] ?? 0
    const isLetter = (byte | 32) >= 97 && (byte | 32) <= 122
    // 0–9, «+», «/», «=», and the carriage return at the end.
    if (!isLetter && !(byte >= 47 && byte <= 57) && byte !== 43 && byte !== 61 && byte !== 13) return false
  }
  return true
}

/** The head without what says how the body is built. */
async function headOnly(raw: Uint8Array): Promise<Email> {
  const bytes = raw.subarray(0, Math.min(headLength(raw), letterLimits.headBytes / 4))
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .split(/\r?\n(?![ \t])/u)
  const kept = lines.filter(line =>
    /^(?:from|to|subject|date|message-id|in-reply-to|references|return-path|auto-submitted|precedence|x-auto[a-z-]*):/iu.test(
      line,
    ),
  )
  const head = Buffer.from(`${kept.map(line => line.slice(0, 20_000)).join('\r\n')}\r\n\r\n`, 'latin1')
  try {
    return await PostalMime.parse(head)
  } catch {
    return { headers: [], headerLines: [], attachments: [] }
  }
}
