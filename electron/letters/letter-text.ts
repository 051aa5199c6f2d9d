/** Text of bytes whose encoding nobody names: UTF-16 by its mark, UTF-8, else the charset that makes the most Russian of it. */
export function textOfBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const utf8 = validUtf8(bytes)
  if (utf8 !== null) return utf8
  const begun = bytes.subarray(0, judgedBytes)
  const scored = ['windows-1251', 'koi8-r', 'ibm866'].map(charset => ({
    charset,
    score: russianLetters(new TextDecoder(charset).decode(begun)),
  }))
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return new TextDecoder(best.charset).decode(bytes)
}
const judgedBytes = 20_000

/** A decoder put these where bytes made no sense. */
export const looksBroken = (text: string): boolean => text.includes('\ufffd') || mojibake.test(text)

/** UTF-8 read as windows-1251 or as Latin, and Russian in one byte a sign read as Latin. */
const mojibake =
  /(?:[РС][\u0080-\u00bf\u0400-\u040f\u0450-\u045f°±‚„†‡€‰‹‘’“”•–—™›]){4}|(?:[ÐÑ][\u0080-\u00bf]){4}|[\u00c0-\u00ff]{4}/u

/** Charsets of one byte a sign that letters wrongly name. */
const singleByte = [
  ...['windows-1251', 'windows-1252', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic', 'koi8-u', 'macintosh'],
  ...['windows-1250', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256', 'windows-1257', 'windows-1258'],
  ...['windows-874', 'iso-8859-2', 'iso-8859-3', 'iso-8859-4', 'iso-8859-6', 'iso-8859-7', 'iso-8859-8', 'iso-8859-10'],
  ...['iso-8859-13', 'iso-8859-14', 'iso-8859-15', 'iso-8859-16'],
] as const
let bytesOfSigns: readonly ReadonlyMap<string, number>[] | null = null
const tablesOfSigns = (): readonly ReadonlyMap<string, number>[] => {
  bytesOfSigns ??= singleByte.map(charset => {
    const decoder = new TextDecoder(charset)
    return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  })
  return bytesOfSigns
}

/**
 * Lines whose bytes are valid UTF-8 though a label of one byte a sign was believed, read as UTF-8: the bytes are stronger
 * than the label. Russian in its own single-byte charset is never valid UTF-8 of a whole line.
 */
export const asUtf8 = (text: string): string =>
  /[\u0080-\uffff]/u.test(text) ? text.split('\n').map(lineAsUtf8).join('\n') : text

function lineAsUtf8(line: string): string {
  if (!/[^\p{ASCII}]{2}/u.test(line)) return line
  for (const table of tablesOfSigns()) {
    const bytes = bytesBy(table, line)
    if (bytes === null) continue
    const found = validUtf8(bytes)
    // What comes out must be letters somebody writes here: two strange signs may be valid by chance.
    if (found !== null && /^[\p{ASCII}\p{Script=Cyrillic}\p{Script=Latin}\p{P}\p{Zs}\p{S}\p{N}\p{M}]*$/u.test(found))
      return found
  }
  return line
}

/** null: a sign the charset does not have. */
function bytesBy(table: ReadonlyMap<string, number>, line: string): Uint8Array | null {
  const bytes: number[] = []
  for (const sign of line) {
    const byte = table.get(sign)
    if (byte === undefined) return null
    bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}

/** Text of bytes that are valid UTF-8; null: they are not. */
export function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The raw letter saying another charset of all its texts; where it says none, it says this one. */
export function withCharset(raw: Uint8Array, charset: string): Uint8Array {
  const text = Buffer.from(raw).toString('latin1')
  const named = text
    .replaceAll(/(charset\s*=\s*)"?[\w.:-]{1,40}"?/giu, `$1${charset}`)
    .replaceAll(/^(content-type:[ \t]*text\/(?:plain|html))[ \t]*(?=\r?$)/gimu, `$1; charset=${charset}`)
  const headEnd = named.search(/\r?\n\r?\n/u)
  const hasType = /^content-type:/imu.test(headEnd === -1 ? named : named.slice(0, headEnd))
  return Buffer.from(hasType ? named : `Content-Type: text/plain; charset=${charset}\r\n${named}`, 'latin1')
}

/** How much like Russian a text is: small letters count for it, capitals (koi8-r read as windows-1251) and the rest against it. */
export function russianLetters(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return count(/[а-яё]/gu) - 2 * count(/[А-ЯЁ]/gu) - 10 * count(/[\ufffd\u0402-\u040f\u0452-\u045f\u2500-\u25ff]/gu)
}
