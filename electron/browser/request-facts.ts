import type { IncomingMessage } from 'node:http'
import type { RequestFacts } from './request-guard.ts'
import type { SessionCookie } from './session-cookie.ts'

/** What the guard has to know of a request. */
export function readRequestFacts(
  request: IncomingMessage,
  { wantsWebSocket, cookie }: { wantsWebSocket: boolean; cookie: SessionCookie },
): RequestFacts {
  // Not request.headers: that one keeps the first of several hosts and drops the others without a word.
  const { host = [], origin = [], 'sec-fetch-site': site = [] } = request.headersDistinct
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    hosts: host,
    origins: origin,
    fetchSite: site.length === 0 ? null : site.join(','),
    wantsWebSocket,
    hasSession: cookie.accepts(request.headers.cookie),
  }
}
