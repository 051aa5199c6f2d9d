import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'

/** How a tool ended. `tail` is the end of its stderr. */
export type Ending =
  | { readonly kind: 'done'; readonly tail: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly exit: number | null; readonly tail: string }
  /** It never ran: no such program, no right to start it. */
  | { readonly kind: 'notStarted'; readonly detail: string }

export interface RunToolOptions {
  readonly program: string
  readonly arguments: readonly string[]
  readonly workingDirectory?: string
  /** Given to stdin piece by piece, then stdin is closed; without it stdin is empty. */
  readonly input?: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
  readonly onOutput?: (bytes: Buffer) => void
  readonly onErrorOutput?: (bytes: Buffer) => void
  readonly signal?: AbortSignal
  /** Below everything a person waits for; `slightly`: below it, and yet done soon beside other programs. */
  readonly lowPriority?: boolean | 'slightly'
}

const tailCharacters = 8_192
const stopGraceMs = 2_000

/**
 * Runs one tool to its end. Aborting ends it for sure (a first request, then by force) and answers `stopped`; never
 * throws for what the tool does. A callback that throws stops the tool and rejects.
 */
export function runTool(options: RunToolOptions): Promise<Ending> {
  const { signal } = options
  if (signal?.aborted) return Promise.resolve({ kind: 'stopped' })
  return new Promise((resolve, reject) => {
    const child = spawn(options.program, options.arguments, {
      stdio: [options.input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(options.workingDirectory === undefined ? {} : { cwd: options.workingDirectory }),
    })
    let tail = ''
    let force: NodeJS.Timeout | undefined
    let thrown: { error: unknown } | null = null

    const stop = () => {
      child.kill('SIGTERM')
      force ??= setTimeout(() => child.kill('SIGKILL'), stopGraceMs)
    }
    const guarded = (hand: ((bytes: Buffer) => void) | undefined) => (bytes: Buffer) => {
      try {
        if (thrown === null) hand?.(bytes)
      } catch (error) {
        thrown = { error }
        stop()
      }
    }
    const settle = (ending: Ending) => {
      clearTimeout(force)
      signal?.removeEventListener('abort', stop)
      if (thrown) reject(thrown.error)
      else resolve(signal?.aborted ? { kind: 'stopped' } : ending)
    }

    signal?.addEventListener('abort', stop)
    child.once('error', error => {
      // A failed kill is told here as well; only a process that never started has no id.
      if (child.pid === undefined) settle({ kind: 'notStarted', detail: error.message })
    })
    child.once('close', exit => settle(exit === 0 ? { kind: 'done', tail } : { kind: 'failed', exit, tail }))
    child.stdout?.on('data', guarded(options.onOutput))
    child.stderr?.on('data', (bytes: Buffer) => {
      tail = (tail + bytes.toString()).slice(-tailCharacters)
      guarded(options.onErrorOutput)(bytes)
    })
    if (options.lowPriority && child.pid !== undefined) lowerPriority(child.pid, options.lowPriority)
    if (options.input && child.stdin) {
      feed(child.stdin, options.input).catch((error: unknown) => {
        thrown ??= { error }
        stop()
      })
    }
  })
}

/** Writes the pieces at the pace the tool takes them; a tool that ends early is its own ending, not an error here. */
async function feed(
  stdin: NodeJS.WritableStream,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  let closed = false
  let wake = () => {}
  stdin.on('error', () => {
    closed = true
    wake()
  })
  stdin.on('close', () => {
    closed = true
    wake()
  })
  stdin.on('drain', () => wake())
  for await (const piece of pieces) {
    if (closed) return
    if (stdin.write(piece)) continue
    await new Promise<void>(resume => {
      wake = resume
    })
  }
  if (!closed) stdin.end()
}

function lowerPriority(pid: number, how: true | 'slightly'): void {
  const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority
  try {
    setPriority(pid, how === 'slightly' ? PRIORITY_BELOW_NORMAL : PRIORITY_LOW)
  } catch {
    // It may have ended already, or the system forbids it: then it runs as it is.
  }
}
