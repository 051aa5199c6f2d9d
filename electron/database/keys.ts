import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { newRecoverySecret, printRecoveryKey, readRecoveryKey } from './recovery-key.ts'
import { writeFilePrivately } from './write-file-privately.ts'

/**
 * The database key: 256 random bits, kept twice. The host keeps it (browser host: `database.key`, 0600; Electron:
 * safeStorage) and `recovery.json`, in two places, keeps it wrapped by the recovery key that is printed once.
 */

/** `missing`: there is a database but no key: ask for the recovery key, never make a new one. */
export type KeyErrorCode = 'missing' | 'damaged' | 'recoveryMissing' | 'recoveryDamaged' | 'mistyped' | 'wrongKey'

export class KeyError extends Error {
  readonly code: KeyErrorCode
  constructor(code: KeyErrorCode) {
    super(`database key: ${code}`)
    this.name = 'KeyError'
    this.code = code
  }
}

/** Where a host keeps the key. */
export interface KeyHolder {
  /** null when nothing is kept; throws KeyError `damaged`. */
  load(): string | null
  save(keyHex: string): void
}

export const databaseKeyFileName = 'database.key'
/** The key as the desktop keeps it, sealed by the system; only the desktop reads it. */
export const sealedKeyFileName = 'database.sealed'

/** Key file of the browser host, readable by its owner only. */
export function makeKeyFile(keysDirectory: string): KeyHolder {
  const path = join(keysDirectory, databaseKeyFileName)
  return {
    load() {
      if (!existsSync(path)) return null
      chmodSync(path, 0o600)
      const text = readFileSync(path, 'utf8').trim()
      if (!/^[0-9a-f]{64}$/.test(text)) throw new KeyError('damaged')
      return text
    },
    save: keyHex => writeFilePrivately(path, `${keyHex}\n`),
  }
}

/** The key of an existing database, or a new one where there is neither; throws KeyError `missing` or `damaged`. */
export function loadOrCreateDatabaseKey(deps: { holder: KeyHolder; databasePath: string }): string {
  const kept = deps.holder.load()
  if (kept) return kept
  if (existsSync(deps.databasePath)) throw new KeyError('missing')
  const keyHex = randomBytes(32).toString('hex')
  // On disk before the first page is encrypted with it.
  deps.holder.save(keyHex)
  return keyHex
}

const Base64 = z.base64()
const RecoveryFile = z.strictObject({
  format: z.literal(1),
  derivation: z.literal('hkdf-sha256'),
  cipher: z.literal('aes-256-gcm'),
  salt: Base64,
  nonce: Base64,
  wrapped: Base64,
  tag: Base64,
})

/** The wrapped form of the key: useless without the recovery key, so it may lie beside a copy of the database. */
export const recoveryFileName = 'recovery.json'

/** Whether the wrapped key lies in this folder. */
export const hasRecoveryKey = (folder: string): boolean => existsSync(join(folder, recoveryFileName))

/** Whether what lies in this folder can be read as a wrapped key. */
export function isRecoveryKeyReadable(folder: string): boolean {
  try {
    return readRecoveryFile(folder) !== null
  } catch {
    return false
  }
}

/** Wraps the key anew: the text to be kept (recovery-files.ts) and the printable recovery key, shown once. */
export function wrapDatabaseKey(keyHex: string): { fileText: string; recoveryKey: string } {
  const secret = newRecoverySecret()
  const salt = randomBytes(32)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(secret, salt), nonce)
  const wrapped = Buffer.concat([cipher.update(Buffer.from(keyHex, 'hex')), cipher.final()])
  const file: z.infer<typeof RecoveryFile> = {
    format: 1,
    derivation: 'hkdf-sha256',
    cipher: 'aes-256-gcm',
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
  return { fileText: `${JSON.stringify(file, null, 2)}\n`, recoveryKey: printRecoveryKey(secret) }
}

/** Opens the wrapped key of a folder. Throws KeyError `mistyped`, `wrongKey`, `recoveryMissing` or `recoveryDamaged`. */
export function unlockWithRecovery(folder: string, typed: string): string {
  const reading = readRecoveryKey(typed)
  if (!reading.ok) throw new KeyError('mistyped')
  const file = readRecoveryFile(folder)
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64')
  const tag = bytes(file.tag)
  const nonce = bytes(file.nonce)
  if (tag.length !== 16 || nonce.length !== 12) throw new KeyError('recoveryDamaged')
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey(reading.secret, bytes(file.salt)), nonce)
  decipher.setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(bytes(file.wrapped)), decipher.final()]).toString('hex')
  } catch {
    throw new KeyError('wrongKey')
  }
}

function readRecoveryFile(folder: string): z.infer<typeof RecoveryFile> {
  const path = join(folder, recoveryFileName)
  if (!existsSync(path)) throw new KeyError('recoveryMissing')
  try {
    return RecoveryFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new KeyError('recoveryDamaged')
  }
}

/** The secret has 160 bits of its own: a slow derivation would add nothing. */
const wrappingKey = (secret: Buffer, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, 'videopriem database key', 32))
