import { timingSafeEqual } from 'node:crypto'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { basename, dirname } from 'node:path'
import type pino from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import { containerOfFile } from '../../shared/media/container.ts'
import { recorderLinkPath, rehearsalLinkPath } from '../../shared/recording/recorder-link.ts'
import { socketConnection } from '../recording/live/socket-connection.ts'
import type { Workstation } from '../workstation-api.ts'
import { answerRequests } from './answer-requests.ts'
import { type AnswerBudget, boundedPageSocket, makeAnswerBudget } from './bounded-page-socket.ts'
import { fileSender } from './file-sender.ts'
import { secretHeader } from './workstation-messages.ts'

interface WorkstationDoorDeps {
  readonly workstation: Pick<
    Workstation,
    'connectPage' | 'connectRecorder' | 'connectRehearsal' | 'playableFile' | 'receiveImport'
  >
  readonly secret: string
  readonly log: pino.Logger
}

/** Larger than any call of the contract: a piece of a file as text, and what stands around it. */
const longestCallBytes = 8 * 1024 * 1024
/** Larger than a chunk of half a second many times over. */
const longestChunkBytes = 16 * 1024 * 1024
/** Of all pages, while they are answered: several pieces of files at once, and not thousands. */
const answeredAtOnceBytes = 4 * longestCallBytes
/** Pages and recorders of one workplace at a time, with those that are going and coming. */
const mostSockets = 64

/** The workstation's private server: sockets and recordings for whoever knows the secret, that is the supervisor. */
export function makeWorkstationDoor({ workstation, secret, log }: WorkstationDoorDeps): http.Server {
  const options = { noServer: true, perMessageDeflate: false } as const
  const pages = new WebSocketServer({ ...options, maxPayload: longestCallBytes })
  const recorders = new WebSocketServer({ ...options, maxPayload: longestChunkBytes })
  const budget = makeAnswerBudget(answeredAtOnceBytes)
  const server = http.createServer({ requestTimeout: 0 })
  answerRequests(server, (request, response) => {
    if (!knowsSecret(request, secret)) return void response.writeHead(403).end()
    if (request.method === 'POST') return receiveImport(request, response, workstation)
    return sendRecording(request, response, workstation)
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const connect = connectorOf(request.url, workstation, budget)
    if (!connect || !knowsSecret(request, secret)) return void socket.destroy()
    const sockets = request.url === '/rpc' ? pages : recorders
    if (sockets.clients.size >= mostSockets) {
      log.warn({ path: request.url }, 'socket refused: too many are open')
      return void socket.destroy()
    }
    return sockets.handleUpgrade(request, socket, head, opened => {
      opened.on('error', error => log.warn({ error: error.message }, 'socket failed'))
      connect(opened)
    })
  })
  server.on('close', () => {
    for (const socket of [...pages.clients, ...recorders.clients]) socket.terminate()
  })
  return server
}

function connectorOf(path: string | undefined, workstation: WorkstationDoorDeps['workstation'], budget: AnswerBudget) {
  switch (path) {
    case '/rpc':
      return (socket: WebSocket) => workstation.connectPage(boundedPageSocket(socket, budget))
    case recorderLinkPath:
      return (socket: WebSocket) => workstation.connectRecorder(socketConnection(socket))
    case rehearsalLinkPath:
      return (socket: WebSocket) => workstation.connectRehearsal(socketConnection(socket))
    default:
      return null
  }
}

function receiveImport(
  request: IncomingMessage,
  response: ServerResponse,
  workstation: WorkstationDoorDeps['workstation'],
): void {
  const token = /^\/imports\/([A-Za-z0-9_-]+)$/.exec(request.url ?? '')?.[1]
  const answer = (status: number): void => {
    if (!response.headersSent && !response.destroyed) response.writeHead(status, { 'Content-Length': 0 }).end()
  }
  if (token === undefined) return void answer(404)
  workstation.receiveImport(token, request).then(answer, () => answer(500))
}

async function sendRecording(
  request: IncomingMessage,
  response: ServerResponse,
  workstation: WorkstationDoorDeps['workstation'],
): Promise<void> {
  const send = await fileSender()
  if (response.destroyed) return
  const playToken = /^\/recordings\/([A-Za-z0-9_.-]+)$/.exec(request.url ?? '')?.[1]
  const playable = playToken ? workstation.playableFile(playToken) : null
  if (!playable) return void response.writeHead(404).end()
  const { path: file, life } = playable
  const cut = (): void => void response.destroy()
  life.addEventListener('abort', cut, { once: true })
  response.once('close', () => life.removeEventListener('abort', cut))
  response.setHeader('Cache-Control', 'no-store')
  const fail = (status: number): void => {
    if (!response.headersSent) response.writeHead(status).end()
    else response.destroy()
  }
  send(request, encodeURIComponent(basename(file)), {
    root: dirname(file),
    dotfiles: 'deny',
    index: false,
    cacheControl: false,
    // The file behind a play address never changes, and its name and time are nobody's business outside.
    lastModified: false,
  })
    .on('headers', (answer: ServerResponse) => answer.setHeader('Content-Type', containerOfFile(file).mimeType))
    .on('error', (error: { status?: number; headers?: Record<string, string> }) => {
      for (const [name, value] of Object.entries(error.headers ?? {})) response.setHeader(name, value)
      fail(error.status ?? 500)
    })
    .pipe(response)
}

function knowsSecret(request: IncomingMessage, secret: string): boolean {
  const given = Buffer.from(String(request.headers[secretHeader] ?? ''))
  const expected = Buffer.from(secret)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
