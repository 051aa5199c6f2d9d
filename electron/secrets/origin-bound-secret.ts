/**
 * A password or a token together with the address it was entered for. It is given out for that address alone: whoever
 * changes where something is asked must not be sent what belongs to somebody else's server. Its value stands in no text
 * and in no JSON made of it.
 */
export class OriginBoundSecret {
  readonly #value: string
  readonly origin: string
  constructor(value: string, origin: string) {
    this.#value = value
    this.origin = origin
  }

  /** The value, for the address it was entered for; null for every other one. */
  revealFor(origin: string): string | null {
    return origin === this.origin ? this.#value : null
  }
}

/** How a mail server is reached and believed, as far as a password depends on it. */
export interface MailAddress {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'startTls'
  readonly authentication: string
  readonly userName: string
  /** Who vouches for the server beside the authorities of the computer; empty or null: nobody. */
  readonly authority: string | null
}

/**
 * The address a mail secret is for. The name it signs in with, the way it does and the authority that vouches for the
 * server are part of it: with another authority another computer can pass for the same host.
 */
export function mailOrigin(protocol: 'imap' | 'smtp', address: MailAddress): string {
  const { host, port, security, authentication, userName, authority } = address
  const scheme = security === 'tls' ? `${protocol}s` : protocol
  const rest = new URLSearchParams({ user: userName, by: authentication, authority: authority ?? '' })
  return `${scheme}://${host.toLowerCase()}:${port}/?${rest}`
}

/** The address a token of a web service is for: scheme, host and port. */
export const webOrigin = (address: string): string => new URL(address).origin
