import { createHash, randomBytes } from 'node:crypto'

/** Crockford's alphabet: no I, L, O, U, so that a printed key is read back without doubt. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretBytes = 20
const checksumLetters = 4
const groupLetters = 4

export type RecoveryKeyReading =
  | { readonly ok: true; readonly secret: Buffer }
  /** `length`: letters missing or too many; `letter`: a sign that cannot occur; `checksum`: mistyped. */
  | { readonly ok: false; readonly reason: 'length' | 'letter' | 'checksum' }

/** A new secret of 160 bits. */
export const newRecoverySecret = (): Buffer => randomBytes(secretBytes)

/** «AB12-CD34-…»: 32 letters of the secret and 4 of the checksum, in groups of four. */
export function printRecoveryKey(secret: Buffer): string {
  const letters = toLetters(secret) + checksum(secret)
  return (letters.match(new RegExp(`.{${groupLetters}}`, 'g')) ?? []).join('-')
}

/** Reads what a person typed: any case, spaces or dashes, look-alike letters, also Cyrillic ones. */
export function readRecoveryKey(typed: string): RecoveryKeyReading {
  const letters = [...typed.toUpperCase().replaceAll(/[\s\p{Pd}.]/gu, '')].map(
    letter => lookAlike.get(letter) ?? letter,
  )
  if (letters.length !== (secretBytes * 8) / 5 + checksumLetters) return { ok: false, reason: 'length' }
  if (letters.some(letter => !alphabet.includes(letter))) return { ok: false, reason: 'letter' }
  const secret = fromLetters(letters.slice(0, -checksumLetters))
  if (checksum(secret) !== letters.slice(-checksumLetters).join('')) return { ok: false, reason: 'checksum' }
  return { ok: true, secret }
}

/** Typed with the Russian layout left on, or misread from paper. */
const lookAlike = new Map([
  ...Object.entries({ O: '0', I: '1', L: '1' }),
  ...Object.entries({ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: '0', Р: 'P', С: 'C', Т: 'T', Х: 'X', З: '3' }),
])

function toLetters(bytes: Buffer): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map(five => alphabet[Number.parseInt(five, 2)]).join('')
}

function fromLetters(letters: readonly string[]): Buffer {
  const bits = letters.map(letter => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(eight => Number.parseInt(eight, 2)))
}

function checksum(secret: Buffer): string {
  const digest = createHash('sha256').update('videopriem recovery key checksum').update(secret).digest()
  return toLetters(digest.subarray(0, 5)).slice(0, checksumLetters)
}
