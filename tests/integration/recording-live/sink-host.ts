/** A workstation with nothing but its recorder, to be killed: `node sink-host.ts <root> <session json> start|adopt`. */
import { WebSocketServer } from 'ws'
import { systemClock } from '../../../electron/clock.ts'
import { freeBytes } from '../../../electron/disk/free-bytes.ts'
import { makeRecorder } from '../../../electron/recording/live/recorder.ts'
import { socketConnection } from '../../../electron/recording/live/socket-connection.ts'
import { RecordingSession } from '../../../shared/recording/part-log.ts'

const [root = '', sessionText = '', mode] = process.argv.slice(2)
const session = RecordingSession.parse(JSON.parse(sessionText))
const tell = (message: unknown) => process.send?.(message)

const recorder = makeRecorder({
  rootDirectory: root,
  clock: systemClock,
  everySecond: tick => {
    const timer = setInterval(tick, 50)
    return () => clearInterval(timer)
  },
  freeBytes,
  sessionBytes: () => 1_000_000,
  makeVerifier: () => ({ poke: () => undefined, finish: () => Promise.resolve() }),
  isRoomGiven: true,
  onLost: lost => tell({ kind: 'lost', lost }),
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  waits: { adoptMs: Number(process.env.ADOPT_MS ?? 5_000) },
})
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
server.on('connection', socket => recorder.connect(socketConnection(socket)))
server.on('listening', () => {
  const address = server.address()
  tell({ kind: 'listening', port: typeof address === 'object' ? address?.port : null })
})
process.on('message', async message => {
  if (message === 'start') tell({ kind: 'started', reply: await recorder.start(session) })
  if (message === 'stop') tell({ kind: 'stopped', ...(await recorder.stop(session.recordingId)) })
  if (message === 'close') {
    await recorder.close()
    process.exit(0)
  }
})
if (mode === 'start') {
  const stop = recorder.onChange(view => {
    if (!view.armed) return
    stop()
    tell({ kind: 'armed' })
  })
}
if (mode === 'adopt') tell({ kind: 'adopted', adoption: await recorder.adopt(session) })
