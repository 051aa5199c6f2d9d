import type { HostPort } from './host-port.ts'
import type { FromWorkstation, ToWorkstation } from './workstation-messages.ts'

/** Whoever started this process: Node's fork in the browser host, Electron's main process on the desktop. */
export interface WorkstationParent {
  /** Resolves when the message is on its way. */
  tell(message: FromWorkstation): Promise<void>
  onMessage(listener: (message: ToWorkstation, ports: readonly HostPort[]) => void): void
  /** It is gone without a word. */
  onGone(listener: () => void): void
}

/** Electron's `process.parentPort` of a utility process, as far as it is needed. */
interface ElectronParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: readonly HostPort[] }) => void): unknown
  postMessage(message: unknown): void
}

/** Electron tells no moment at which a message has left; a process that leaves gives it this long. */
const farewellMs = 200

/** The parent of this process, of whichever kind it is. */
export function workstationParent(): WorkstationParent {
  const { parentPort } = process as { parentPort?: ElectronParentPort }
  return parentPort ? electronParent(parentPort) : nodeParent()
}

/** A utility process ends by itself with the program that started it. */
function electronParent(port: ElectronParentPort): WorkstationParent {
  return {
    tell(message) {
      port.postMessage(message)
      return new Promise(resolve => setTimeout(resolve, farewellMs))
    },
    onMessage: listener => void port.on('message', ({ data, ports }) => listener(data as ToWorkstation, ports)),
    onGone: () => undefined,
  }
}

function nodeParent(): WorkstationParent {
  return {
    tell: message =>
      new Promise(resolve => {
        if (process.connected) process.send?.(message, undefined, undefined, () => resolve())
        else resolve()
      }),
    onMessage: listener => void process.on('message', message => listener(message as ToWorkstation, [])),
    onGone: listener => void process.on('disconnect', listener),
  }
}
