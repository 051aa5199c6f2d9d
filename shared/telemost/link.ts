/** Why a text is not taken as the address of a meeting; sentences in link-text.ts. */
export const linkRefusals = [
  'empty',
  'tooLong',
  'hiddenCharacters',
  'notALink',
  'wrongScheme',
  'credentials',
  'wrongPort',
  'lookAlikeHost',
  'otherHost',
  'otherPath',
  'shortNumber',
] as const
export type LinkRefusal = (typeof linkRefusals)[number]

export type LinkReading =
  | { readonly ok: true; readonly url: string; readonly meetingNumber: string }
  | { readonly ok: false; readonly refusal: LinkRefusal }

const canonicalHost = 'telemost.yandex.ru'
/** Where every room is opened. */
export const meetingOrigin = `https://${canonicalHost}`
/** The same meeting is reachable at each of them. */
const hosts: ReadonlySet<string> = new Set([
  canonicalHost,
  'telemost.yandex.com',
  'telemost.360.yandex.ru',
  'telemost.360.yandex.com',
])
const longestText = 500

const refuse = (refusal: LinkRefusal): LinkReading => ({ ok: false, refusal })
const accept = (meetingNumber: string): LinkReading => ({
  ok: true,
  url: `${meetingOrigin}/j/${meetingNumber}`,
  meetingNumber,
})

/**
 * Reads a pasted Telemost link or a bare meeting number into its canonical address. Nothing of the text reaches the
 * address but the meeting id; everything that is not on the list of hosts and paths is refused.
 *
 * The parts are read by hand: URL parsers repair what they get (tabs, backslashes, Unicode dots), and what was repaired
 * is not what the person saw.
 */
export function readLink(text: string): LinkReading {
  if (text.length > longestText) return refuse('tooLong')
  // Zero-width spaces and byte order marks come along when a link is copied out of a messenger.
  const trimmed = text.replaceAll(/^[\s\u200B\uFEFF]+|[\s\u200B\uFEFF]+$/gu, '')
  if (trimmed === '') return refuse('empty')
  if (/^\d{2,4}(?:[ \u00A0-]\d{2,4})+$/u.test(trimmed)) return readNumber(trimmed.replaceAll(/\D/gu, ''))

  const first = trimmed.split(/\s/u)[0] ?? ''
  if (/[\p{Cc}\p{Cf}]/u.test(first)) return refuse('hiddenCharacters')
  const token = first.replaceAll(/^[<«"'(]+|[>»"').,;:!]+$/gu, '')
  return /^\d+$/.test(token) ? readNumber(token) : readAddress(token)
}

function readNumber(digits: string): LinkReading {
  return digits.length < 6 ? refuse('shortNumber') : digits.length > 20 ? refuse('notALink') : accept(digits)
}

function readAddress(token: string): LinkReading {
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(token)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'https') return refuse('wrongScheme')
  if (scheme === 'https' && !/^https:\/\/[^/\\]/i.test(token)) return refuse('notALink')

  const rest = scheme === undefined ? token : token.slice('https://'.length)
  const [authority = ''] = rest.split(/[/?#\\]/)
  const refusal = refusalOfAuthority(authority)
  if (refusal !== null) return refuse(refusal)

  const id = /^\/j\/([A-Za-z0-9_-]{1,64})\/?(?:[?#].*)?$/.exec(rest.slice(authority.length))?.[1]
  if (id === undefined) return refuse('otherPath')
  return id.length < 6 ? refuse('shortNumber') : accept(id)
}

function refusalOfAuthority(authority: string): LinkRefusal | null {
  if (authority.includes('@')) return 'credentials'
  const [host = '', port, ...more] = authority.toLowerCase().split(':')
  if (isLookAlike(host)) return 'lookAlikeHost'
  if (!hosts.has(host)) return host.includes('.') || host === 'localhost' ? 'otherHost' : 'notALink'
  return more.length === 0 && (port === undefined || port === '443') ? null : 'wrongPort'
}

/** Letters of other alphabets, punycode, escapes, a trailing dot, or our host as a part of a foreign one. */
function isLookAlike(host: string): boolean {
  if (hosts.has(host)) return false
  if (/[^a-z0-9.-]/.test(host) || host.includes('xn--')) return /[.。．｡%]/u.test(host)
  return /telemost|yandex/.test(host)
}
