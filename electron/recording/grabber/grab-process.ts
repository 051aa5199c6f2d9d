import { type ChildProcess, spawn } from 'node:child_process'
import { makeLineReader } from '../../../shared/media/ffmpeg-lines.ts'
import { muteCommand, quitCommand } from '../../../shared/media/grabber-arguments.ts'
import { readGrabberLine } from '../../../shared/media/grabber-lines.ts'

/** What a running grabber has told so far. */
export interface GrabFacts {
  readonly citizenDb: number
  readonly specialistDb: number
  readonly frames: number
  readonly repeated: number
  readonly dropped: number
  /** Monotonic milliseconds of the last level and the last new picture; null before the first. */
  readonly levelAtMs: number | null
  readonly pictureAtMs: number | null
}

/** One running ffmpeg. */
export interface GrabProcess {
  readonly pid: number | null
  facts(): GrabFacts
  setMuted(muted: boolean): void
  /** Asks it to end in order; by force after a while. Resolves when it is gone and all its bytes were handed over. */
  stop(): Promise<void>
  /** At once, for what is only metered. */
  kill(): void
}

export interface GrabProcessOptions {
  readonly ffmpegPath: string
  readonly arguments: readonly string[]
  readonly monotonicMs: () => number
  readonly onBytes?: (bytes: Buffer) => void
  /** It ended without being asked; `tail` is the end of what it complained. */
  readonly onDied: (tail: string) => void
}

const silenceDb = -120
const tailLines = 12
/** Order takes ffmpeg a moment; what does not leave by then never will. */
const farewellMs = 2_500

export function startGrabProcess(options: GrabProcessOptions): GrabProcess {
  const { monotonicMs, onBytes, onDied } = options
  const child: ChildProcess = spawn(options.ffmpegPath, options.arguments, {
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })
  const tail: string[] = []
  let stopping = false
  let facts: GrabFacts = {
    ...{ citizenDb: silenceDb, specialistDb: silenceDb },
    ...{ frames: 0, repeated: 0, dropped: 0, levelAtMs: null, pictureAtMs: null },
  }

  const lines = makeLineReader(text => {
    const line = readGrabberLine(text)
    switch (line.kind) {
      case 'level':
        facts = {
          ...facts,
          ...(line.channel === 'citizen' ? { citizenDb: line.levelDb } : { specialistDb: line.levelDb }),
          levelAtMs: monotonicMs(),
        }
        break
      case 'frames':
        facts = {
          ...facts,
          frames: line.frames,
          pictureAtMs: line.frames > facts.frames ? monotonicMs() : facts.pictureAtMs,
        }
        break
      case 'repeated':
        facts = { ...facts, repeated: line.frames }
        break
      case 'dropped':
        facts = { ...facts, dropped: line.frames }
        break
      case 'other':
        if (text.trim() !== '' && !/^(lavfi\.|[a-z_]+=|frame:)/.test(text)) tail.push(text)
        if (tail.length > tailLines) tail.shift()
        break
      default:
        line satisfies never
    }
  })
  child.stderr?.on('data', (bytes: Buffer) => lines.push(bytes))
  child.stdout?.on('data', (bytes: Buffer) => onBytes?.(bytes))
  // A pipe to a process that is gone; its end is told by `close`.
  child.stdin?.on('error', () => undefined)
  const gone = new Promise<void>(resolve => {
    child.once('error', error => {
      tail.push(error.message)
      if (child.pid === undefined) resolve()
      if (child.pid === undefined && !stopping) onDied(tail.join('\n'))
    })
    child.once('close', () => {
      resolve()
      if (!stopping) onDied(tail.join('\n'))
    })
  })

  return {
    pid: child.pid ?? null,
    facts: () => facts,
    setMuted: muted => child.stdin?.write(muteCommand(muted)),
    async stop() {
      stopping = true
      child.stdin?.write(quitCommand)
      const force = setTimeout(() => child.kill('SIGKILL'), farewellMs)
      await gone
      clearTimeout(force)
    },
    kill() {
      stopping = true
      child.kill('SIGKILL')
    },
  }
}
