import { open } from 'node:fs/promises'
import path from 'node:path'
import { type FoundRange, makeRangeFinder } from '../../../shared/media/range-finder.ts'
import { type CheckedRange, partFileName } from '../../../shared/recording/part-log.ts'
import { checkRange } from './check-range.ts'
import { chainOfChecks, isMissing, readChecks } from './recording-files.ts'

/** Calls `run` every `periodMs` until the answer is called. */
export interface VerifierTimer {
  every(periodMs: number, run: () => void): () => void
}

export interface LiveVerifierOptions {
  readonly ffmpegPath: string
  readonly directory: string
  readonly partNumber: number
  /** Each range that was decoded, sound or not (`decodeErrors`); the sink appends it to part-NNN.checks. */
  readonly onRange: (range: CheckedRange) => void
  /** The check itself failed (no ffmpeg, no memory) and is tried again; says nothing about the recording. */
  readonly onTrouble: (trouble: string) => void
  readonly blackLuma: number
  readonly everyMs?: number
  readonly timer?: VerifierTimer
}

export interface LiveVerifier {
  /**
   * New bytes are on disk; cheap, called after each chunk. Until the first range is proven it looks at once (the red
   * dot waits for it), afterwards the timer does.
   */
  poke(): void
  /** Ends the timer and waits for a check under way. The tail is left to the seal, which checks it beside the join. */
  finish(): Promise<void>
}

const defaultPeriodMs = 10_000
/** A backlog (after a restart) is worked off in pieces no longer than this, so that memory stays small. */
const longestRangeMs = 30_000
const readBytes = 256 * 1024

const systemTimer: VerifierTimer = {
  every(periodMs, run) {
    const handle = setInterval(run, periodMs)
    return () => clearInterval(handle)
  },
}

/**
 * Decodes from disk what the recorder wrote, range by range, while it records; one check at a time. Takes up where
 * part-NNN.checks ends, so that a restarted workstation does not decode everything again.
 */
export function makeLiveVerifier(options: LiveVerifierOptions): LiveVerifier {
  const { ffmpegPath, directory, partNumber, onRange, onTrouble, blackLuma } = options
  const file = path.join(directory, partFileName(partNumber))
  const finder = makeRangeFinder({ longestMs: longestRangeMs })
  let position = 0
  let takenUp = false
  let waiting: FoundRange | null = null
  let running: Promise<void> | null = null
  let fresh = false
  let anyProven = false
  let ended = false

  /** Feeds the finder what is new on disk; stops early once the header is known and a place to go on is. */
  async function readNew(resume: CheckedRange | undefined): Promise<void> {
    const handle = await open(file, 'r')
    try {
      const buffer = Buffer.alloc(readBytes)
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, position)
        if (bytesRead === 0) return
        finder.push(buffer.subarray(0, bytesRead))
        position += bytesRead
        if (resume !== undefined && finder.summary().headerLength !== null) return
      }
    } finally {
      await handle.close()
    }
  }

  async function takeUp(): Promise<void> {
    const checks = await readChecks(directory, partNumber)
    if (checks.length > 0) {
      await readNew(checks[0])
      const { headerLength } = finder.summary()
      if (headerLength === null) return
      const last = chainOfChecks(checks, headerLength).at(-1)
      if (last !== undefined) {
        finder.resumeAt(last.toByte, last.toMs)
        position = last.toByte
        anyProven = true
      }
    }
    takenUp = true
  }

  async function checkClosed(): Promise<void> {
    if (!takenUp) await takeUp()
    await readNew(undefined)
    for (;;) {
      waiting ??= finder.nextClosed()
      const { headerLength } = finder.summary()
      if (waiting === null || headerLength === null || ended) return
      const check = await checkRange({ ffmpegPath, file, headerLength, range: waiting, blackLuma, lowPriority: true })
      if (check.kind === 'notChecked') {
        onTrouble(check.ending.kind === 'notStarted' ? check.ending.detail : check.ending.kind)
        return
      }
      waiting = null
      anyProven = true
      onRange(check.range)
    }
  }

  async function run(): Promise<void> {
    try {
      fresh = false
      await checkClosed()
    } catch (error) {
      // Before the first chunk there is no file yet: nothing to check, nothing wrong.
      if (!isMissing(error)) onTrouble(error instanceof Error ? error.message : 'unknown')
    } finally {
      running = null
    }
  }

  const look = () => {
    if (!ended && running === null && (fresh || waiting !== null || !takenUp)) running = run()
  }
  const stopTimer = (options.timer ?? systemTimer).every(options.everyMs ?? defaultPeriodMs, look)

  return {
    poke() {
      fresh = true
      if (!anyProven) look()
    },
    async finish() {
      ended = true
      stopTimer()
      await running
    },
  }
}
