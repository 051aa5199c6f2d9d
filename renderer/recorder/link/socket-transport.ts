import type { ConnectTransport } from './transport.ts'

const firstRetryMs = 100
const longestRetryMs = 500

/** A WebSocket that comes back for ever: the workstation restarts within a second and waits for what we hold. */
export function socketTransport(url: string): ConnectTransport {
  return listeners => {
    let socket: WebSocket | null = null
    let retryAtMs = Number.NEGATIVE_INFINITY
    let retryMs = firstRetryMs
    let isClosed = false

    function connect(): void {
      const own = new WebSocket(url)
      own.binaryType = 'arraybuffer'
      socket = own
      own.onopen = () => {
        retryMs = firstRetryMs
        listeners.onOpen()
      }
      own.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') listeners.onText(data)
      }
      own.onclose = () => {
        if (socket !== own) return
        socket = null
        retryAtMs = performance.now() + retryMs
        retryMs = Math.min(retryMs * 2, longestRetryMs)
        listeners.onClosed()
      }
    }

    return {
      send: message => socket?.send(message),
      bufferedBytes: () => socket?.bufferedAmount ?? 0,
      tick(nowMs) {
        if (socket === null && !isClosed && nowMs >= retryAtMs) connect()
      },
      close() {
        isClosed = true
        socket?.close()
      },
    }
  }
}
