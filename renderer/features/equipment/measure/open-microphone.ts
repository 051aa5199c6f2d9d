import type { DeviceChoice } from '../../../../shared/equipment/device-choice.ts'
import type { PageMeasurements } from '../../../../shared/equipment/measurements.ts'
import { makeSoundMeter, type SoundMeter } from '../../../../shared/equipment/sound-facts.ts'
import { nameOf, problemOf, problemOfTrack } from './device-problem.ts'
import { readTrack } from './read-track.ts'

type Measured = NonNullable<PageMeasurements['microphone']>

/** A microphone as it is, without anything the browser would mend. */
export type OpenMicrophone =
  | { readonly kind: 'open'; readonly track: MediaStreamTrack; close(): void }
  | { readonly kind: 'refused'; readonly measured: Measured }

/** Opens it; never rejects. */
export async function openMicrophone(choice: DeviceChoice): Promise<OpenMicrophone> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        ...(choice.deviceId === '' ? {} : { deviceId: { exact: choice.deviceId } }),
        ...{ echoCancellation: false, noiseSuppression: false, autoGainControl: false },
        channelCount: { ideal: 2 },
      },
    })
    const [track] = stream.getAudioTracks()
    if (track !== undefined) return { kind: 'open', track, close: () => track.stop() }
    return { kind: 'refused', measured: { device: null, problem: 'failed', facts: null } }
  } catch (error) {
    const device = choice.label === '' ? null : { label: choice.label, groupId: choice.groupId }
    return { kind: 'refused', measured: { device, problem: problemOf(error), facts: null } }
  }
}

interface ListenOptions {
  readonly track: MediaStreamTrack
  /** At least so long, and on until a voice and a pause in it were heard, but never longer than the most. */
  readonly leastMs: number
  readonly mostMs: number
  readonly signal: AbortSignal
  readonly onLevel: (levelDb: number) => void
}

/** So quiet it is only between words. */
const pauseDb = -50

/** Listens to what the person says into it. */
export async function listenToVoice(options: ListenOptions): Promise<Measured> {
  const { track, leastMs, mostMs, signal, onLevel } = options
  const device = nameOf(track)
  let meter: SoundMeter | null = null
  let heardMs = 0
  await readTrack<AudioData>({
    ...{ track, signal, durationMs: mostMs },
    onPiece(piece) {
      meter ??= makeSoundMeter(piece.sampleRate)
      meter.add(channelsOf(piece))
      onLevel(meter.levelDb())
      heardMs += (piece.numberOfFrames / piece.sampleRate) * 1000
      if (heardMs < leastMs) return false
      const { voiceDb, noiseDb } = meter.facts()
      return voiceDb !== null && noiseDb < pauseDb
    },
  })
  const facts = (meter as SoundMeter | null)?.facts() ?? null
  if (facts === null) return { device, problem: problemOfTrack(track), facts: null }
  // A muted track of Chromium gives zeros: that is told by its own name.
  return { device, problem: track.readyState === 'ended' ? 'ended' : track.muted ? 'muted' : null, facts }
}

/** Values of one piece of sound, an array per channel. */
export function channelsOf(piece: AudioData): Float32Array[] {
  return Array.from({ length: piece.numberOfChannels }, (_, planeIndex) => {
    const values = new Float32Array(piece.numberOfFrames)
    piece.copyTo(values, { planeIndex, format: 'f32-planar' })
    return values
  })
}
