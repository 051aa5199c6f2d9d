import type { FromRecorder } from '../../../shared/recording/recorder-link.ts'
import { ToRecorder } from '../../../shared/recording/recorder-link.ts'
import type { RecorderConnection } from '../live/recorder-connection.ts'

/** Both ends of a wire inside this process. */
export interface LocalLink {
  /** The end the recorder takes for a page. */
  readonly connection: RecorderConnection
  send(message: FromRecorder): void
  sendBytes(frame: Uint8Array): void
  close(): void
}

/** What the recorder says arrives with the next turn of the loop, as over a socket: no call ever runs inside another. */
export function makeLocalLink(obey: (message: ToRecorder) => void): LocalLink {
  const texts: ((text: string) => void)[] = []
  const binaries: ((bytes: Uint8Array) => void)[] = []
  const closings: (() => void)[] = []
  let open = true
  const later = (work: () => void): void => {
    setImmediate(() => {
      if (open) work()
    })
  }
  return {
    connection: {
      isChosenByHand: true,
      sendText: text => later(() => obey(ToRecorder.parse(JSON.parse(text)))),
      close() {
        open = false
      },
      onText: listener => void texts.push(listener),
      onBinary: listener => void binaries.push(listener),
      onClose: listener => void closings.push(listener),
    },
    send: message =>
      later(() => {
        for (const listener of texts) listener(JSON.stringify(message))
      }),
    sendBytes: frame =>
      later(() => {
        for (const listener of binaries) listener(frame)
      }),
    close() {
      if (!open) return
      open = false
      for (const listener of closings) listener()
    },
  }
}
