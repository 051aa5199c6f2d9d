import { pageKeyPaths } from '../../shared/page-key/page-key.ts'
import { recorderLinkPath, rehearsalLinkPath } from '../../shared/recording/recorder-link.ts'
import { importPath, plainPath, recordingPath, splitTarget } from '../host/plain-path.ts'

/** What is known of a request before anything is done for it. */
export interface RequestFacts {
  readonly method: string
  /** As it stands in the request line. */
  readonly target: string
  readonly hosts: readonly string[]
  readonly origins: readonly string[]
  /** Sec-Fetch-Site; null where the client sends none. */
  readonly fetchSite: string | null
  readonly wantsWebSocket: boolean
  readonly hasSession: boolean
}

/** `127.0.0.1:port`, the only name we answer to. */
export interface OwnAddress {
  readonly host: string
  readonly origin: string
}

export type PagePath = '/' | '/recorder'
export type SocketPath = '/rpc' | typeof recorderLinkPath | typeof rehearsalLinkPath
export type Refusal = { kind: 'refused'; status: 400 | 401 | 403 | 404 | 405 | 421; reason: string }

export type Verdict =
  | Refusal
  /** A start link: its token has to be exchanged for the cookie. */
  | { kind: 'signIn'; page: PagePath; token: string }
  /** The same from a window we opened (opening-page.ts): the token is in the body. */
  | { kind: 'signInForm'; page: PagePath }
  /** A page of an earlier run asks for our proof, or gives its own (page-keys.ts). */
  | { kind: 'challenge' }
  | { kind: 'resume' }
  | { kind: 'page'; file: 'index.html' | 'recorder.html' }
  | { kind: 'asset'; path: string }
  | { kind: 'recording'; path: string }
  /** A file on its way in (recordings.beginImport). */
  | { kind: 'import'; path: string }
  | { kind: 'socket'; path: SocketPath }

const pages: Readonly<Record<PagePath, 'index.html' | 'recorder.html'>> = {
  '/': 'index.html',
  '/recorder': 'recorder.html',
}
/** Where the page that opens a window sends its token (opening-page.ts), and which page it is let in to. */
export const openingPaths: Readonly<Record<PagePath, string>> = { '/': '/open/desk', '/recorder': '/open/recorder' }
function openedPage({ method, target, origins, wantsWebSocket }: RequestFacts): PagePath | null {
  if (method !== 'POST' || wantsWebSocket || origins.length !== 1 || origins[0] !== 'null') return null
  return (Object.keys(openingPaths) as PagePath[]).find(page => openingPaths[page] === target) ?? null
}
const isPage = (path: string): path is PagePath => Object.hasOwn(pages, path)
const isSocket = (path: string): path is SocketPath =>
  path === '/rpc' || path === recorderLinkPath || path === rehearsalLinkPath

/** The whole decision on a request; every door asks it and does nothing before. */
export function judgeRequest(facts: RequestFacts, own: OwnAddress): Verdict {
  // A page of another site whose name was rebound to 127.0.0.1 shows itself by its Host.
  if (facts.hosts.length !== 1 || facts.hosts[0] !== own.host) return refuse(421, 'host')
  // A page out of a file has no origin that could be ours. What lets it in is the token in its body.
  const opened = openedPage(facts)
  if (opened !== null) return { kind: 'signInForm', page: opened }
  if (facts.origins.some(origin => origin !== own.origin)) return refuse(403, 'origin')
  if (facts.wantsWebSocket) return judgeSocket(facts)
  // Browsers name the origin of everything but a plain GET; who does not is no page of ours.
  if (facts.method === 'POST' && importPath.test(facts.target)) return judgeImport(facts)
  if (facts.method === 'POST' && facts.origins.length === 1 && isSameOrigin(facts)) {
    if (facts.target === pageKeyPaths.challenge) return { kind: 'challenge' }
    if (facts.target === pageKeyPaths.resume) return { kind: 'resume' }
  }
  if (facts.method !== 'GET' && facts.method !== 'HEAD') {
    return facts.origins.length === 0 ? refuse(403, 'origin') : refuse(405, 'method')
  }
  const [path, query] = splitTarget(facts.target)
  if (!plainPath.test(path)) return refuse(400, 'path')
  if (isPage(path)) {
    const token = new URLSearchParams(query).get('token')
    if (token !== null) return { kind: 'signIn', page: path, token }
  }
  // The same host with another port is the «same site», whose requests carry our cookie.
  if (facts.fetchSite !== null && facts.fetchSite !== 'none' && facts.fetchSite !== 'same-origin') {
    return refuse(403, 'site')
  }
  if (!facts.hasSession) return refuse(401, 'session')
  if (isPage(path)) return { kind: 'page', file: pages[path] }
  if (isSocket(path)) return refuse(400, 'not a socket')
  if (query !== '') return refuse(400, 'query')
  if (path.startsWith('/recordings/')) {
    return recordingPath.test(path) ? { kind: 'recording', path } : refuse(404, 'recording')
  }
  return { kind: 'asset', path }
}

/** Only our own page, signed in, brings files in. The address itself is worth nothing without both. */
function judgeImport(facts: RequestFacts): Verdict {
  if (facts.origins.length !== 1) return refuse(403, 'origin')
  if (!isSameOrigin(facts)) return refuse(403, 'site')
  return facts.hasSession ? { kind: 'import', path: facts.target } : refuse(401, 'session')
}

/** A socket is not bound by the same-origin policy: here the Origin must be there and must be ours. */
function judgeSocket(facts: RequestFacts): Verdict {
  if (facts.method !== 'GET') return refuse(405, 'method')
  if (facts.origins.length !== 1) return refuse(403, 'origin')
  if (!facts.hasSession) return refuse(401, 'session')
  return isSocket(facts.target) ? { kind: 'socket', path: facts.target } : refuse(404, 'socket')
}

const isSameOrigin = ({ fetchSite }: RequestFacts): boolean => fetchSite === null || fetchSite === 'same-origin'
const refuse = (status: Refusal['status'], reason: string): Refusal => ({ kind: 'refused', status, reason })
