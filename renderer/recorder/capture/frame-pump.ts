import { recorderSettings } from '../../../shared/recording/settings.ts'
import { type PumpCommand, type PumpCounters, type PumpDead, type PumpTick, tickMs } from './pump-messages.ts'

/** The page's side of the worker every picture passes through. */
export interface FramePump {
  /** One track, whatever source is behind it; another one after `onRenewed`. */
  track(): MediaStreamTrack
  /** Since the page was opened. */
  counters(): PumpCounters
  /** Whether the present source has given a picture yet. */
  hasPicture(): boolean
  /** Whether a source was put behind the track so lately that its first picture may still come. */
  isFirstPictureAwaited(): boolean
  /** Puts another source behind the track. */
  setSource(track: MediaStreamTrack): void
  /** A part begins or has ended: pictures of one size and at the full pace, or a look now and then. */
  setEncoding(isEncoding: boolean): void
  /** At most so many pictures a second of a part from now on. */
  setPace(framesPerSecond: number): void
  /** The source ended or was muted. */
  sourceGone(): void
  /** The source is somebody's no more: its last picture is shown to nobody. */
  forgetSource(): void
  close(): void
}

/** A processor that gave nothing for this long is made anew; some never wake up (seen in Chromium 156). */
const kickAfterTicks = Math.ceil(300 / tickMs)
const mostKicks = 10
/** A capture that gave nothing for this long is told as one without a picture. */
const firstPictureWithinMs = 3_000

export interface FramePumpDeps {
  /** Called about every `tickMs` by the worker, whose timers also run while the page is minimised. */
  readonly onTick: () => void
  readonly onBroken: (detail: string) => void
  /** Nothing could be written to the track any more: there is another one now, and the source is behind it. */
  readonly onRenewed: (detail: string) => void
}

/** A worker and the track it writes to: they begin and end together. */
interface Chain {
  readonly worker: Worker
  readonly track: MediaStreamTrack
}

const noPictures: PumpCounters = { fresh: 0, repeated: 0, placeholder: 0, dropped: 0 }

export function makeFramePump({ onTick, onBroken, onRenewed }: FramePumpDeps): FramePump {
  let earlier = noPictures
  let counters = noPictures
  let source: MediaStreamTrack | null = null
  let clone: MediaStreamTrack | null = null
  /** Whether the worker reads the source, as far as is known here; a look ends by itself. */
  let isReading = false
  let lookedAtMs = 0
  /** Ticks on their way still count the pictures of the source before. */
  let sourceNumber = 0
  let hasPicture = false
  let sourceSetAtMs = Number.NEGATIVE_INFINITY
  let silentTicks = 0
  let kicks = 0
  let pace: number | null = null
  let isEncoding = false
  let chain = startChain()

  function startChain(): Chain {
    const worker = new Worker(new URL('../worker/frame-pump.worker.ts', import.meta.url), { type: 'module' })
    const generator = new MediaStreamTrackGenerator({ kind: 'video' })
    const { writable } = generator
    worker.postMessage({ kind: 'output', writable } satisfies Command, [writable])
    worker.onmessage = ({ data }: MessageEvent<PumpTick | PumpDead>): void => {
      // Said before it was ended.
      if (chain.worker !== worker) return
      if (data.kind === 'dead') {
        renew(data.detail)
        return
      }
      counters = sumOf(earlier, data.counters)
      if (data.sourceNumber === sourceNumber) {
        isReading = data.isReading
        noteFrames(data.framesOfSource)
        goOnReading()
      }
      if (generator.readyState === 'ended') renew('the picture track ended')
      onTick()
    }
    worker.onerror = event => onBroken(event.message)
    return { worker, track: generator }
  }

  function endChain(): void {
    chain.worker.terminate()
    chain.track.stop()
  }

  function renew(detail: string): void {
    endChain()
    earlier = counters
    chain = startChain()
    if (pace !== null) command({ kind: 'pace', framesPerSecond: pace })
    command({ kind: 'encoding', isEncoding })
    // A track gives its pictures to one processor at a time: the one before may not have let go yet.
    if (source?.readyState === 'live') feedClone(source)
    onRenewed(detail)
  }

  function command(message: Command, transfer: Transferable[] = []): void {
    chain.worker.postMessage(message, transfer)
  }

  function feed(track: MediaStreamTrack): void {
    const { readable } = new MediaStreamTrackProcessor({ track })
    sourceNumber += 1
    isReading = true
    lookedAtMs = performance.now()
    command({ kind: 'source', readable, sourceNumber }, [readable])
    silentTicks = 0
  }

  function feedClone(track: MediaStreamTrack): void {
    clone?.stop()
    clone = track.clone()
    feed(clone)
  }

  function noteFrames(framesOfSource: number): void {
    if (framesOfSource > 0) {
      hasPicture = true
      kicks = 0
    } else kickIfSilent()
  }

  /** The next look, or all pictures while a part is encoded. */
  function goOnReading(): void {
    if (isReading || source?.readyState !== 'live') return
    if (isEncoding || performance.now() - lookedAtMs >= recorderSettings.armedLookMs) feed(clone ?? source)
  }

  function kickIfSilent(): void {
    if (source?.readyState !== 'live' || kicks >= mostKicks) return
    silentTicks += 1
    if (silentTicks < kickAfterTicks) return
    kicks += 1
    feedClone(source)
  }

  return {
    track: () => chain.track,
    counters: () => counters,
    hasPicture: () => hasPicture,
    isFirstPictureAwaited: () =>
      source?.readyState === 'live' && !hasPicture && performance.now() - sourceSetAtMs < firstPictureWithinMs,
    setSource(track) {
      clone?.stop()
      clone = null
      source = track
      hasPicture = false
      sourceSetAtMs = performance.now()
      kicks = 0
      feed(track)
    },
    setEncoding(next) {
      if (next === isEncoding) return
      isEncoding = next
      command({ kind: 'encoding', isEncoding })
      goOnReading()
    },
    setPace(framesPerSecond) {
      pace = framesPerSecond
      command({ kind: 'pace', framesPerSecond })
    },
    sourceGone: () => command({ kind: 'sourceGone' }),
    forgetSource() {
      clone?.stop()
      clone = null
      source = null
      hasPicture = false
      command({ kind: 'forget' })
    },
    close() {
      clone?.stop()
      endChain()
    },
  }
}

type Command = PumpCommand<ReadableStream, WritableStream>

const sumOf = (one: PumpCounters, other: PumpCounters): PumpCounters => ({
  fresh: one.fresh + other.fresh,
  repeated: one.repeated + other.repeated,
  placeholder: one.placeholder + other.placeholder,
  dropped: one.dropped + other.dropped,
})
