import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFilePrivately } from '../database/write-file-privately.ts'

const lifetimeSeconds = 7 * 24 * 60 * 60

interface SessionCookieDeps {
  readonly key: Buffer
  readonly port: number
  readonly nowMs: () => number
}

/** The cookie of a signed-in page: `expiry.nonce.mac`, valid for whoever holds the profile's key. */
export interface SessionCookie {
  readonly name: string
  /** A whole Set-Cookie value. */
  issue(): string
  accepts(cookieHeader: string | undefined): boolean
}

export function makeSessionCookie({ key, port, nowMs }: SessionCookieDeps): SessionCookie {
  // Cookies do not know ports: without it in the name two profiles on one machine would sign each other out.
  const name = `videopriem-${port}`
  const macOf = (expiry: string, nonce: string): Buffer =>
    createHmac('sha256', key).update(`${name}.${expiry}.${nonce}`).digest()
  const isValid = (value: string): boolean => {
    const [expiry, nonce, mac, ...rest] = value.split('.')
    if (!expiry || !nonce || !mac || rest.length > 0) return false
    const given = Buffer.from(mac, 'base64url')
    const expected = macOf(expiry, nonce)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false
    return Number(expiry) > nowMs()
  }
  return {
    name,
    issue() {
      const expiry = String(nowMs() + lifetimeSeconds * 1000)
      const nonce = randomBytes(16).toString('base64url')
      const value = `${expiry}.${nonce}.${macOf(expiry, nonce).toString('base64url')}`
      return `${name}=${value}; Max-Age=${lifetimeSeconds}; Path=/; HttpOnly; SameSite=Strict`
    },
    accepts: cookieHeader =>
      (cookieHeader ?? '')
        .split(';')
        .map(part => part.trim())
        .some(part => part.startsWith(`${name}=`) && isValid(part.slice(name.length + 1))),
  }
}

/** The key behind the cookies, kept so that a restart of the supervisor leaves open pages signed in. */
export function loadOrCreateSessionKey(keysDirectory: string): Buffer {
  const path = join(keysDirectory, 'session.key')
  if (existsSync(path)) {
    const kept = readFileSync(path, 'utf8').trim()
    // A damaged key only signs the pages out.
    if (/^[0-9a-f]{64}$/.test(kept)) return Buffer.from(kept, 'hex')
  }
  const key = randomBytes(32)
  writeFilePrivately(path, `${key.toString('hex')}\n`)
  return key
}
