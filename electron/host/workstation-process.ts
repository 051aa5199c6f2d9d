import type http from 'node:http'
import { flushCompileCache } from 'node:module'
import type pino from 'pino'
import type { PageDoor } from '../../shared/desktop/bridge.ts'
import { makeBackupRunner } from '../backup/run-backup.ts'
import { speaksOfDamage } from '../database/database-error.ts'
import { profilePaths } from '../profile-paths.ts'
import { openedUnderFile } from '../recovery/opened-under.ts'
import { makePagesReader } from '../recovery/pages-reader.ts'
import { prepareDatabase } from '../recovery/prepare-database.ts'
import { makeRecoveryWorkstation } from '../recovery/recovery-workstation.ts'
import { makeWorkstation } from '../workstation.ts'
import type { Workstation, WorkstationHost } from '../workstation-api.ts'
import type { HostPort } from './host-port.ts'
import { listenLocally, removeLeftover } from './local-socket.ts'
import { openLog } from './log-file.ts'
import { makePagePrinting } from './page-printing.ts'
import { portConnection, portSocket } from './port-doors.ts'
import { makeWorkstationDoor } from './workstation-door.ts'
import type { ToWorkstation } from './workstation-messages.ts'
import { workstationParent } from './workstation-parent.ts'

/**
 * The process of the workstation, the same for both hosts. It opens nothing before it is told to start, and leaves when
 * it is told to or when whoever started it is gone.
 */

type Start = Extract<ToWorkstation, { kind: 'start' }>

const parent = workstationParent()

let running: { workstation: Workstation; server: http.Server } | null = null
let leaving = false
/** Reads the pages of a database behind the start. */
const pagesRunner = makeBackupRunner()
const printing = makePagePrinting(message => void parent.tell(message))
/** Told whether the supervisor has another key on its disk. */
let keyKept: ((kept: boolean) => void) | null = null
/** Told whether the settings hold another folder of recordings. */
let directoryKept: ((kept: boolean) => void) | null = null

// Ctrl+C goes to the whole terminal group; the supervisor decides when we leave.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => leave())
parent.onGone(() => leave())
parent.onMessage((message, ports) => {
  switch (message.kind) {
    case 'start':
      return void start(message).catch(fail)
    case 'page':
      return connectPort(message.door, ports[0])
    case 'computer':
      return running?.workstation.noteComputer(message.event)
    case 'stop':
      return leave()
    case 'keyKept':
      return keyKept?.(message.kept)
    case 'directoryKept':
      return directoryKept?.(message.kept)
    case 'pagePrinted':
      return printing.settle(message.id, message.pdf)
    default:
      return message satisfies never
  }
})

async function start(message: Start): Promise<void> {
  const { capabilities, isFirstOfRun, socketPath, secret, logsDirectory } = message
  const log = openLog({ directory: logsDirectory, name: 'workstation' })
  const openedUnder = openedUnderFile(profilePaths(message.config.profileDirectory).database)
  const reader = makePagesReader({
    runner: pagesRunner,
    noteDamaged: () => keepNote(openedUnder.forget, log),
    restartWithEveryPage: () => restart({ everyPage: true }),
    log,
  })
  const opened = await openWorkstation(message, {
    capabilities,
    isFirstOfRun,
    openRecorder: () => void parent.tell({ kind: 'openRecorder' }),
    showActivity(activity) {
      reader.noteBusy(activity.receptionOpen || activity.recording)
      void parent.tell({ kind: 'activity', activity })
    },
    keepDatabaseKey,
    keepRecordingsDirectory,
    printPage: printing.print,
    restart,
    log,
  })
  if (opened === null) {
    keepNote(openedUnder.forget, log)
    return restart({ everyPage: true })
  }
  const { workstation, mode, pagesUnread } = opened
  const server = makeWorkstationDoor({ workstation, secret, log })
  running = { workstation, server }
  if (leaving) return
  removeLeftover(socketPath)
  await listenLocally(server, socketPath)
  void parent.tell({ kind: 'ready', mode })
  // What a restarted one works on was noted by the first, or found damaged by it.
  if (mode === 'work' && message.pages !== 'none') keepNote(openedUnder.note, log)
  if (pagesUnread) reader.read(pagesUnread)
  // Otherwise written at a regular exit only, and the next start may follow a kill.
  flushCompileCache()
}

/**
 * The workstation on its database, or the one that helps where the database cannot be used. null: the database turned out
 * damaged before its pages were read.
 */
async function openWorkstation({ config, pages }: Start, host: WorkstationHost) {
  const { profileDirectory, databaseKeyHex } = config
  const paths = profilePaths(profileDirectory)
  const prepared = prepareDatabase({
    profileDirectory,
    paths,
    keyHex: databaseKeyHex,
    pages,
    nowMs: Date.now(),
  })
  const { judgement, restoreFailure } = prepared
  if (judgement || databaseKeyHex === null) {
    const why = judgement ?? { problem: 'keyMissing', detail: 'no key for a new database' }
    const workstation = makeRecoveryWorkstation({ config, host, judgement: why, restoreFailure })
    return { workstation, mode: 'recovery' as const, pagesUnread: null }
  }
  const pagesUnread = prepared.pagesUnread ? { path: paths.database, keyHex: databaseKeyHex } : null
  try {
    const workstation = await makeWorkstation({ ...config, databaseKeyHex }, host)
    return { workstation, mode: 'work' as const, pagesUnread }
  } catch (error) {
    // What was half opened goes with this process; the next one reads first, and offers what can be done.
    if (pagesUnread === null || !speaksOfDamage(error)) throw error
    return null
  }
}

/** A disk that does not take it is told in the log; the database is worked on, or left, all the same. */
function keepNote(change: () => void, log: pino.Logger): void {
  try {
    change()
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'the note of when the database was opened')
  }
}

function keepDatabaseKey(keyHex: string): Promise<void> {
  return new Promise((resolve, reject) => {
    keyKept = kept => (kept ? resolve() : reject(new Error('the host could not keep the key')))
    void parent.tell({ kind: 'keepKey', keyHex })
  })
}

function keepRecordingsDirectory(directory: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    directoryKept = kept => (kept ? resolve() : reject(new Error('the host could not keep the folder')))
    void parent.tell({ kind: 'keepRecordingsDirectory', directory })
  })
}

/** The answer to the call that asked for it is written by then: a page should know why its socket closes. */
const farewellPauseMs = 100

function restart({ everyPage = false }: { everyPage?: boolean } = {}): void {
  void parent.tell({ kind: 'restarting', everyPage })
  setTimeout(leave, farewellPauseMs)
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  // Exits only after the message is on its way: the channel is asynchronous.
  void parent.tell({ kind: 'failed', message }).then(() => process.exit(1))
}

/** A port from the desktop host; a page that was too early asks again when its port closes. */
function connectPort(door: PageDoor, port: HostPort | undefined): void {
  if (!port) return
  if (!running || leaving) {
    port.close()
    return
  }
  switch (door) {
    case 'contract':
      running.workstation.connectPage(portSocket(port))
      break
    case 'recorder':
      running.workstation.connectRecorder(portConnection(port))
      break
    case 'rehearsal':
      running.workstation.connectRehearsal(portConnection(port))
      break
    default:
      door satisfies never
  }
  port.start()
}

/** The socket stays until the very end: as long as it answers, the next workstation must not touch the files. */
function leave(): void {
  if (leaving) return
  leaving = true
  const close = async (): Promise<void> => {
    // First: a connection that still reads would keep the log of the database beside it.
    await pagesRunner.close()
    await running?.workstation.close()
    running?.server.close()
  }
  close().then(
    () => process.exit(0),
    error => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      process.exit(1)
    },
  )
}
