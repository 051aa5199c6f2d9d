import { type ChunkFrame, decodeChunkFrame } from '../../../shared/recording/chunk-frame.ts'
import { FromRecorder, type ToRecorder } from '../../../shared/recording/recorder-link.ts'
import type { RecorderConnection } from './recorder-connection.ts'

export type Hello = Extract<FromRecorder, { kind: 'hello' }>
export type Holding = NonNullable<Hello['holding']>

/** A connection that speaks the recorder link: checked messages in, typed messages out. */
export interface PageLink {
  send(message: ToRecorder): void
  close(): void
  isOpen(): boolean
  readonly isChosenByHand: boolean
}

export interface PageLinkListeners {
  onMessage(message: FromRecorder): void
  onChunk(chunk: ChunkFrame): void
  /** Bytes that are no message and no chunk; loud in the log, never fatal. */
  onNonsense(what: string): void
  onClosed(): void
}

/** Wraps a connection. Sending after the end is a no-op: the page resends what it got no answer to. */
export function makePageLink(connection: RecorderConnection, listeners: PageLinkListeners): PageLink {
  let open = true
  connection.onText(text => {
    if (!open) return
    const message = readMessage(text)
    if (message) listeners.onMessage(message)
    else listeners.onNonsense('message')
  })
  connection.onBinary(bytes => {
    if (!open) return
    const chunk = decodeChunkFrame(bytes)
    if (chunk) listeners.onChunk(chunk)
    else listeners.onNonsense('frame')
  })
  connection.onClose(() => {
    if (!open) return
    open = false
    listeners.onClosed()
  })
  return {
    send: message => {
      if (open) connection.sendText(JSON.stringify(message))
    },
    close() {
      if (!open) return
      open = false
      connection.close()
    },
    isOpen: () => open,
    isChosenByHand: connection.isChosenByHand === true,
  }
}

function readMessage(text: string): FromRecorder | null {
  try {
    return FromRecorder.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
