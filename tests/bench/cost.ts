/**
 * What recording costs: `node tests/bench/cost.ts [rounds] [seconds]`. In each round the same lively room is shown in a
 * window of its own, then recorded beside it by Jibri's recipe, by the second engine and by the recorder page; printed is
 * the processor time of all processes above that of the shown room, the screen's and the sound server's included.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { buildGrabberArguments } from '../../shared/media/grabber-arguments.ts'
import { openGrabbedDesktop } from '../fixtures/grabbed-desktop.ts'
import { processorsTaken } from '../fixtures/processor-time.ts'
import { openReceptionBench, type ReceptionBench } from '../fixtures/reception-bench.ts'
import { roomTitle } from '../fixtures/telemost-room.ts'
import { median } from './median.ts'

const run = promisify(execFile)
const rounds = Number(process.argv[2] ?? 3)
const measuredMs = Number(process.argv[3] ?? 10) * 1000
const settlingMs = 3_000
const room = { left: 0, top: 0, width: 1280, height: 800 }

const desktop = await openGrabbedDesktop()
desktop.closeWindow()
Object.assign(process.env, desktop.environment)

const settle = () => new Promise(resolve => setTimeout(resolve, settlingMs))

async function taken(): Promise<number> {
  await settle()
  return processorsTaken(measuredMs)
}

async function beside(args: readonly string[]): Promise<number> {
  const ffmpeg = spawn('ffmpeg', args, { stdio: ['pipe', 'ignore', 'ignore'], env: process.env })
  try {
    const processors = await taken()
    if (ffmpeg.exitCode !== null) throw new Error(`ffmpeg ended with ${ffmpeg.exitCode}: ${args.join(' ')}`)
    return processors
  } finally {
    await end(ffmpeg)
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** As `jibri` calls ffmpeg: 30 pictures a second of the display, x264 veryfast, CRF 25, AAC. */
const jibri = [
  ...['-y', '-v', 'error', '-nostdin', '-f', 'x11grab', '-draw_mouse', '0', '-r', '30', '-s', '1280x720'],
  ...['-thread_queue_size', '4096', '-i', `${desktop.display}.0+0,80`],
  ...['-f', 'pulse', '-thread_queue_size', '4096', '-i', desktop.speakerMonitor],
  ...['-acodec', 'aac', '-strict', '-2', '-ar', '44100', '-b:a', '128k', '-af', 'aresample=async=1'],
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-maxrate', '2976k', '-bufsize', '5952k'],
  ...['-pix_fmt', 'yuv420p', '-crf', '25', '-g', '60', '-tune', 'zerolatency', '-f', 'mp4', '/dev/null'],
]

async function roomWindowId(): Promise<number> {
  const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--name', roomTitle.replaceAll(/[()]/g, '.')])
  return Number(stdout.trim().split('\n')[0])
}

async function place(bench: ReceptionBench, page: 'room' | 'recorder', bounds: typeof room): Promise<void> {
  const session = await bench.context().newCDPSession(page === 'room' ? bench.roomPage() : bench.recorderPage())
  const { windowId } = await session.send('Browser.getWindowForTarget')
  await session.send('Browser.setWindowBounds', { windowId, bounds })
  await session.detach()
}

const figures = { room: [] as number[], jibri: [] as number[], grabber: [] as number[] }
const ours = { armed: [] as number[], recording: [] as number[] }

async function measureRound(): Promise<void> {
  const bench = await openReceptionBench({ room: { mode: 'lively', sound: 'speech' }, inWindows: true })
  try {
    await bench.act({ kind: 'roomOpened' })
    await bench.openRoom()
    await place(bench, 'room', room)
    figures.room.push(await taken())
    figures.jibri.push(await beside(jibri))
    const { display, speakerMonitor, microphone } = desktop
    figures.grabber.push(
      await beside(
        buildGrabberArguments(
          {
            picture: { kind: 'x11Window', display, windowId: await roomWindowId() },
            citizen: { kind: 'pulse', device: speakerMonitor },
            microphone: { kind: 'pulse', device: microphone },
          },
          { muted: false },
        ),
      ),
    )
    await bench.arm()
    await place(bench, 'recorder', { ...room, top: 790 })
    ours.armed.push(await taken())
    await bench.act({ kind: 'citizenConnected' })
    ours.recording.push(await taken())
  } finally {
    await bench.close()
  }
}

try {
  for (let round = 0; round < rounds; round += 1) await measureRound()
} finally {
  await desktop.close()
}

/** Above the room of the same round. */
const above = (values: readonly number[]): number =>
  median(values.map((value, round) => value - (figures.room[round] ?? Number.NaN)))

const peer = above(figures.jibri)
console.log('| | processors above the shown room | of Jibri |\n|---|---|---|')
for (const [name, values] of [
  ["Jibri's recipe (x11grab, x264 veryfast, AAC)", figures.jibri],
  ['second engine', figures.grabber],
  ['recorder armed', ours.armed],
  ['recorder recording', ours.recording],
] as const) {
  console.log(`| ${name} | ${above(values).toFixed(2)} | ${(above(values) / peer).toFixed(2)}× |`)
}
console.log(
  `The shown room itself: ${median(figures.room).toFixed(2)}. Rounds: ${JSON.stringify({ ...figures, ...ours })}`,
)
