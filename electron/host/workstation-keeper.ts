import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type pino from 'pino'
import type { PageDoor } from '../../shared/desktop/bridge.ts'
import { type Activity, idleActivity } from '../workplace/activity.ts'
import type { HostPort } from './host-port.ts'
import { answers, removeLeftover } from './local-socket.ts'
import { isWorthSaying, restartDelayMs } from './restart-pace.ts'
import type { WorkstationChild } from './workstation-child.ts'
import { FromWorkstation, type ToWorkstation, type WorkstationAddress } from './workstation-messages.ts'

type StartOrder = Omit<
  Extract<ToWorkstation, { kind: 'start' }>,
  'kind' | 'secret' | 'pages' | 'isFirstOfRun' | 'socketPath'
>

export interface WorkstationKeeperDeps {
  /** Starts a process that opens nothing before it is told to. */
  readonly spawn: () => WorkstationChild
  /** Made anew for every start: key and folders may have changed since the last. */
  readonly start: () => StartOrder | Promise<StartOrder>
  readonly socketPath: string
  /** Keeps another key of the database on this host, the former one aside. Throws where it cannot. */
  readonly keepDatabaseKey: (keyHex: string) => void | Promise<void>
  /** Keeps the folder of recordings in the settings. Throws where it cannot. */
  readonly keepRecordingsDirectory: (directory: string | null) => void
  readonly openRecorder: () => void
  /** Prints a page of our own as PDF; null where this host has nothing to print with. */
  readonly printPage: ((html: string) => Promise<Buffer>) | null
  /** Told whenever it changes; idle when the workstation is gone. */
  readonly onActivity?: (activity: Activity) => void
  /** Somebody to speak to is there, or is there no more. */
  readonly onAddress?: (address: WorkstationAddress | null) => void
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void
  readonly log: pino.Logger
  readonly nowMs: () => number
}

type ComputerMessage = Extract<ToWorkstation, { kind: 'computer' }>

export interface WorkstationKeeper {
  /** Settles with the first workstation that is ready; rejects with StartFailure when it cannot start at all. */
  start(): Promise<void>
  /** null while there is nobody to speak to. */
  address(): WorkstationAddress | null
  /** Hands a page's port to the workstation; false while there is nobody to take it. */
  passPage(door: PageDoor, port: HostPort): boolean
  /** Passed on at once, or to the next one when it is ready. */
  tell(message: ComputerMessage): void
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
  const { start, socketPath, openRecorder, say, log, nowMs } = deps
  const firstReady = Promise.withResolvers<void>()
  const stopping = new AbortController()
  const deathsMs: number[] = []
  let everReady = false
  /** A workstation of this run has worked on the database: its pages were read, and a kill does not tear them. */
  let everWorked = false
  /** The last workstation doubted its database. */
  let readAll = false
  let child: WorkstationChild | null = null
  let spare: WorkstationChild | null = null
  let address: WorkstationAddress | null = null
  /** Happened while there was nobody to tell. */
  const untold: ComputerMessage[] = []

  const setAddress = (next: WorkstationAddress | null): void => {
    address = next
    deps.onAddress?.(next)
    if (next === null) deps.onActivity?.(idleActivity)
  }

  const spawnProcess = (): WorkstationChild => {
    const spawned = deps.spawn()
    // A child that died in the middle of a message must not take the supervisor with it.
    spawned.onError(error => log.error({ error }, 'workstation process'))
    return spawned
  }

  const keep = async (what: string, work: () => void | Promise<void>): Promise<boolean> => {
    try {
      await work()
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

  const print = async (html: string): Promise<string | null> => {
    try {
      return (await deps.printPage?.(html))?.toString('base64') ?? null
    } catch (error) {
      // The words of the browser may name files, never what is printed.
      log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'page not printed')
      return null
    }
  }

  const standBy = (): void => {
    if (spare || stopping.signal.aborted) return
    const waiting = spawnProcess()
    spare = waiting
    // No new one at once: the next is made when a workstation is ready again.
    waiting.onExit(() => {
      if (spare === waiting) spare = null
    })
  }

  const launch = (): void => {
    const secret = randomBytes(32).toString('hex')
    const output = makeTail()
    const started = spare ?? spawnProcess()
    spare = null
    child = started
    let failure: string | null = null
    let restarting = false
    started.onOutput(output.add)
    started.onMessage(message => {
      const told = FromWorkstation.parse(message)
      switch (told.kind) {
        case 'ready':
          everReady = true
          everWorked = told.mode === 'work'
          log.info({ workstation: started.pid(), mode: told.mode }, 'workstation ready')
          setAddress({ socketPath, secret })
          firstReady.resolve()
          for (const message of untold.splice(0)) void started.send(message)
          return standBy()
        case 'failed':
          failure = told.message
          return undefined
        case 'openRecorder':
          return openRecorder()
        case 'activity':
          return deps.onActivity?.(told.activity)
        case 'keepKey':
          return void keepKey(told.keyHex).then(kept => started.send({ kind: 'keyKept', kept }))
        case 'keepRecordingsDirectory':
          return void keepDirectory(told.directory).then(kept => started.send({ kind: 'directoryKept', kept }))
        case 'printPage':
          return void print(told.html).then(pdf => started.send({ kind: 'pagePrinted', id: told.id, pdf }))
        case 'restarting':
          restarting = true
          readAll = told.everyPage
          return undefined
        default:
          return told satisfies never
      }
    })
    const bury = (code: number | null, signal: string | null): void => {
      if (stopping.signal.aborted) return
      if (restarting) {
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
    started.onExit(({ code, signal, settled }) => {
      child = null
      setAddress(null)
      // At once: the outputs stay open as long as any process holds them. A failed start has time to say why.
      if (everReady) bury(code, signal)
      else void settled.then(() => bury(code, signal))
    })
    const order = async (): Promise<void> => {
      const pages = readAll ? 'all' : everWorked ? 'none' : 'afterPowerLoss'
      readAll = false
      started.send({ kind: 'start', ...(await start()), socketPath, secret, pages, isFirstOfRun: !everReady })
    }
    order().catch(error => {
      failure = error instanceof Error ? error.message : String(error)
      log.error({ error: failure }, 'workstation not told to start')
      started.kill()
    })
  }

  return {
    async start() {
      await waitForFormerWorkstation(socketPath)
      launch()
      await firstReady.promise
    },
    address: () => address,
    passPage(door, port) {
      if (!child || !address) return false
      void child.send({ kind: 'page', door }, [port])
      return true
    },
    tell: message => {
      if (address && child) void child.send(message)
      else untold.push(message)
    },
    async stop() {
      stopping.abort()
      // The spare has nothing open.
      spare?.kill()
      const last = child
      if (!last) return
      const gone = new Promise<void>(resolve => last.onExit(() => resolve()))
      void last.send({ kind: 'stop' })
      const patience = setTimeout(() => last.kill(), farewellMs)
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
