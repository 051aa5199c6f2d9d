import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const lifetimeSeconds = 7 * 24 * 60 * 60

interface SessionCookieDeps {
  /** Of this run, written down nowhere. */
  readonly key: Buffer
  readonly port: number
  readonly nowMs: () => number
}

/**
 * The cookie of a signed-in page: `expiry.nonce.mac`, valid for whoever holds the key. That one is a run's own: a
 * cookie that somebody collected on our port while we were gone is worth nothing to the next run.
 */
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
