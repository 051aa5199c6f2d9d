import type { RawData, WebSocket } from 'ws'
import type { RecorderConnection } from './recorder-connection.ts'

/** A `ws` WebSocket as the wire to a recorder page. Errors end in `close`, which `ws` always sends after them. */
export function socketConnection(socket: WebSocket): RecorderConnection {
  socket.binaryType = 'nodebuffer'
  // Without a listener an error of the socket would end the process.
  socket.on('error', () => undefined)
  return {
    sendText: text => {
      if (socket.readyState === socket.OPEN) socket.send(text)
    },
    close: () => socket.close(),
    onText: listener => {
      socket.on('message', (data, isBinary) => {
        if (!isBinary) listener(bytesOf(data).toString('utf8'))
      })
    },
    onBinary: listener => {
      socket.on('message', (data, isBinary) => {
        if (isBinary) listener(bytesOf(data))
      })
    },
    onClose: listener => {
      socket.on('close', () => listener())
    },
  }
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return Buffer.isBuffer(data) ? data : Buffer.from(data)
}
