/**
 * How a page of the browser host and the host recognise each other after either was gone. Whoever listens on the host's
 * port meanwhile gets no cookie that is worth anything and no word of the page: the host proves first that it is the
 * one the page came from, then the page proves that it is that page.
 */

/** Name of the `<meta>` in a page that holds its key; the page takes it out and keeps it in memory only. */
export const pageKeyMetaName = 'videopriem-page-key'

/** Where a page asks the host for its proof, and where it gives its own for the session of this run. */
export const pageKeyPaths = { challenge: '/session/challenge', resume: '/session/resume' } as const

export interface PageKey {
  readonly id: string
  /** base64url; never leaves the page. */
  readonly secret: string
}

export interface ChallengeRequest {
  readonly id: string
  readonly pageNonce: string
}

export interface ChallengeAnswer {
  readonly hostNonce: string
  readonly proof: string
  /** Whether the cookie of the asking page is good in this run. */
  readonly hasSession: boolean
}

export interface ResumeRequest extends ChallengeRequest {
  readonly hostNonce: string
  readonly proof: string
}

/** What is signed: by whom, for which address, in answer to what. Neither side's proof can be sent back as the other's. */
export const provenText = (
  by: 'host' | 'page',
  { origin, id, pageNonce, hostNonce }: { origin: string; id: string; pageNonce: string; hostNonce: string },
): string => [by, origin, id, pageNonce, hostNonce].join('\n')

export const pageKeyText = ({ id, secret }: PageKey): string => `${id}:${secret}`

export function readPageKey(text: string): PageKey | null {
  const [id, secret, ...rest] = text.split(':')
  return id && secret && rest.length === 0 ? { id, secret } : null
}
