/** A two-way wire to the workstation: a WebSocket in the browser host, a MessagePort in Electron. */
export interface RecorderTransport {
  /** Only called between `onOpen` and `onClosed`. */
  send(message: string | Uint8Array<ArrayBuffer>): void
  /** Bytes given to `send` that have not left the page yet; 0 where the wire cannot tell. */
  bufferedBytes(): number
  /** Called by the clock: the place to reconnect from, since a minimised page's own timers crawl. */
  tick(nowMs: number): void
  /** For good. */
  close(): void
}

export interface TransportListeners {
  onOpen(): void
  onText(text: string): void
  onClosed(): void
}

export type ConnectTransport = (listeners: TransportListeners) => RecorderTransport
