import { readFile } from 'node:fs/promises'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { answerRequests } from '../host/answer-requests.ts'
import { fileSender } from '../host/file-sender.ts'
import { forwardPage } from '../host/plain-page.ts'
import type { RefusalLog } from '../host/refusal-log.ts'
import { cacheControl, securityHeaders } from '../host/security-headers.ts'
import { withPageKey } from './keyed-page.ts'
import type { PageKeys } from './page-keys.ts'
import { refuseSocket, sendPlainPage } from './refusal.ts'
import { readRequestFacts } from './request-facts.ts'
import { judgeRequest, type OwnAddress, type PagePath } from './request-guard.ts'
import type { SessionCookie } from './session-cookie.ts'
import { readShortBody } from './short-body.ts'
import type { StartTokens } from './start-tokens.ts'
import type { WorkstationProxy } from './workstation-proxy.ts'

interface HttpDoorDeps {
  readonly own: OwnAddress
  /** The built pages. */
  readonly pagesDirectory: string
  readonly cookie: SessionCookie
  readonly tokens: StartTokens
  readonly pageKeys: PageKeys
  readonly workstation: WorkstationProxy
  readonly refusals: RefusalLog
}

/** Puts the doors for pages and sockets on a loopback server: every request is judged before anything is done for it. */
export function openHttpDoor(server: Server, deps: HttpDoorDeps): void {
  answerRequests(server, (request, response) => answer(request, response, deps))
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const verdict = judgeRequest(readRequestFacts(request, { wantsWebSocket: true, cookie: deps.cookie }), deps.own)
    if (verdict.kind === 'socket') return deps.workstation.passSocket(request, socket, head, verdict.path)
    if (verdict.kind === 'refused')
      deps.refusals.note('socket refused', { reason: verdict.reason, status: verdict.status })
    return refuseSocket(socket, verdict.kind === 'refused' ? verdict.status : 400)
  })
  server.on('clientError', (_error, socket) => refuseSocket(socket, 400))
}

async function answer(request: IncomingMessage, response: ServerResponse, deps: HttpDoorDeps): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  response.setHeader('Cache-Control', 'no-store')
  const facts = readRequestFacts(request, { wantsWebSocket: false, cookie: deps.cookie })
  const verdict = judgeRequest(facts, deps.own)
  switch (verdict.kind) {
    case 'refused':
      deps.refusals.note('request refused', { reason: verdict.reason, status: verdict.status })
      sendPlainPage(request, response, verdict.status)
      break
    case 'signIn':
      signIn(request, response, { page: verdict.page, token: verdict.token, hasSession: facts.hasSession }, deps)
      break
    case 'signInForm':
      await signInByForm(request, response, { page: verdict.page, hasSession: facts.hasSession }, deps)
      break
    case 'challenge':
    case 'resume':
      await meetPage(request, response, { kind: verdict.kind, hasSession: facts.hasSession }, deps)
      break
    case 'page':
      await sendPage(request, response, deps, verdict.file)
      break
    case 'asset':
      await sendFile(request, response, deps, verdict.path)
      break
    case 'recording':
      deps.workstation.passRecording(request, response, verdict.path)
      break
    case 'import':
      deps.workstation.passImport(request, response, verdict.path)
      break
    case 'socket':
      sendPlainPage(request, response, 400)
      break
    default:
      verdict satisfies never
  }
}

/** The token leaves the address at once, whether it was good or not, so that no history or title keeps it. */
function signIn(
  request: IncomingMessage,
  response: ServerResponse,
  asked: { page: PagePath; token: string; hasSession: boolean },
  { cookie, tokens, refusals }: HttpDoorDeps,
): void {
  // A link preview asks by HEAD; it must not use the token up.
  const fresh = request.method === 'GET' && tokens.use(asked.token)
  if (!fresh && !asked.hasSession) {
    refusals.note('start link refused', { status: 401 })
    sendPlainPage(request, response, 401)
    return
  }
  if (fresh) response.setHeader('Set-Cookie', cookie.issue())
  response.writeHead(303, { Location: asked.page, 'Content-Length': 0 }).end()
}

/**
 * The same for a window we opened. Answered with a page, not with a redirect: that one would count as the file's own
 * request, and nothing that began elsewhere carries a strict cookie.
 */
async function signInByForm(
  request: IncomingMessage,
  response: ServerResponse,
  asked: { page: PagePath; hasSession: boolean },
  { cookie, tokens, refusals }: HttpDoorDeps,
): Promise<void> {
  const body = await readShortBody(request)
  const fresh = body !== null && tokens.use(new URLSearchParams(body).get('token') ?? '')
  if (response.destroyed) return
  if (!fresh && !asked.hasSession) {
    refusals.note('start link refused', { status: 401 })
    sendPlainPage(request, response, 401)
    return
  }
  if (fresh) response.setHeader('Set-Cookie', cookie.issue())
  sendText(response, forwardPage(asked.page), 'text/html; charset=utf-8')
}

/** A page of an earlier run comes back: first our proof, then its own, and only then the session of this run. */
async function meetPage(
  request: IncomingMessage,
  response: ServerResponse,
  asked: { kind: 'challenge' | 'resume'; hasSession: boolean },
  { cookie, pageKeys, refusals }: HttpDoorDeps,
): Promise<void> {
  const body = await readShortBody(request)
  if (response.destroyed) return
  const answer = asked.kind === 'challenge' ? pageKeys.answer(body ?? '', asked.hasSession) : null
  if (answer) {
    sendText(response, JSON.stringify(answer), 'application/json')
    return
  }
  if (asked.kind === 'challenge' || !pageKeys.accepts(body ?? '')) {
    refusals.note('page of an earlier run refused', { status: 401 })
    sendPlainPage(request, response, 401)
    return
  }
  response.setHeader('Set-Cookie', cookie.issue())
  response.writeHead(204).end()
}

/** A window gets its page with a key of its own; whoever only reads the file gets none. */
async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  deps: HttpDoorDeps,
  file: string,
): Promise<void> {
  if (request.method !== 'GET' || request.headers['sec-fetch-dest'] !== 'document')
    return sendFile(request, response, deps, `/${file}`)
  await readFile(join(deps.pagesDirectory, file), 'utf8').then(
    html => sendText(response, withPageKey(html, deps.pageKeys.issue()), 'text/html; charset=utf-8'),
    () => sendPlainPage(request, response, 404),
  )
}

function sendText(response: ServerResponse, text: string, type: string): void {
  if (response.destroyed) return
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) }).end(text)
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  deps: HttpDoorDeps,
  path: string,
): Promise<void> {
  const send = await fileSender()
  if (response.destroyed) return
  send(request, path, { root: deps.pagesDirectory, dotfiles: 'deny', index: false, cacheControl: false })
    .on('headers', () => response.setHeader('Cache-Control', cacheControl(path)))
    .on('directory', () => sendPlainPage(request, response, 404))
    .on('error', () => sendPlainPage(request, response, 404))
    .pipe(response)
}
