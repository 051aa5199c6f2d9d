/** The end of a message channel as Electron's main side hands it out (MessagePortMain). */
export interface HostPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  /** Messages wait until then. */
  start(): void
  postMessage(message: unknown): void
  close(): void
}
