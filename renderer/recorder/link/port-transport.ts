import type { PortSocket } from '../../desktop/port-socket.ts'
import type { ConnectTransport } from './transport.ts'

/** A port that comes back by itself, as the recorder's wire: it is asked for by events, so no clock has to. */
export function portTransport(connect: () => PortSocket): ConnectTransport {
  return listeners => {
    const socket = connect()
    socket.addEventListener('open', () => listeners.onOpen())
    socket.addEventListener('close', () => listeners.onClosed())
    socket.addEventListener('message', event => {
      if (event instanceof MessageEvent && typeof event.data === 'string') listeners.onText(event.data)
    })
    return {
      send: message => socket.send(message),
      bufferedBytes: () => 0,
      tick: () => undefined,
      close: () => socket.close(),
    }
  }
}
