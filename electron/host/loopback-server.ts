import http from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { hasCode } from './local-socket.ts'
import { guardPeers } from './peer/guard-peers.ts'

/** A server on 127.0.0.1 for the user it runs as, and for nobody else of this computer. */
export interface LoopbackServer {
  readonly server: http.Server
  readonly port: number
  /** Closes it together with everything that is still connected, sockets of pages included. */
  close(): Promise<void>
}

/** Far above what the pages of one desk hold open; each connection beyond it is closed at once. */
const mostConnections = 256

/**
 * Listens on the wanted port, or on a free one where that is taken by another program. There is no way to listen
 * without the check of the other end's user: who serves a network needs another kind of server (docs/decisions/0030).
 */
export async function listenOnLoopback(
  wantedPort: number | null,
  onStranger: () => void = () => undefined,
): Promise<LoopbackServer> {
  const server = http.createServer({ headersTimeout: 30_000, requestTimeout: 0, maxHeaderSize: 16_384 })
  // Bodies are bound by their pauses (idle-body.ts).
  server.maxConnections = mostConnections
  guardPeers(server, onStranger)
  // closeAllConnections() of Node knows nothing of upgraded sockets.
  const open = new Set<Socket>()
  server.on('connection', socket => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  try {
    await listen(server, wantedPort ?? 0)
  } catch (error) {
    if (wantedPort === null || !(hasCode(error, 'EADDRINUSE') || hasCode(error, 'EACCES'))) throw error
    await listen(server, 0)
  }
  return {
    server,
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}

function listen(server: http.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
