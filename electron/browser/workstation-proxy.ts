import type { IncomingMessage, ServerResponse } from 'node:http'
import net from 'node:net'
import type { Duplex } from 'node:stream'
import { endIdleBody } from '../host/idle-body.ts'
import { secretHeader, type WorkstationAddress } from '../host/workstation-messages.ts'
import { type HeaderOf, headersBack, pick, requestImport, requestRecording } from '../host/workstation-request.ts'
import { refuseSocket, sendPlainPage } from './refusal.ts'

/** Passes what the guard let in to the workstation process; while that one is down, answers so at once. */
export interface WorkstationProxy {
  passSocket(request: IncomingMessage, socket: Duplex, head: Buffer, path: string): void
  passRecording(request: IncomingMessage, response: ServerResponse, path: string): void
  /** Streams the body through; the death of either end is the end of both. */
  passImport(request: IncomingMessage, response: ServerResponse, path: string): void
}

/** As workstation-request.ts names what a recording and an import may carry. */
const passedToSocket = [
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
] as const

export function makeWorkstationProxy(address: () => WorkstationAddress | null): WorkstationProxy {
  return {
    passSocket(request, socket, head, path) {
      const workstation = address()
      if (!workstation) return refuseSocket(socket, 503)
      const inner = net.connect(workstation.socketPath, () => {
        inner.write(upgradeRequest(request, path, workstation.secret))
        inner.write(head)
        inner.pipe(socket).pipe(inner)
      })
      if (socket instanceof net.Socket) socket.setNoDelay(true).setTimeout(0)
      // The death of either end is the end of both: the page reconnects by itself.
      const cut = (): void => {
        inner.destroy()
        socket.destroy()
      }
      inner.on('error', cut).on('close', cut)
      return void socket.on('error', cut).on('close', cut)
    },

    passRecording(request, response, path) {
      const workstation = address()
      if (!workstation) return sendPlainPage(request, response, 503)
      const inner = requestRecording(workstation, path, request.method ?? 'GET', headersOf(request))
      inner.on('response', answer => {
        response.writeHead(answer.statusCode ?? 502, headersBack(headersOf(answer)))
        answer.on('error', () => response.destroy())
        answer.pipe(response)
      })
      inner.on('error', () => sendPlainPage(request, response, 503))
      // A player that seeks lets go of the old answer at once.
      response.on('close', () => inner.destroy())
      return void inner.end()
    },

    passImport(request, response, path) {
      const workstation = address()
      if (!workstation) return sendPlainPage(request, response, 503)
      endIdleBody(request)
      const inner = requestImport(workstation, path, headersOf(request))
      inner.on('response', answer => {
        answer.resume()
        response.writeHead(answer.statusCode ?? 502, { 'Content-Length': 0 }).end()
      })
      inner.on('error', () => {
        if (response.headersSent) response.destroy()
        else sendPlainPage(request, response, 503)
      })
      response.on('close', () => inner.destroy())
      return void request.pipe(inner)
    },
  }
}

function upgradeRequest(request: IncomingMessage, path: string, secret: string): string {
  const headers = {
    Host: 'workstation',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    [secretHeader]: secret,
    ...pick(headersOf(request), passedToSocket),
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
}

const headersOf =
  ({ headers }: IncomingMessage): HeaderOf =>
  name =>
    headers[name]
