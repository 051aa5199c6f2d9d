import { russianLetters, validUtf8 } from './letter-text.ts'

/** Words of RFC 2047 of one charset and one coding, with nothing but blanks between them. */
const runs = /=\?([\w.:-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?\s]*)\?=(?:\s+=\?\1(?:\*[\w-]*)?\?\2\?[^?\s]*\?=)*/giu
/** A parameter of RFC 2231 in one piece. */
const parameters = /((?:file)?name\*=)([\w.:-]{1,40})'([\w-]*)'((?:%[0-9a-f]{2}|[^%\s;"'])+)/giu
const russian = ['windows-1251', 'koi8-r'] as const

/**
 * Heads (Latin-1 of their bytes) whose coded words and file names say the charset their bytes are in: valid UTF-8 whatever
 * was said, and Russian where UTF-8 was said and is not. Words cut in the midst of a letter are put together first: a
 * parser decodes each by itself.
 */
const withHonestWords = (heads: string): string =>
  heads
    .replaceAll(runs, (whole: string, charset: string, coding: string) => {
      const words = whole.match(/\?[bq]\?[^?\s]*(?=\?=)/giu) ?? []
      const bytes = Buffer.concat(words.map(word => bytesOf(word.slice(3), coding)))
      const isCut = words.length > 1
      const honest = charsetOf(bytes, charset)
      return honest === charset && !isCut ? whole : `=?${honest}?B?${bytes.toString('base64')}?=`
    })
    .replaceAll(parameters, (whole: string, name: string, charset: string, language: string, value: string) => {
      const honest = charsetOf(Buffer.from(unescaped(value), 'latin1'), charset)
      return honest === charset ? whole : `${name}${honest}'${language}'${value}`
    })

function bytesOf(word: string, coding: string): Buffer {
  if (coding.toLowerCase() === 'b') return Buffer.from(word, 'base64')
  return Buffer.from(
    word
      .replaceAll('_', ' ')
      .replaceAll(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

const unescaped = (value: string): string =>
  value.replaceAll(/%([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** `said` where nothing speaks against it. */
function charsetOf(bytes: Buffer, said: string): string {
  if (bytes.every(byte => byte < 0x80)) return said
  if (validUtf8(bytes) !== null) return /^utf-?8$/iu.test(said) ? said : 'utf-8'
  if (!/^utf-?8$/iu.test(said)) return said
  const [first, second] = russian.map(charset => russianLetters(new TextDecoder(charset).decode(bytes)))
  return (first ?? 0) >= (second ?? 0) ? russian[0] : russian[1]
}

/** Heads whose raw bytes are no UTF-8, written in UTF-8: no label names the charset of a raw head. */
export function withReadableHeads(raw: Uint8Array, wholeBytes: number): Uint8Array {
  const text = Buffer.from(raw).toString('latin1')
  const headEnd = text.search(/\r?\n\r?\n/u)
  const head = headEnd === -1 ? text : text.slice(0, headEnd)
  const readable = (line: string) => (/[\u0080-\u00ff]/u.test(line) ? rawHeadAsUtf8(line) : line)
  const newHead = withHonestWords(head.split('\n').map(readable).join('\n'))
  const rest = text.slice(head.length)
  const newRest =
    raw.byteLength <= wholeBytes
      ? rest
          .replaceAll(
            /^(?:content-(?:type|disposition|description)[ \t]*:|[ \t]+(?:file)?name[ \t]*=)[^\n]*$/gimu,
            readable,
          )
          .replaceAll(/^content-(?:type|disposition)[ \t]*:[^\n]*(?:\n[ \t]+[^\n]*){0,20}/gimu, withHonestWords)
      : rest
  return newHead === head && newRest === rest ? raw : Buffer.from(newHead + newRest, 'latin1')
}

function rawHeadAsUtf8(line: string): string {
  const bytes = Buffer.from(line, 'latin1')
  if (validUtf8(bytes) !== null) return line
  const [first = '', second = ''] = ['windows-1251', 'koi8-r'].map(charset => new TextDecoder(charset).decode(bytes))
  return Buffer.from(russianLetters(first) >= russianLetters(second) ? first : second, 'utf8').toString('latin1')
}
