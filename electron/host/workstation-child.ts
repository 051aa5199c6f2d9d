import type { HostPort } from './host-port.ts'
import type { ToWorkstation } from './workstation-messages.ts'

/** The process of the workstation as its keeper sees it: forked by Node in the browser host, a utility process in Electron. */
export interface WorkstationChild {
  /** undefined until the system has started it. */
  pid(): number | undefined
  /** Resolves when the process has it or is known not to get it; the latter is told by `onExit`. */
  send(message: ToWorkstation, ports?: readonly HostPort[]): Promise<void>
  onMessage(listener: (message: unknown) => void): void
  onOutput(listener: (chunk: Buffer) => void): void
  /** The process is gone. `settled` resolves when its last words have been read. */
  onExit(listener: (exit: WorkstationExit) => void): void
  onError(listener: (message: string) => void): void
  /** At once, without a farewell. */
  kill(): void
}

export interface WorkstationExit {
  readonly code: number | null
  readonly signal: string | null
  readonly settled: Promise<void>
}
