/** Text of bytes whose encoding nobody names: UTF-8, else windows-1251. */
export function textOfBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

/** A decoder put these where bytes made no sense. */
export const looksBroken = (text: string): boolean => text.includes('\ufffd') || mojibake.test(text)

/** UTF-8 read as windows-1251 or as Latin. */
const mojibake = /(?:[РС][\u0080-\u00bf\u0400-\u040f\u0450-\u045f°±‚„†‡€‰‹‘’“”•–—™›]){4}|(?:[ÐÑ][\u0080-\u00bf]){4}/u

/** Charsets of one byte a sign that letters wrongly name. */
const singleByte = ['windows-1251', 'windows-1252', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'] as const
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
    const bytes = Array.from(line, sign => table.get(sign))
    if (bytes.some(byte => byte === undefined)) continue
    const found = validUtf8(Uint8Array.from(bytes as number[]))
    // What comes out must be letters somebody writes here: two strange signs may be valid by chance.
    if (found !== null && /^[\p{ASCII}\p{Script=Cyrillic}\p{Script=Latin}\p{P}\p{Zs}\p{S}\p{N}\p{M}]*$/u.test(found))
      return found
  }
  return line
}

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Heads whose raw bytes are no UTF-8, written in UTF-8: no label names the charset of a raw head. */
export function withReadableHeads(raw: Uint8Array, wholeBytes: number): Uint8Array {
  const text = Buffer.from(raw).toString('latin1')
  const headEnd = text.search(/\r?\n\r?\n/u)
  const head = headEnd === -1 ? text : text.slice(0, headEnd)
  const readable = (line: string) => (/[\u0080-\u00ff]/u.test(line) ? rawHeadAsUtf8(line) : line)
  const newHead = head.split('\n').map(readable).join('\n')
  const rest = text.slice(head.length)
  const newRest =
    raw.byteLength <= wholeBytes
      ? rest.replaceAll(
          /^(?:content-(?:type|disposition|description)[ \t]*:|[ \t]+(?:file)?name[ \t]*=)[^\n]*$/gimu,
          readable,
        )
      : rest
  return newHead === head && newRest === rest ? raw : Buffer.from(newHead + newRest, 'latin1')
}

function rawHeadAsUtf8(line: string): string {
  const bytes = Buffer.from(line, 'latin1')
  if (validUtf8(bytes) !== null) return line
  const [first = '', second = ''] = ['windows-1251', 'koi8-r'].map(charset => new TextDecoder(charset).decode(bytes))
  return Buffer.from(russianLetters(first) >= russianLetters(second) ? first : second, 'utf8').toString('latin1')
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
