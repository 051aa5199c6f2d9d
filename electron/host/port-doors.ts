import type { RecorderConnection } from '../recording/live/recorder-connection.ts'
import type { PageSocket } from '../workstation-api.ts'
import type { HostPort } from './host-port.ts'

/**
 * A port as the socket the contract's door knows: both hosts go through one door with one set of refusals, and the way
 * that runs in every test is the way that runs on the desktop (docs/decisions/0017).
 */
export function portSocket(port: HostPort): PageSocket {
  const socket = {
    send: (message: unknown) => port.postMessage(message),
    addEventListener(event: 'message' | 'close', listener: (event: { data: unknown }) => void): void {
      if (event === 'message') port.on('message', ({ data }) => listener({ data }))
      else port.on('close', () => listener({ data: undefined }))
    },
  }
  return socket as unknown as PageSocket
}

/** A port as the wire to a recorder page; anything but text and bytes is dropped. */
export function portConnection(port: HostPort): RecorderConnection {
  let open = true
  port.on('close', () => {
    open = false
  })
  return {
    sendText: text => {
      if (open) port.postMessage(text)
    },
    close: () => port.close(),
    onText: listener => {
      port.on('message', ({ data }) => {
        if (typeof data === 'string') listener(data)
      })
    },
    onBinary: listener => {
      port.on('message', ({ data }) => {
        if (data instanceof Uint8Array) listener(data)
        else if (data instanceof ArrayBuffer) listener(new Uint8Array(data))
      })
    },
    onClose: listener => {
      port.on('close', () => listener())
    },
  }
}
