import type { ProvenHost } from '../../desktop/page-session.ts'
import type { ConnectTransport } from './transport.ts'

const firstRetryMs = 100
const longestRetryMs = 500

/**
 * A WebSocket that comes back for ever: the workstation restarts within a second and waits for what we hold. It opens
 * only to the host this page came from: what we hold is a person's picture and voice.
 */
export function socketTransport(url: string, provenHost: ProvenHost): ConnectTransport {
  return listeners => {
    let socket: WebSocket | null = null
    let retryAtMs = Number.NEGATIVE_INFINITY
    let retryMs = firstRetryMs
    let isClosed = false
    let isProving = false

    async function connect(): Promise<void> {
      isProving = true
      try {
        await provenHost()
        if (!isClosed) open()
      } catch {
        retryLater()
      } finally {
        isProving = false
      }
    }

    function retryLater(): void {
      retryAtMs = performance.now() + retryMs
      retryMs = Math.min(retryMs * 2, longestRetryMs)
    }

    function open(): void {
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
        retryLater()
        listeners.onClosed()
      }
    }

    return {
      // While it is closing, and that may take seconds, a socket drops what it is given; its end is told by onclose.
      send(message) {
        if (socket?.readyState === WebSocket.OPEN) socket.send(message)
      },
      bufferedBytes: () => socket?.bufferedAmount ?? 0,
      tick(nowMs) {
        if (socket === null && !isProving && !isClosed && nowMs >= retryAtMs) void connect()
      },
      close() {
        isClosed = true
        socket?.close()
      },
    }
  }
}
