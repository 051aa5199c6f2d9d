import type { SignalCommand } from './signal-messages.ts'

/** The picture of a rehearsal: it goes on moving and flashing while its page is minimised. */
export interface SignalPicture {
  readonly track: MediaStreamTrack
  stop(): void
}

/** `firstFlashAtMs`: as `performance.timeOrigin + performance.now()` counts it. */
export function startSignalPicture(firstFlashAtMs: number): SignalPicture {
  const worker = new Worker(new URL('../worker/rehearsal-signal.worker.ts', import.meta.url), { type: 'module' })
  const track = new MediaStreamTrackGenerator({ kind: 'video' })
  const command: SignalCommand<WritableStream> = { writable: track.writable, firstFlashAtMs }
  worker.postMessage(command, [track.writable])
  return {
    track,
    stop() {
      worker.terminate()
      track.stop()
    },
  }
}
