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
