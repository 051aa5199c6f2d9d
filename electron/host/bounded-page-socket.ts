import type { RawData, WebSocket } from 'ws'
import type { PageSocket } from '../workstation-api.ts'

/** What a message costs beside its bytes. */
const messageCostBytes = 4 * 1024

/** Bytes of messages that are being answered, of all pages together. */
export interface AnswerBudget {
  readonly mostBytes: number
  takenBytes(): number
  take(bytes: number): void
  giveBack(bytes: number): void
  /** Called once, as soon as there is room again. */
  whenFree(go: () => void): void
}

export function makeAnswerBudget(mostBytes: number): AnswerBudget {
  let takenBytes = 0
  let waiting: (() => void)[] = []
  return {
    mostBytes,
    takenBytes: () => takenBytes,
    take(bytes) {
      takenBytes += bytes
    },
    giveBack(bytes) {
      takenBytes -= bytes
      if (takenBytes >= mostBytes) return
      const going = waiting
      waiting = []
      for (const go of going) go()
    },
    whenFree: go => void waiting.push(go),
  }
}

/**
 * A page's socket that is not read on while too much of what came is still being answered: what a page sends faster than
 * it is answered waits in the page, and not in the memory of the workstation.
 */
export function boundedPageSocket(socket: WebSocket, budget: AnswerBudget): PageSocket {
  function hold(): void {
    if (budget.takenBytes() < budget.mostBytes || socket.isPaused) return
    socket.pause()
    budget.whenFree(() => socket.resume())
  }
  const bounded = {
    send: socket.send.bind(socket),
    addEventListener(event: 'message' | 'close', listener: (event: { data: unknown }) => unknown): void {
      if (event === 'close') return void socket.on('close', () => listener({ data: undefined }))
      socket.on('message', (data: RawData, isBinary: boolean) => {
        const whole = Array.isArray(data) ? Buffer.concat(data) : data
        const cost = whole.byteLength + messageCostBytes
        budget.take(cost)
        hold()
        void Promise.resolve(listener({ data: isBinary ? whole : whole.toString() })).finally(() =>
          budget.giveBack(cost),
        )
      })
    },
  }
  return bounded as unknown as PageSocket
}
