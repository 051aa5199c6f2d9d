import {
  type ChallengeAnswer,
  type ChallengeRequest,
  type PageKey,
  pageKeyMetaName,
  pageKeyPaths,
  provenText,
  type ResumeRequest,
  readPageKey,
} from '../../shared/page-key/page-key.ts'

/**
 * Resolves once whoever listens on this page's port has proved to be the host the page came from, and this page has the
 * session of its present run. Rejects otherwise: nothing may be sent then, least of all a recording.
 */
export type ProvenHost = () => Promise<void>

/** Of this page, which has one key for all its links. */
let ofThisPage: ProvenHost | null = null

/** The host of this page; a page that was handed out without a key (the desktop's) has nobody to prove anything. */
export function provenHost(): ProvenHost {
  ofThisPage ??= makeProvenHost(takePageKey(document), location.origin)
  return ofThisPage
}

/** Taken out of the page at once: what is left open in a tool or saved with the page must not hold it. */
function takePageKey(page: Document): PageKey | null {
  const meta = page.querySelector<HTMLMetaElement>(`meta[name="${pageKeyMetaName}"]`)
  meta?.remove()
  return meta ? readPageKey(meta.content) : null
}

function makeProvenHost(key: PageKey | null, origin: string): ProvenHost {
  if (!key) return () => Promise.resolve()
  return async () => {
    const request: ChallengeRequest = { id: key.id, pageNonce: nonce() }
    const answer = (await (await post(pageKeyPaths.challenge, request)).json()) as ChallengeAnswer
    const facts = { origin, ...request, hostNonce: answer.hostNonce }
    if (!(await isSigned(key, provenText('host', facts), answer.proof))) throw new Error('not the host of this page')
    if (answer.hasSession) return
    const proof = await sign(key, provenText('page', facts))
    await post(pageKeyPaths.resume, { ...request, hostNonce: answer.hostNonce, proof } satisfies ResumeRequest)
  }
}

async function post(path: string, body: object): Promise<Response> {
  const answer = await fetch(path, { method: 'POST', body: JSON.stringify(body), cache: 'no-store' })
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`)
  return answer
}

const importKey = ({ secret }: PageKey): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromBase64Url(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])

async function sign(key: PageKey, text: string): Promise<string> {
  return toBase64Url(await crypto.subtle.sign('HMAC', await importKey(key), new TextEncoder().encode(text)))
}

async function isSigned(key: PageKey, text: string, proof: string): Promise<boolean> {
  return crypto.subtle.verify('HMAC', await importKey(key), fromBase64Url(proof), new TextEncoder().encode(text))
}

const nonce = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(32)).buffer)

const toBase64Url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0))
