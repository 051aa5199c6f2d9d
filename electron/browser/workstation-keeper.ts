import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type pino from 'pino'
import { answers, removeLeftover } from './local-socket.ts'
import { isWorthSaying, restartDelayMs } from './restart-pace.ts'
import { FromWorkstation, type ToWorkstation } from './workstation-messages.ts'
import type { WorkstationAddress } from './workstation-proxy.ts'

interface WorkstationKeeperDeps {
  /** Module that the process runs. */
  readonly entry: string
  readonly codeCacheDirectory: string
  /** Made anew for every start: key and folders may have changed since the last. */
  readonly start: () => Omit<Extract<ToWorkstation, { kind: 'start' }>, 'kind' | 'secret' | 'everyPage' | 'socketPath'>
  readonly socketPath: string
  /** Keeps another key of the database on this host, the former one aside. Throws where it cannot. */
  readonly keepDatabaseKey: (keyHex: string) => void
  /** Keeps the folder of recordings in the settings. Throws where it cannot. */
  readonly keepRecordingsDirectory: (directory: string | null) => void
  readonly openRecorder: () => void
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void
  readonly log: pino.Logger
  readonly nowMs: () => number
}

export interface WorkstationKeeper {
  /** Settles with the first workstation that is ready; rejects with StartFailure when it cannot start at all. */
  start(): Promise<void>
  /** null while there is nobody to speak to. */
  address(): WorkstationAddress | null
  stop(): Promise<void>
}

/** The workstation cannot start; the message is for the person at the terminal. */
export class StartFailure extends Error {}

/** A workstation that was told to leave is given this long to close its files. */
const farewellMs = 15_000

/**
 * Keeps one workstation process running: a dead one is replaced at once, at a slower pace when it dies repeatedly. A
 * spare process stands by with all code loaded and nothing opened: loading takes a second of a busy machine, and a
 * machine that records is busy.
 */
export function makeWorkstationKeeper(deps: WorkstationKeeperDeps): WorkstationKeeper {
  const { entry, start, socketPath, openRecorder, say, log, nowMs } = deps
  const firstReady = Promise.withResolvers<void>()
  const stopping = new AbortController()
  const deathsMs: number[] = []
  let everReady = false
  /** A workstation of this run has worked on the database: its pages were read, and a kill does not tear them. */
  let everWorked = false
  let child: ChildProcess | null = null
  let spare: ChildProcess | null = null
  let address: WorkstationAddress | null = null

  const forkProcess = (): ChildProcess => {
    const forked = fork(entry, [], {
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: deps.codeCacheDirectory },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    // A child that died in the middle of a message must not take the supervisor with it.
    forked.on('error', error => log.error({ error: error.message }, 'workstation process'))
    return forked
  }

  const keep = (what: string, work: () => void): boolean => {
    try {
      work()
      log.warn(`${what} kept`)
      return true
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : 'unknown' }, `${what} not kept`)
      return false
    }
  }
  const keepKey = (keyHex: string) => keep('another key of the database', () => deps.keepDatabaseKey(keyHex))
  const keepDirectory = (directory: string | null) =>
    keep('another folder of recordings', () => deps.keepRecordingsDirectory(directory))

  const standBy = (): void => {
    if (spare || stopping.signal.aborted) return
    const waiting = forkProcess()
    spare = waiting
    // No new one at once: the next is made when a workstation is ready again.
    waiting.once('exit', () => {
      if (spare === waiting) spare = null
    })
  }

  const launch = (): void => {
    const secret = randomBytes(32).toString('hex')
    const output = makeTail()
    const started = spare ?? forkProcess()
    spare = null
    child = started
    let failure: string | null = null
    let restarting = false
    started.stdout?.on('data', output.add)
    started.stderr?.on('data', output.add)
    started.on('message', message => {
      const told = FromWorkstation.parse(message)
      switch (told.kind) {
        case 'ready':
          address = { socketPath, secret }
          everReady = true
          everWorked = told.mode === 'work'
          log.info({ workstation: started.pid, mode: told.mode }, 'workstation ready')
          firstReady.resolve()
          return standBy()
        case 'failed':
          failure = told.message
          return undefined
        case 'openRecorder':
          return openRecorder()
        case 'keepKey':
          return void started.send({ kind: 'keyKept', kept: keepKey(told.keyHex) } satisfies ToWorkstation)
        case 'keepRecordingsDirectory':
          return void started.send({
            kind: 'directoryKept',
            kept: keepDirectory(told.directory),
          } satisfies ToWorkstation)
        case 'restarting':
          restarting = true
          return undefined
        default:
          return told satisfies never
      }
    })
    const bury = (code: number | null, signal: NodeJS.Signals | null): void => {
      if (stopping.signal.aborted) return
      if (restarting && everReady) {
        log.info('workstation restarts on purpose')
        launch()
        return
      }
      deathsMs.push(nowMs())
      log.error({ code, signal, deaths: deathsMs.length, failure, output: output.text() }, 'workstation died')
      const why = failure ?? (output.text() || `код ${code ?? signal}`)
      if (!everReady) {
        firstReady.reject(new StartFailure(why))
        return
      }
      const delayMs = restartDelayMs(deathsMs, nowMs())
      if (isWorthSaying(deathsMs, nowMs())) {
        say(`Рабочее место останавливается снова и снова: ${why}. Новая попытка через ${delayMs / 1000} с.`)
      }
      delay(delayMs, undefined, { signal: stopping.signal }).then(launch, () => {})
    }
    started.on('exit', (code, signal) => {
      child = null
      address = null
      // At once: 'close' waits for every process that still holds the outputs.
      if (everReady) bury(code, signal)
    })
    started.on('close', (code, signal) => {
      // A failed start has time to say why.
      if (!everReady) bury(code, signal)
    })
    const message = { kind: 'start', ...start(), socketPath, secret, everyPage: !everWorked } satisfies ToWorkstation
    started.send(message, error => {
      if (error) log.error({ error: error.message }, 'workstation did not take its start')
    })
  }

  return {
    async start() {
      await waitForFormerWorkstation(socketPath)
      launch()
      await firstReady.promise
    },
    address: () => address,
    async stop() {
      stopping.abort()
      // The spare has nothing open.
      spare?.kill('SIGKILL')
      const last = child
      if (!last) return
      const gone = new Promise(resolve => last.once('exit', resolve))
      if (last.connected) last.send({ kind: 'stop' } satisfies ToWorkstation, () => {})
      const patience = setTimeout(() => last.kill('SIGKILL'), farewellMs)
      await gone
      clearTimeout(patience)
      removeLeftover(socketPath)
    },
  }
}

/** After the death of a supervisor its workstation may still be closing its files. */
async function waitForFormerWorkstation(socketPath: string): Promise<void> {
  const untilMs = performance.now() + farewellMs
  while (await answers(socketPath)) {
    if (performance.now() > untilMs) throw new StartFailure('Прежнее рабочее место этого профиля ещё работает.')
    await delay(50)
  }
}

/** The last of what a process printed. */
function makeTail(): { add: (chunk: Buffer) => void; text: () => string } {
  let kept = ''
  return {
    add: chunk => {
      kept = (kept + chunk.toString('utf8')).slice(-4_000)
    },
    text: () => kept.trim(),
  }
}
