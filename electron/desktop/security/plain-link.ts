/** A link whose every part before the path is what it seems. */
export interface PlainLink {
  readonly scheme: 'https' | 'wss'
  /** Lower-case ASCII, no port, no user, no trailing dot. */
  readonly host: string
}

const plainLink = /^(https|wss):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#]|$)/

/**
 * Reads an address as Chromium writes it. Null for everything else: other schemes, ports, user info, letters of other
 * alphabets, escapes or a dot at the end of the host, spaces, backslashes, control characters. Two readers have to
 * agree on the host, so that what one of them repairs is refused rather than guessed.
 */
export function readPlainLink(url: string): PlainLink | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0020\\\u007f-\uffff]/.test(url)) return null
  const [, scheme, host] = plainLink.exec(url) ?? []
  if ((scheme !== 'https' && scheme !== 'wss') || host === undefined || !URL.canParse(url)) return null
  const { hostname, port, username, password } = new URL(url)
  return hostname === host && port === '' && username === '' && password === '' ? { scheme, host } : null
}

/** What of an address may stand in the log: scheme and host, never a path, a query or a user. */
export function siteOf(url: string): string {
  if (!URL.canParse(url)) return 'unreadable'
  const { protocol, hostname } = new URL(url)
  return hostname === '' ? protocol : `${protocol}//${hostname}`
}

/** `name.example` matches itself, `*.name.example` everything below it. */
export function matchesHost(host: string, listed: readonly string[]): boolean {
  return listed.some(entry => (entry.startsWith('*.') ? host.endsWith(entry.slice(1)) : entry === host))
}
