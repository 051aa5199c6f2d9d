import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket, WebSocketServer } from 'ws'
import { systemClock } from '../../../electron/clock.ts'
import { freeBytes } from '../../../electron/disk/free-bytes.ts'
import { readJsonLines } from '../../../electron/recording/live/append-log.ts'
import {
  type LostRecording,
  makeRecorder,
  type Recorder,
  type RecorderDeps,
} from '../../../electron/recording/live/recorder.ts'
import { recordingDirectory } from '../../../electron/recording/live/recording-folder.ts'
import { socketConnection } from '../../../electron/recording/live/socket-connection.ts'
import type { RecorderView } from '../../../shared/contract/workplace.ts'
import {
  PartLogLine,
  partFileName,
  partLogName,
  type RecordingSession,
  SessionLogLine,
  sessionLogName,
} from '../../../shared/recording/part-log.ts'
import { armedStatus, makePageStandIn, type PageStandIn } from './page-stand-in.ts'

export const newSession = (): RecordingSession => ({
  recordingId: randomUUID(),
  receptionId: randomUUID(),
  bodyId: randomUUID(),
  workplaceId: randomUUID(),
  startedAt: '2026-11-20T09:02:11.000+07:00',
  retainUntil: '2028-11-20',
  program: 'test',
  regulation: 'kuzbass-121@1',
})

/** The recorder's second is shorter here: only the rhythm of the looks changes, every duration stays real. */
const tickMs = 50
export const fastTicks = (tick: () => void) => {
  const timer = setInterval(tick, tickMs)
  return () => clearInterval(timer)
}

export const quietVerifier: RecorderDeps['makeVerifier'] = () => ({
  poke: () => undefined,
  finish: () => Promise.resolve(),
})
export const quietLog = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A page over a real WebSocket. */
export interface SocketPage extends PageStandIn {
  /** Cuts the wire without a word, as a crash does. */
  cut(): Promise<void>
  /** Connects again with what it holds. */
  back(port?: number): Promise<void>
  /** Stands still with its wire open, as a page whose process is suspended: reads nothing, says nothing. */
  hang(): void
  /** Reads what has come in the meantime. */
  wake(): void
  /** Resolves once the present wire is closed, by whichever side. */
  whenClosed(): Promise<void>
  /** Changes or drops what goes over the wire from now on; null = lost. */
  onWire: (frame: Uint8Array) => readonly Uint8Array[]
}

export async function connectPage(port: number, page = makePageStandIn()): Promise<SocketPage> {
  let socket: WebSocket
  let port0 = port
  const socketPage: SocketPage = Object.assign(Object.create(page) as PageStandIn, {
    onWire: (frame: Uint8Array): readonly Uint8Array[] => [frame],
    cut: () =>
      new Promise<void>(resolve => {
        socket.once('close', () => resolve())
        socket.terminate()
      }),
    hang: () => socket.pause(),
    wake: () => socket.resume(),
    whenClosed: () => new Promise<void>(resolve => socket.once('close', () => resolve())),
    back: async (newPort = port0) => {
      port0 = newPort
      socket = new WebSocket(`ws://127.0.0.1:${newPort}`)
      const own = socket
      own.on('message', data => page.onText(String(data)))
      own.on('error', () => undefined)
      own.on('close', () => page.closed())
      await new Promise<void>((resolve, reject) => {
        own.once('open', () => resolve())
        own.once('error', reject)
      })
      page.open({
        text: text => own.send(text),
        binary: bytes => {
          for (const frame of socketPage.onWire(bytes)) own.send(frame)
        },
      })
    },
  })
  await socketPage.back()
  return socketPage
}

export interface Bench {
  readonly root: string
  readonly port: number
  readonly recorder: Recorder
  readonly lost: readonly LostRecording[]
  /** Resolves once the view is so. */
  until(isSo: (view: RecorderView) => boolean): Promise<RecorderView>
  untilLost(): Promise<LostRecording>
  /** A page that has reported live sources. */
  armedPage(standIn?: PageStandIn): Promise<SocketPage>
  close(): Promise<void>
}

export async function makeBench(changes: Partial<RecorderDeps> = {}): Promise<Bench> {
  const root = changes.rootDirectory ?? (await mkdtemp(join(tmpdir(), 'recorder-')))
  const lost: LostRecording[] = []
  const waitingForLoss: ((one: LostRecording) => void)[] = []
  const recorder = makeRecorder({
    rootDirectory: root,
    clock: systemClock,
    everySecond: fastTicks,
    freeBytes,
    sessionBytes: () => 1_000_000,
    makeVerifier: quietVerifier,
    onLost(one) {
      lost.push(one)
      for (const resolve of waitingForLoss.splice(0)) resolve(one)
    },
    isRoomGiven: true,
    log: quietLog,
    ...changes,
  })
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
  server.on('connection', socket => recorder.connect(socketConnection(socket)))
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo

  const until = (isSo: (view: RecorderView) => boolean): Promise<RecorderView> =>
    new Promise(resolve => {
      const now = recorder.view()
      if (isSo(now)) return resolve(now)
      const stop = recorder.onChange(view => {
        if (!isSo(view)) return
        stop()
        resolve(view)
      })
    })

  return {
    root,
    port,
    recorder,
    lost,
    until,
    untilLost: () => {
      const [one] = lost
      return one ? Promise.resolve(one) : new Promise(resolve => waitingForLoss.push(resolve))
    },
    async armedPage(standIn) {
      const page = await connectPage(port, standIn)
      await page.next('welcome', 0)
      page.say(armedStatus())
      await until(view => view.armed)
      return page
    },
    async close() {
      await recorder.close()
      for (const client of server.clients) client.terminate()
      await new Promise(resolve => server.close(resolve))
      if (!changes.rootDirectory) await rm(root, { recursive: true })
    },
  }
}

export const readPart = (root: string, session: RecordingSession, partNumber: number): Promise<Buffer> =>
  readFile(join(recordingDirectory(root, session), partFileName(partNumber)))
export const readPartLog = async (root: string, session: RecordingSession, partNumber: number) =>
  (await readJsonLines(join(recordingDirectory(root, session), partLogName(partNumber)), PartLogLine)).lines
export const readSessionLog = async (root: string, session: RecordingSession) =>
  (await readJsonLines(join(recordingDirectory(root, session), sessionLogName), SessionLogLine)).lines
