import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupCard, BackupSignature, SignedFacts } from '../../shared/contract/backup.ts'
import { canonicalJson } from '../accounts/event-chain.ts'
import { opensWith } from '../database/connection.ts'
import { cardOf, copyFileName, type StoredCopy, storedCopies } from './backup-place.ts'

/** Derived, so that what is signed says nothing of the key the pages are encrypted with. */
const listKey = (keyHex: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(keyHex, 'hex'), '', 'videopriem backup list', 32))

const macOf = (facts: Omit<SignedFacts, 'mac'>, keyHex: string): Buffer =>
  createHmac('sha256', listKey(keyHex)).update(canonicalJson(facts)).digest()

/** The list of a copy with its signature. */
export const signFacts = (facts: Omit<SignedFacts, 'mac'>, keyHex: string): SignedFacts => ({
  ...facts,
  mac: macOf(facts, keyHex).toString('hex'),
})

/** The list of a copy where it is as this workplace wrote it, whatever lies beside it and whatever it is named; else null. */
export function provenFacts({ facts }: Pick<StoredCopy, 'facts'>, keyHex: string): SignedFacts | null {
  if (facts.format === 1) return null
  const { mac, ...signed } = facts
  return timingSafeEqual(Buffer.from(mac, 'hex'), macOf(signed, keyHex)) ? facts : null
}

/**
 * What the signature of a copy says under the key of a workplace; null = no key. Without the hash of the database only
 * its length is compared.
 */
export function signatureOf(copy: StoredCopy, keyHex: string | null, databaseSha256?: string): BackupSignature {
  if (copy.facts.format === 1) return 'unsigned'
  if (keyHex === null) return 'unreadable'
  const path = join(copy.folder, copyFileName)
  const proven = provenFacts(copy, keyHex)
  // A list of another workplace's key is not a forged one.
  if (!proven) return opensWith({ path, keyHex }) ? 'altered' : 'unreadable'
  const length = statSync(path, { throwIfNoEntry: false })?.size
  const isSwapped =
    databaseSha256 === undefined ? length !== proven.byteLength : databaseSha256 !== proven.databaseSha256
  if (isSwapped) return 'swapped'
  return proven.name === copy.name ? 'signed' : 'renamed'
}

/** Finished copies with what their signatures say, newest name first. Throws the system error of the folder. */
export const listCopies = (folder: string, keyHex: string | null): readonly BackupCard[] =>
  storedCopies(folder).map(copy => cardOf(copy, signatureOf(copy, keyHex)))
