import { recorderSettings } from '../../../shared/recording/settings.ts'

/** One MediaRecorder, one part. */
export interface PartEncoder {
  /** Ends the part; `onStopped` follows the last chunk. */
  stop(): void
}

export interface PartEncoderDeps {
  readonly stream: MediaStream
  readonly onStarted: (startedAtMs: number, mimeType: string) => void
  /** `atMs`: when the chunk came out of the encoder. */
  readonly onChunk: (chunk: Blob, atMs: number) => void
  /** `failure` is null when it was asked to stop. */
  readonly onStopped: (stoppedAtMs: number, failure: string | null) => void
}

/** Starts encoding. @throws where the browser can encode none of the wished formats, or refuses the stream. */
export function startPartEncoder({ stream, onStarted, onChunk, onStopped }: PartEncoderDeps): PartEncoder {
  const { mimeTypes, videoBitsPerSecond, audioBitsPerSecond, keyFrameIntervalMs, chunkMs } = recorderSettings
  const mimeType = mimeTypes.find(type => MediaRecorder.isTypeSupported(type))
  if (mimeType === undefined) throw new Error('No supported recording format')
  const recorder = new MediaRecorder(stream, {
    mimeType,
    videoBitsPerSecond,
    audioBitsPerSecond,
    videoKeyFrameIntervalDuration: keyFrameIntervalMs,
  })
  let stopAskedAtMs: number | null = null
  let failure: string | null = null

  // The event comes late on a busy machine; the media begins with the first picture after the call.
  const startedAtMs = Date.now()
  recorder.onstart = () => onStarted(startedAtMs, recorder.mimeType)
  recorder.ondataavailable = ({ data }) => {
    if (data.size > 0) onChunk(data, Date.now())
  }
  recorder.onerror = event => {
    failure = 'error' in event && event.error instanceof Error ? event.error.name : 'encoder error'
  }
  // Fires after the last chunk, also when the browser gave up by itself.
  recorder.onstop = () => onStopped(stopAskedAtMs ?? Date.now(), stopAskedAtMs === null ? (failure ?? 'ended') : null)
  recorder.start(chunkMs)

  return {
    stop() {
      if (recorder.state === 'inactive') return
      stopAskedAtMs = Date.now()
      recorder.stop()
    },
  }
}
