/** What a plain Chrome says of itself; everything else names our program and its versions to the room. */
const known = /^(?:Mozilla|AppleWebKit|Chrome|Safari)\/[\d.]+$/

/** The user agent without `Electron/…`, without our own token and without whatever else was added. */
export function plainUserAgent(userAgent: string): string {
  const parts = userAgent.match(/\([^()]*\)|[^\s()]+/g) ?? []
  return parts.filter(part => part.startsWith('(') || known.test(part)).join(' ')
}
