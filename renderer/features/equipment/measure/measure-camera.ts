import type { DeviceChoice } from '../../../../shared/equipment/device-choice.ts'
import type { PageMeasurements } from '../../../../shared/equipment/measurements.ts'
import { makePictureMeter } from '../../../../shared/equipment/picture-facts.ts'
import { recorderSettings } from '../../../../shared/recording/settings.ts'
import { callFramesPerSecond } from './call-rate.ts'
import { nameOf, problemOf, problemOfTrack } from './device-problem.ts'
import { readTrack } from './read-track.ts'

interface CameraOptions {
  readonly choice: DeviceChoice
  readonly durationMs: number
  readonly signal: AbortSignal
  /** The picture while it is measured; null when it is over. */
  readonly onStream: (stream: MediaStream | null) => void
}

/** The first pictures are still being exposed. */
const warmUpMs = 500
const sample = { widthPixels: 48, heightPixels: 27 } as const

/** Opens the camera, looks at its pictures and closes it; never rejects. */
export async function measureCamera(options: CameraOptions): Promise<NonNullable<PageMeasurements['camera']>> {
  const { choice, durationMs, signal, onStream } = options
  const { widthPixels, heightPixels } = recorderSettings
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: {
        ...(choice.deviceId === '' ? {} : { deviceId: { exact: choice.deviceId } }),
        width: { ideal: widthPixels },
        height: { ideal: heightPixels },
        frameRate: { ideal: Math.ceil(callFramesPerSecond * 1.2) },
      },
    })
  } catch (error) {
    return { device: choice.label === '' ? null : choice, problem: problemOf(error), facts: null }
  }
  try {
    onStream(stream)
    const [track] = stream.getVideoTracks()
    if (track === undefined) return { device: null, problem: 'failed', facts: null }
    const device = nameOf(track)
    const meter = makePictureMeter()
    const grey = makeGreySampler()
    let beganMs: number | null = null
    await readTrack<VideoFrame>({
      ...{ track, durationMs, signal },
      onPiece(frame) {
        const atMs = frame.timestamp / 1000
        beganMs ??= atMs
        if (atMs - beganMs < warmUpMs) return undefined
        meter.add({ atMs, widthPixels: frame.displayWidth, heightPixels: frame.displayHeight, grey: grey(frame) })
        return undefined
      },
    })
    const facts = meter.facts()
    if (facts.frames === 0) return { device, problem: problemOfTrack(track), facts: null }
    return { device, problem: track.readyState === 'ended' ? 'ended' : null, facts }
  } finally {
    onStream(null)
    for (const track of stream.getTracks()) track.stop()
  }
}

/** The whole picture made small (for black) and its middle unscaled: scaling would smooth the sensor's noise away. */
function makeGreySampler(): (frame: VideoFrame) => Uint8Array {
  const { widthPixels, heightPixels } = sample
  const canvas = new OffscreenCanvas(widthPixels, heightPixels * 2)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('No canvas')
  return frame => {
    context.drawImage(frame, 0, 0, widthPixels, heightPixels)
    const left = (frame.displayWidth - widthPixels) / 2
    const top = (frame.displayHeight - heightPixels) / 2
    context.drawImage(
      frame,
      ...([left, top, widthPixels, heightPixels] as const),
      ...([0, heightPixels, widthPixels, heightPixels] as const),
    )
    const { data } = context.getImageData(0, 0, widthPixels, heightPixels * 2)
    const values = new Uint8Array(data.length / 4)
    for (let index = 0; index < values.length; index += 1) {
      const [red = 0, green = 0, blue = 0] = data.subarray(index * 4, index * 4 + 3)
      values[index] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
    }
    return values
  }
}
