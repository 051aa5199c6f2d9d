import { recorderSettings } from '../../../shared/recording/settings.ts'
import { type PumpCommand, type PumpCounters, type PumpDead, type PumpTick, tickMs } from '../capture/pump-messages.ts'
import { type FrameOutput, makeFrameOutput } from './frame-output.ts'
import { makePictureBoard } from './picture-board.ts'
import { makePictureMark } from './picture-mark.ts'
import { makePreview } from './preview.ts'

/**
 * Every picture of the recording passes here: source → generator as it came, or by way of the board where it is of
 * another size or none came. It lives in a worker because a minimised page's timers run at 1 Hz and its animation frames
 * not at all.
 */
const { framesPerSecond, stillRepeatMs, noPictureAfterMs } = recorderSettings
const checkMs = tickMs / 2
/** A source of the right pace jitters by some ms; only what is clearly faster is thinned out. */
const shortestIntervalAt = (pace: number): number => (1000 / pace) * 0.8
let encodedIntervalMs = shortestIntervalAt(framesPerSecond)
let isEncoding = false

const board = makePictureBoard()
const mark = makePictureMark()
const preview = makePreview(shownBoard)
const counters = { fresh: 0, repeated: 0, placeholder: 0, dropped: 0 }

let output: FrameOutput<VideoFrame> | null = null
let reader: ReadableStreamDefaultReader<VideoFrame> | null = null
let framesOfSource = 0
let sourceNumber = 0
let lastEmittedAtMs = Number.NEGATIVE_INFINITY
/** Since when there is no source; null while there is one. Before the first one there is nothing to repeat. */
let goneSinceMs: number | null = Number.NEGATIVE_INFINITY
/** The last picture of the source, kept until the board has to show it: one buffer of the capturer's few. */
let last: VideoFrame | null = null
let checks = 0

/** Gives out one picture; counted as what it is once it was written, as dropped otherwise. */
async function emit(
  kind: Exclude<keyof PumpCounters, 'dropped'>,
  nowMs: number,
  picture: () => CanvasImageSource,
): Promise<void> {
  lastEmittedAtMs = nowMs
  if (output === null) return
  const isWritten = await output.give(
    // Said again of a canvas that has no alpha: Chromium encodes its pictures twice otherwise, once for nothing.
    () => new VideoFrame(picture(), { timestamp: Math.round(performance.now() * 1000), alpha: 'discard' }),
  )
  counters[isWritten ? kind : 'dropped'] += 1
}

/**
 * The board with what was seen last. A repeated picture is made of it: a copy of an old frame keeps its capture time and
 * nothing would be written.
 */
function shownBoard(): OffscreenCanvas {
  const picture = last
  last = null
  try {
    if (picture !== null) board.draw(picture)
  } finally {
    picture?.close()
  }
  return board.canvas
}

function forgetLast(): void {
  last?.close()
  last = null
}

function take(frame: VideoFrame): void {
  const nowMs = performance.now()
  framesOfSource += 1
  goneSinceMs = null
  // The first one is always taken: a part that begins now has the size of its source.
  if (framesOfSource > 1 && nowMs - lastEmittedAtMs < encodedIntervalMs) {
    frame.close()
    return
  }
  forgetLast()
  last = frame
  if (!isEncoding) board.fit(frame)
  const isNews = isEncoding || mark.isNew(frame)
  void emit(isNews ? 'fresh' : 'repeated', nowMs, board.isOfSize(frame) ? () => frame : shownBoard)
}

/** Reads a source to its end while a part is encoded. Otherwise one picture is a look: the capturer rests until the next. */
async function follow(readable: ReadableStream<VideoFrame>, number: number): Promise<void> {
  void reader?.cancel().catch(() => undefined)
  const own = readable.getReader()
  reader = own
  framesOfSource = 0
  sourceNumber = number
  let isLooked = false
  try {
    while (!isLooked) {
      const { value, done } = await own.read()
      if (done) break
      if (reader === own) take(value)
      else value.close()
      isLooked = !isEncoding
    }
  } catch {
    // A cancelled reader: another source took over.
  }
  if (reader !== own) return
  reader = null
  if (isLooked) void own.cancel().catch(() => undefined)
  else markGone()
}

function markGone(): void {
  goneSinceMs ??= performance.now()
}

function check(): void {
  const nowMs = performance.now()
  if (nowMs - lastEmittedAtMs >= stillRepeatMs) {
    const isGone = goneSinceMs !== null && nowMs - goneSinceMs >= noPictureAfterMs
    if (isGone) showNobody()
    void emit(isGone ? 'placeholder' : 'repeated', nowMs, shownBoard)
  }
  const trouble = output?.check() ?? null
  if (trouble !== null) {
    output = null
    postMessage({ kind: 'dead', detail: trouble } satisfies PumpDead)
  }
  preview.tick(nowMs, goneSinceMs === null)
  checks += 1
  if ((checks * checkMs) % tickMs === 0) {
    postMessage({
      kind: 'tick',
      counters: { ...counters },
      framesOfSource,
      sourceNumber,
      isReading: reader !== null,
    } satisfies PumpTick)
  }
}

function showNobody(): void {
  forgetLast()
  mark.forget()
  board.drawPlaceholder()
}

self.onmessage = ({
  data,
}: MessageEvent<PumpCommand<ReadableStream<VideoFrame>, WritableStream<VideoFrame>>>): void => {
  switch (data.kind) {
    case 'output':
      output = makeFrameOutput<VideoFrame>(data.writable.getWriter())
      break
    case 'source':
      void follow(data.readable, data.sourceNumber)
      break
    case 'pace':
      encodedIntervalMs = shortestIntervalAt(data.framesPerSecond)
      break
    case 'encoding':
      isEncoding = data.isEncoding
      break
    case 'sourceGone':
      markGone()
      break
    case 'forget':
      void reader?.cancel().catch(() => undefined)
      reader = null
      goneSinceMs = Number.NEGATIVE_INFINITY
      showNobody()
      break
    default:
      data satisfies never
  }
}

setInterval(check, checkMs)
