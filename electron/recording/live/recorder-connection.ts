/** The wire to one recorder page: a WebSocket in the browser host, a port in Electron. */
export interface RecorderConnection {
  /** What it captures was chosen by hand, whatever the host could give it. */
  readonly isChosenByHand?: true
  sendText(text: string): void
  close(): void
  onText(listener: (text: string) => void): void
  onBinary(listener: (bytes: Uint8Array) => void): void
  onClose(listener: () => void): void
}
