import type { MessagePortMain, UtilityProcess } from 'electron'
import type { WorkstationChild } from '../host/workstation-child.ts'
import type { ElectronApis } from './electron-apis.ts'

export interface UtilityWorkstationDeps {
  readonly utilityProcess: ElectronApis['utilityProcess']
  /** Module that the process runs. */
  readonly entry: string
  /** null: without compiled code. */
  readonly codeCacheDirectory: string | null
  readonly environment: NodeJS.ProcessEnv
  /** SIGKILL by process id; the system's own, given in for tests. */
  readonly killProcess: (pid: number) => void
}

/** The workstation in a utility process: the window never waits for SQLite or hashing, and its death is not ours. */
export function startUtilityWorkstation(deps: UtilityWorkstationDeps): WorkstationChild {
  const { utilityProcess, entry, codeCacheDirectory, environment } = deps
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Videopriem Workstation',
    stdio: 'pipe',
    env: { ...environment, ...(codeCacheDirectory === null ? {} : { NODE_COMPILE_CACHE: codeCacheDirectory }) },
  })
  let gone = false
  child.once('exit', () => {
    gone = true
  })
  return {
    pid: () => child.pid,
    send(message, ports = []) {
      // Only ports of Electron ever come here: they were made by its MessageChannelMain.
      if (!gone) child.postMessage(message, ports as unknown as MessagePortMain[])
      return Promise.resolve()
    },
    onMessage: listener => void child.on('message', listener),
    onOutput(listener) {
      child.stdout?.on('data', listener)
      child.stderr?.on('data', listener)
    },
    onExit: listener => void child.once('exit', code => listener({ code, signal: null, settled: outputEnded(child) })),
    onError: listener => void child.on('error', (type, location) => listener(`${type} ${location}`)),
    kill: () => killAtOnce(child, deps.killProcess),
  }
}

/** `UtilityProcess.kill` asks politely on POSIX; a workstation that hangs would hold its files. */
function killAtOnce(child: UtilityProcess, killProcess: (pid: number) => void): void {
  if (child.pid === undefined) return void child.kill()
  try {
    killProcess(child.pid)
  } catch {
    // Already gone.
  }
}

async function outputEnded(child: UtilityProcess): Promise<void> {
  await Promise.all(
    [child.stdout, child.stderr].map(stream =>
      stream === null || stream === undefined || !('closed' in stream) || stream.closed
        ? undefined
        : new Promise(resolve => stream.once('close', resolve)),
    ),
  )
}
