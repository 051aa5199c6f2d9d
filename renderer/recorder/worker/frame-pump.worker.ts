import { recorderSettings } from '../../../shared/recording/settings.ts'
import { type PumpCommand, type PumpTick, tickMs } from '../capture/pump-messages.ts'
import { makePictureBoard } from './picture-board.ts'
import { makePreview } from './preview.ts'

/**
 * Every picture of the recording passes here: source → board (letterboxed, fixed size) → generator. It lives in a
 * worker because a minimised page's timers run at 1 Hz and its animation frames not at all.
 */
const { framesPerSecond, stillRepeatMs, noPictureAfterMs } = recorderSettings
const checkMs = tickMs / 2
/** A source of 25 fps jitters by some ms; only what is clearly faster is thinned out. */
const shortestIntervalAt = (pace: number): number => (1000 / pace) * 0.8
let shortestIntervalMs = shortestIntervalAt(framesPerSecond)

const board = makePictureBoard()
const preview = makePreview(board)
const counters = { fresh: 0, repeated: 0, placeholder: 0, dropped: 0 }

let writer: WritableStreamDefaultWriter<VideoFrame> | null = null
let isWriting = false
let reader: ReadableStreamDefaultReader<VideoFrame> | null = null
let framesOfSource = 0
let lastEmittedAtMs = Number.NEGATIVE_INFINITY
/** Since when there is no source; null while there is one. Before the first one there is nothing to repeat. */
let goneSinceMs: number | null = Number.NEGATIVE_INFINITY
let checks = 0

/** A new frame object each time: a copy of an old one keeps its capture time and nothing would be written. */
async function emit(nowMs: number): Promise<void> {
  lastEmittedAtMs = nowMs
  if (writer === null) return
  if (isWriting) {
    counters.dropped += 1
    return
  }
  isWriting = true
  const frame = new VideoFrame(board.canvas, { timestamp: Math.round(performance.now() * 1000) })
  try {
    await writer.write(frame)
  } catch {
    // The generator was closed together with the page's sources.
    writer = null
  } finally {
    frame.close()
    isWriting = false
  }
}

function take(frame: VideoFrame): void {
  const nowMs = performance.now()
  framesOfSource += 1
  goneSinceMs = null
  if (nowMs - lastEmittedAtMs >= shortestIntervalMs) {
    board.draw(frame)
    counters.fresh += 1
    void emit(nowMs)
  }
  // At once: the capturer has few buffers and stops when they are kept.
  frame.close()
}

async function follow(readable: ReadableStream<VideoFrame>): Promise<void> {
  void reader?.cancel().catch(() => undefined)
  const own = readable.getReader()
  reader = own
  framesOfSource = 0
  try {
    for (;;) {
      const { value, done } = await own.read()
      if (done) break
      if (reader === own) take(value)
      else value.close()
    }
  } catch {
    // A cancelled reader: another source took over.
  }
  if (reader === own) markGone()
}

function markGone(): void {
  goneSinceMs ??= performance.now()
}

function check(): void {
  const nowMs = performance.now()
  if (nowMs - lastEmittedAtMs >= stillRepeatMs) {
    if (goneSinceMs !== null && nowMs - goneSinceMs >= noPictureAfterMs) {
      board.drawPlaceholder()
      counters.placeholder += 1
    } else {
      counters.repeated += 1
    }
    void emit(nowMs)
  }
  preview.tick(nowMs, goneSinceMs === null)
  checks += 1
  if ((checks * checkMs) % tickMs === 0) {
    postMessage({ kind: 'tick', counters: { ...counters }, framesOfSource } satisfies PumpTick)
  }
}

self.onmessage = ({
  data,
}: MessageEvent<PumpCommand<ReadableStream<VideoFrame>, WritableStream<VideoFrame>>>): void => {
  switch (data.kind) {
    case 'output':
      writer = data.writable.getWriter()
      break
    case 'source':
      void follow(data.readable)
      break
    case 'pace':
      shortestIntervalMs = shortestIntervalAt(data.framesPerSecond)
      break
    case 'sourceGone':
      markGone()
      break
    default:
      data satisfies never
  }
}

setInterval(check, checkMs)
