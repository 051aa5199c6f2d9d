import type { HeldPart } from '../../../shared/recording/outbox.ts'
import { FromRecorder, ToRecorder } from '../../../shared/recording/recorder-link.ts'
import type { ConnectTransport } from './transport.ts'

type Welcome = Extract<ToRecorder, { kind: 'welcome' }>

/** Typed messages over a transport; greets after each (re)connection and is up only once it was welcomed. */
export interface RecorderLink {
  isUp(): boolean
  /** Dropped while the link is down: what must not be lost goes through the outbox. */
  send(message: FromRecorder): void
  sendChunk(frame: Uint8Array<ArrayBuffer>): void
  bufferedBytes(): number
  tick(nowMs: number): void
  close(): void
}

export interface RecorderLinkDeps {
  readonly connect: ConnectTransport
  readonly pageId: string
  /** What the page still holds, asked anew at each greeting. */
  readonly holding: () => HeldPart | null
  readonly onWelcome: (welcome: Welcome) => void
  readonly onMessage: (message: Exclude<ToRecorder, Welcome>) => void
  readonly onChanged: () => void
}

export function makeRecorderLink(deps: RecorderLinkDeps): RecorderLink {
  let isWelcome = false
  const transport = deps.connect({
    onOpen() {
      transport.send(
        JSON.stringify({ kind: 'hello', pageId: deps.pageId, holding: deps.holding() } satisfies FromRecorder),
      )
    },
    onText(text) {
      const message = readMessage(text)
      if (message === null) {
        console.warn('recorder link: unreadable message')
      } else if (message.kind === 'welcome') {
        isWelcome = true
        deps.onWelcome(message)
        deps.onChanged()
      } else {
        deps.onMessage(message)
      }
    },
    onClosed() {
      isWelcome = false
      deps.onChanged()
    },
  })

  return {
    isUp: () => isWelcome,
    send(message) {
      if (isWelcome) transport.send(JSON.stringify(FromRecorder.parse(message)))
    },
    sendChunk(frame) {
      if (isWelcome) transport.send(frame)
    },
    bufferedBytes: () => transport.bufferedBytes(),
    tick: nowMs => transport.tick(nowMs),
    close: () => {
      isWelcome = false
      transport.close()
    },
  }
}

function readMessage(text: string): ToRecorder | null {
  try {
    return ToRecorder.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
