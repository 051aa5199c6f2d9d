import { createHash, randomBytes } from 'node:crypto'
import { areLetters, fromLetters, inGroups, toLetters, typedLetters } from './printed-letters.ts'

const secretBytes = 20
const checksumLetters = 4

export type RecoveryKeyReading =
  | { readonly ok: true; readonly secret: Buffer }
  /** `length`: letters missing or too many; `letter`: a sign that cannot occur; `checksum`: mistyped. */
  | { readonly ok: false; readonly reason: 'length' | 'letter' | 'checksum' }

/** A new secret of 160 bits. */
export const newRecoverySecret = (): Buffer => randomBytes(secretBytes)

/** «AB12-CD34-…»: 32 letters of the secret and 4 of the checksum, in groups of four. */
export const printRecoveryKey = (secret: Buffer): string => inGroups(toLetters(secret) + checksum(secret))

/** Reads what a person typed. */
export function readRecoveryKey(typed: string): RecoveryKeyReading {
  const letters = typedLetters(typed)
  if (letters.length !== (secretBytes * 8) / 5 + checksumLetters) return { ok: false, reason: 'length' }
  if (!areLetters(letters)) return { ok: false, reason: 'letter' }
  const secret = fromLetters(letters.slice(0, -checksumLetters))
  if (checksum(secret) !== letters.slice(-checksumLetters).join('')) return { ok: false, reason: 'checksum' }
  return { ok: true, secret }
}

function checksum(secret: Buffer): string {
  const digest = createHash('sha256').update('videopriem recovery key checksum').update(secret).digest()
  return toLetters(digest.subarray(0, 5)).slice(0, checksumLetters)
}
