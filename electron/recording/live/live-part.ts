import type pino from 'pino'
import type { ChunkFrame } from '../../../shared/recording/chunk-frame.ts'
import type { ToRecorder } from '../../../shared/recording/recorder-link.ts'
import { recorderSettings } from '../../../shared/recording/settings.ts'
import type { GapCause } from '../../../shared/recording/slip.ts'
import type { Clock } from '../../clock.ts'
import { errorText } from './durable-files.ts'
import type { LiveRecording } from './live-recording.ts'
import { type MakeVerifier, makePartChecks } from './part-checks.ts'
import type { Acceptance, PartSink } from './part-sink.ts'
import { makeSavedPlace } from './saved-place.ts'

/** One part while a page feeds it: answers its chunks, follows holes, and has it verified. */
export interface LivePart {
  readonly partNumber: number
  take(chunk: ChunkFrame): void
  /** The page has made `chunkCount` chunks by now, some of them still to come. */
  made(chunkCount: number): void
  started(startedAtMs: number, mimeType: string): void
  /** The page made `chunkCount` chunks and no more. */
  stopped(stoppedAtMs: number, chunkCount: number): void
  /** Resolves with the wall clock of the start once it is written down. */
  readonly whenStarted: Promise<number>
  /** Resolves once the page has stopped and each of its chunks is on the disk. */
  readonly whenComplete: Promise<void>
  facts(): PartFacts
  nextSequence(): number
  byteLength(): number
  /** Resolves when everything taken so far has been answered. */
  whenIdle(): Promise<void>
  /** Asks again for a hole that did not fill. */
  tick(): void
  /** Ends the part, as broken where a cause is given or chunks are missing; never rejects, what failed is in the log. */
  end(cause: GapCause | null): Promise<void>
  /** Closes the files, the part can be taken up again. */
  release(): Promise<void>
}

/** Monotonic milliseconds, except those named wall. */
export interface PartFacts {
  readonly startedAtWallMs: number | null
  /** Place in the recording up to which it is on the disk, not the moment of writing. */
  readonly savedUntilWallMs: number | null
  readonly provenUntilWallMs: number | null
  readonly lastBytesAtMs: number
  readonly holeSinceMs: number | null
  readonly corruptRepeatAtMs: number | null
  readonly decodeErrorsSinceMs: number | null
}

export interface LivePartDeps {
  readonly directory: string
  readonly recordingId: string
  readonly partNumber: number
  readonly sink: PartSink
  readonly makeVerifier: MakeVerifier
  readonly send: (message: ToRecorder) => void
  readonly onWriteError: (error: unknown) => void
  readonly onFacts: () => void
  readonly clock: Clock
  readonly log: Pick<pino.Logger, 'info' | 'warn' | 'error'>
  /** What is known of a part taken up again. */
  readonly before?: { readonly startedAtMs: number | null; readonly savedUntilMs: number }
}

const askAgainAfterMs = 1_000
/** Has `sink` fed by the page; `before` = what is known of a part taken up again. */
export type OpenLivePart = (
  recording: LiveRecording,
  partNumber: number,
  sink: PartSink,
  before?: LivePartDeps['before'],
) => Promise<LivePart>

/** Rejects where the file of checked ranges cannot be read. */
export async function makeLivePart(deps: LivePartDeps): Promise<LivePart> {
  const { recordingId, partNumber, sink, clock, log } = deps
  const address = { recordingId, partNumber }
  const checks = await makePartChecks(deps)
  const start = Promise.withResolvers<number>()
  const completion = Promise.withResolvers<void>()
  let startedAtMs = deps.before?.startedAtMs ?? null
  let startSeen = startedAtMs !== null
  if (startedAtMs !== null) start.resolve(startedAtMs)
  let stop: { stoppedAtMs: number; chunkCount: number } | null = null
  const saved = makeSavedPlace({
    chunkMs: recorderSettings.chunkMs,
    startedAtMs: () => startedAtMs,
    untilMs: deps.before?.savedUntilMs ?? null,
  })
  let lastBytesAtMs = clock.monotonicMs()
  /** The highest number known to exist while an earlier one is missing. */
  let hole: { sinceMs: number; top: number } | null = null
  let asked: { sequence: number; atMs: number } | null = null
  let corruptRepeatAtMs: number | null = null
  let pending: Promise<unknown> = Promise.resolve()

  function askFor(sequence: number, top: number): void {
    hole = { sinceMs: hole?.sinceMs ?? clock.monotonicMs(), top: Math.max(hole?.top ?? 0, top) }
    const nowMs = clock.monotonicMs()
    // Every chunk behind a hole would ask again; once per hole is enough, the tick repeats it.
    if (asked?.sequence === sequence && nowMs - asked.atMs < askAgainAfterMs) return
    asked = { sequence, atMs: nowMs }
    log.warn({ ...address, missing: sequence, seen: top }, 'chunk missing, asked again')
    deps.send({ kind: 'resend', ...address, fromSequence: sequence })
  }

  function checkComplete(): void {
    if (!stop) return
    if (sink.nextSequence() >= stop.chunkCount) completion.resolve()
    else askFor(sink.nextSequence(), stop.chunkCount - 1)
  }

  function answer(acceptance: Acceptance, chunk: ChunkFrame['sequence']): void {
    switch (acceptance.kind) {
      case 'acknowledged':
        if (acceptance.fresh) {
          saved.saved(acceptance.sequence, clock.nowMs())
          lastBytesAtMs = clock.monotonicMs()
          if (hole && sink.nextSequence() > hole.top) hole = null
          checks.grown()
        }
        deps.send({ kind: 'acknowledge', ...address, sequence: acceptance.sequence })
        if (acceptance.fresh) checkComplete()
        break
      case 'resend':
        askFor(acceptance.fromSequence, chunk)
        break
      case 'corruptRepeat':
        corruptRepeatAtMs = clock.monotonicMs()
        log.error({ ...address, sequence: acceptance.sequence }, 'chunk number repeated with other bytes')
        break
      case 'failed':
        log.error({ ...address, error: errorText(acceptance.error) }, 'chunk not written')
        deps.onWriteError(acceptance.error)
        break
      case 'closed':
        break
      default:
        acceptance satisfies never
    }
    deps.onFacts()
  }

  /** Remembers work so that `whenIdle` can wait for it. Work must not reject. */
  function follow(work: Promise<void>): void {
    // The results are dropped: a chain that kept them would grow with every chunk.
    pending = Promise.all([pending, work]).then(() => undefined)
  }

  return {
    partNumber,
    whenStarted: start.promise,
    whenComplete: completion.promise,
    take(chunk) {
      saved.made(chunk.sequence, clock.nowMs())
      follow(sink.accept(chunk).then(acceptance => answer(acceptance, chunk.sequence)))
    },
    made(chunkCount) {
      saved.made(chunkCount - 1, clock.nowMs())
    },
    started(atMs, mimeType) {
      // The page says it again after each new link.
      if (startSeen) return
      startSeen = true
      lastBytesAtMs = clock.monotonicMs()
      follow(
        sink.started(atMs, mimeType).then(() => {
          startedAtMs = atMs
          start.resolve(atMs)
          deps.onFacts()
        }, deps.onWriteError),
      )
    },
    stopped(stoppedAtMs, chunkCount) {
      stop = { stoppedAtMs, chunkCount }
      follow(pending.then(checkComplete))
    },
    facts() {
      const provenToMs = checks.provenToMs()
      return {
        startedAtWallMs: startedAtMs,
        savedUntilWallMs: saved.untilMs(),
        provenUntilWallMs: startedAtMs !== null && provenToMs !== null ? startedAtMs + provenToMs : null,
        lastBytesAtMs,
        holeSinceMs: hole?.sinceMs ?? null,
        corruptRepeatAtMs,
        decodeErrorsSinceMs: checks.decodeErrorsSinceMs(),
      }
    },
    nextSequence: sink.nextSequence,
    byteLength: sink.byteLength,
    async whenIdle() {
      await pending
    },
    tick() {
      if (hole && asked) askFor(sink.nextSequence(), hole.top)
    },
    async end(cause) {
      try {
        await pending
        const isComplete = stop !== null && sink.nextSequence() >= stop.chunkCount
        await (cause === null && stop && isComplete
          ? sink.stopped(stop.stoppedAtMs)
          : sink.broken(cause ?? 'recorderLost'))
      } catch (error) {
        log.error({ ...address, error: errorText(error) }, 'end of the part not written')
      }
      await checks.end()
    },
    async release() {
      await pending
      await sink.release()
      // Its last words are not waited for: the process is about to end.
      void checks.end()
    },
  }
}
