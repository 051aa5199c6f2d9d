import type { Server, Socket } from 'node:net'
import { isOwnPeer } from './own-peer.ts'
import { peerConnection } from './peer-connection.ts'

/**
 * Puts the check of the other end's user before everything a server does with a connection: its own listeners hear of
 * it afterwards, and until then not a byte of it is read. Whoever is not ourselves is cut off without an answer.
 */
export function guardPeers(server: Server, onStranger: () => void): void {
  const takers = server.listeners('connection')
  server.removeAllListeners('connection')
  // A property of net.Server that the types lack; http.createServer does not pass the option on.
  Object.assign(server, { pauseOnConnect: true })
  server.on('connection', (socket: Socket) => {
    const destroy = (): void => void socket.destroy()
    socket.on('error', destroy)
    const connection = peerConnection(socket)
    const judging = connection ? isOwnPeer(connection) : Promise.resolve(false)
    void judging.then(isOwn => {
      if (!isOwn) {
        destroy()
        return onStranger()
      }
      if (socket.destroyed) return
      socket.off('error', destroy)
      for (const take of takers) Reflect.apply(take, server, [socket])
      socket.resume()
    })
  })
}
