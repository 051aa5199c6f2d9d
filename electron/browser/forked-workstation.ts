import { fork } from 'node:child_process'
import type { WorkstationChild } from '../host/workstation-child.ts'

export interface ForkedWorkstationDeps {
  /** Module that the process runs. */
  readonly entry: string
  /** null: without compiled code. */
  readonly codeCacheDirectory: string | null
}

/** The workstation in a process of Node's own; pages reach it through its socket, never through ports. */
export function forkWorkstation({ entry, codeCacheDirectory }: ForkedWorkstationDeps): WorkstationChild {
  const forked = fork(entry, [], {
    // The young heap begins at its usual working size: growing there takes a tenth of the start's processor time.
    execArgv: ['--min-semi-space-size=8'],
    env: { ...process.env, ...(codeCacheDirectory === null ? {} : { NODE_COMPILE_CACHE: codeCacheDirectory }) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const settled = new Promise<void>(resolve => forked.once('close', () => resolve()))
  return {
    pid: () => forked.pid,
    send: message =>
      new Promise(resolve => {
        // The death of the process is told by its exit, whatever it did not read.
        if (forked.connected) forked.send(message, () => resolve())
        else resolve()
      }),
    onMessage: listener => void forked.on('message', listener),
    onOutput(listener) {
      forked.stdout?.on('data', listener)
      forked.stderr?.on('data', listener)
    },
    onExit: listener => void forked.once('exit', (code, signal) => listener({ code, signal, settled })),
    onError: listener => void forked.on('error', error => listener(error.message)),
    kill: () => void forked.kill('SIGKILL'),
  }
}
