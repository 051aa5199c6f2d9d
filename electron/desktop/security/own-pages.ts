import { importPath, plainPath, recordingPath, splitTarget } from '../../host/plain-path.ts'

/** The one origin of our own pages. */
export const ownScheme = 'app'
export const ownOrigin = 'app://videopriem'

export type OwnPageFile = 'index.html' | 'recorder.html'

const pages: ReadonlyMap<string, OwnPageFile> = new Map([
  ['/', 'index.html'],
  ['/recorder', 'recorder.html'],
])

/** What is known of a request before anything is done for it. */
export interface OwnRequestFacts {
  readonly method: string
  /** As Electron hands it over; never parsed into something friendlier. */
  readonly url: string
  /** The Origin header; null where there is none. */
  readonly origin: string | null
}

export type OwnRequestRefusal = { kind: 'refused'; status: 400 | 403 | 404 | 405 | 421; reason: string }
export type OwnRequestVerdict =
  | OwnRequestRefusal
  | { kind: 'page'; file: OwnPageFile }
  | { kind: 'asset'; path: string }
  | { kind: 'recording'; path: string }
  | { kind: 'import'; path: string }

/** The whole decision on a request for `app://videopriem`; the same rule as on the loopback port, without a cookie. */
export function judgeOwnRequest({ method, url, origin }: OwnRequestFacts): OwnRequestVerdict {
  if (!url.startsWith(`${ownOrigin}/`)) return refuse(421, 'host')
  if (origin !== null && origin !== ownOrigin) return refuse(403, 'origin')
  // A fragment belongs to the page alone; over HTTP it would never have been sent.
  const [target = ''] = url.slice(ownOrigin.length).split('#')
  if (method === 'POST' && importPath.test(target)) return { kind: 'import', path: target }
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'method')
  const [path, query] = splitTarget(target)
  if (!plainPath.test(path)) return refuse(400, 'path')
  const file = pages.get(path)
  if (file) return { kind: 'page', file }
  if (query !== '') return refuse(400, 'query')
  if (path.startsWith('/recordings/')) {
    return recordingPath.test(path) ? { kind: 'recording', path } : refuse(404, 'recording')
  }
  return { kind: 'asset', path }
}

/** Whether an address is this very page of ours; a query or a fragment may follow. */
export function isOwnPage(url: string, file: OwnPageFile): boolean {
  const verdict = judgeOwnRequest({ method: 'GET', url, origin: null })
  return verdict.kind === 'page' && verdict.file === file
}

const refuse = (status: OwnRequestRefusal['status'], reason: string): OwnRequestRefusal => ({
  kind: 'refused',
  status,
  reason,
})
