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
