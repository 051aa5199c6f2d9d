import type { DeviceChoice } from '../../../../shared/equipment/device-choice.ts'
import type { PageMeasurements } from '../../../../shared/equipment/measurements.ts'
import { checkTone, hearTone } from '../../../../shared/equipment/tone.ts'
import { channelsOf } from './open-microphone.ts'
import { pause, readTrack } from './read-track.ts'

type Measured = NonNullable<PageMeasurements['speaker']>

interface SpeakerOptions {
  readonly choice: DeviceChoice
  /** Listens whether the tone comes back; null = there is none. */
  readonly microphone: MediaStreamTrack | null
  readonly signal: AbortSignal
}

/** Plays the tone to the chosen output while the microphone listens; never rejects. `confirmed` is asked apart. */
export async function measureSpeaker({ choice, microphone, signal }: SpeakerOptions): Promise<Measured> {
  const outputs = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'audiooutput')
  const known = outputs.find(({ deviceId }) => deviceId === (choice.deviceId === '' ? 'default' : choice.deviceId))
  const label = (known ?? outputs[0])?.label ?? choice.label
  const device = label === '' ? null : { label: label.slice(0, 200), groupId: (known?.groupId ?? '').slice(0, 200) }
  if (outputs.length === 0) return { device: null, problem: 'absent', facts: null }
  const { quietBeforeMs, durationMs, frequencyHz } = checkTone
  const listening = microphone === null ? null : listen(microphone, quietBeforeMs + durationMs, signal)
  await pause(quietBeforeMs, signal)
  if (signal.aborted) return { device, problem: 'failed', facts: null }
  const quiet = listening?.samplesSoFar() ?? 0
  const isPlayed = await playTone(choice, signal)
  const heard = await listening?.heard
  if (!isPlayed) return { device, problem: choice.deviceId === '' ? 'failed' : 'absent', facts: null }
  const tone = heard
    ? hearTone(heard.samples, {
        ...{ frequencyHz, sampleRateHz: heard.sampleRateHz },
        quietMs: (quiet / heard.sampleRateHz) * 1000,
      })
    : null
  return {
    ...{ device, problem: null },
    facts: { heardDb: tone?.heardDb ?? null, latencyMs: tone?.latencyMs ?? null, confirmed: null },
  }
}

/** False where the output could not be opened. */
export async function playTone({ deviceId }: DeviceChoice, signal: AbortSignal): Promise<boolean> {
  const { frequencyHz, gain, durationMs } = checkTone
  const context = new AudioContext({ sinkId: deviceId } as AudioContextOptions)
  try {
    // Also refused where the output was pulled out meanwhile.
    await Promise.race([context.resume(), pause(durationMs, signal)])
    if (context.state !== 'running') return false
    const oscillator = new OscillatorNode(context, { frequency: frequencyHz })
    const loudness = new GainNode(context, { gain: 0 })
    oscillator.connect(loudness).connect(context.destination)
    loudness.gain.setTargetAtTime(gain, context.currentTime, 0.01)
    loudness.gain.setTargetAtTime(0, context.currentTime + durationMs / 1000 - 0.05, 0.01)
    oscillator.start()
    await pause(durationMs, signal)
    return true
  } catch {
    return false
  } finally {
    await context.close().catch(() => undefined)
  }
}

interface Heard {
  readonly samples: Float32Array
  readonly sampleRateHz: number
}

function listen(track: MediaStreamTrack, durationMs: number, signal: AbortSignal) {
  const pieces: Float32Array[] = []
  let sampleRateHz = 48_000
  let length = 0
  const heard = readTrack<AudioData>({
    ...{ track, durationMs, signal },
    onPiece(piece) {
      const [first] = channelsOf(piece)
      sampleRateHz = piece.sampleRate
      if (first) pieces.push(first)
      length += first?.length ?? 0
      return undefined
    },
  }).then((): Heard => {
    const samples = new Float32Array(length)
    let at = 0
    for (const piece of pieces) {
      samples.set(piece, at)
      at += piece.length
    }
    return { samples, sampleRateHz }
  })
  return { heard, samplesSoFar: () => length }
}
