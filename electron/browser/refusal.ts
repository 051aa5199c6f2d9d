import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { plainPage } from '../host/plain-page.ts'
import { securityHeaders } from '../host/security-headers.ts'

/** A refusal a person can read; closes the connection where an answer has already begun. */
export function sendPlainPage(request: IncomingMessage, response: ServerResponse, status: number): void {
  if (response.headersSent) return void response.destroy()
  const body = plainPage(status)
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': Buffer.byteLength(body) })
  // What a refused request may still send is not read.
  if (request.method !== 'GET' && request.method !== 'HEAD') response.shouldKeepAlive = false
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** An answer on a bare socket, with the same headers as everywhere. */
export function refuseSocket(socket: Duplex, status: number): void {
  if (!socket.writable) return void socket.destroy()
  const headers = { ...securityHeaders, 'Cache-Control': 'no-store', 'Content-Length': '0', Connection: 'close' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n`)
}
