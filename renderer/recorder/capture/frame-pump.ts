import { type PumpCommand, type PumpCounters, type PumpTick, tickMs } from './pump-messages.ts'

/** The page's side of the worker every picture passes through. */
export interface FramePump {
  /** One track for the whole session, whatever source is behind it. */
  readonly track: MediaStreamTrack
  counters(): PumpCounters
  /** Puts another source behind the track. */
  setSource(track: MediaStreamTrack): void
  /** At most so many pictures a second from now on. */
  setPace(framesPerSecond: number): void
  /** The source ended or was muted. */
  sourceGone(): void
  close(): void
}

/** A processor that gave nothing for this long is made anew; some never wake up (seen in Chromium 156). */
const kickAfterTicks = Math.ceil(300 / tickMs)
const mostKicks = 10

export interface FramePumpDeps {
  /** Called about every `tickMs` by the worker, whose timers also run while the page is minimised. */
  readonly onTick: () => void
  readonly onBroken: (detail: string) => void
}

export function makeFramePump({ onTick, onBroken }: FramePumpDeps): FramePump {
  const worker = new Worker(new URL('../worker/frame-pump.worker.ts', import.meta.url), { type: 'module' })
  const generator = new MediaStreamTrackGenerator({ kind: 'video' })
  const command = (message: PumpCommand<ReadableStream, WritableStream>, transfer: Transferable[] = []): void =>
    worker.postMessage(message, transfer)
  command({ kind: 'output', writable: generator.writable }, [generator.writable])

  let counters: PumpCounters = { fresh: 0, repeated: 0, placeholder: 0, dropped: 0 }
  let source: MediaStreamTrack | null = null
  let clone: MediaStreamTrack | null = null
  let silentTicks = 0
  let kicks = 0

  function feed(track: MediaStreamTrack): void {
    const { readable } = new MediaStreamTrackProcessor({ track })
    command({ kind: 'source', readable }, [readable])
    silentTicks = 0
  }

  function kickIfSilent(framesOfSource: number): void {
    if (source?.readyState !== 'live' || framesOfSource > 0 || kicks >= mostKicks) return
    silentTicks += 1
    if (silentTicks < kickAfterTicks) return
    kicks += 1
    clone?.stop()
    clone = source.clone()
    feed(clone)
  }

  worker.onmessage = ({ data }: MessageEvent<PumpTick>): void => {
    counters = data.counters
    kickIfSilent(data.framesOfSource)
    onTick()
  }
  worker.onerror = event => onBroken(event.message)

  return {
    track: generator,
    counters: () => counters,
    setSource(track) {
      clone?.stop()
      clone = null
      source = track
      kicks = 0
      feed(track)
    },
    setPace: framesPerSecond => command({ kind: 'pace', framesPerSecond }),
    sourceGone: () => command({ kind: 'sourceGone' }),
    close() {
      clone?.stop()
      worker.terminate()
      generator.stop()
    },
  }
}
