import { rehearsalSignal } from '../../../../shared/equipment/rehearsal-facts.ts'
import type { MakeRoom } from '../../../recorder/capture/capture.ts'
import { startSignalPicture } from '../../../recorder/capture/signal-picture.ts'

export interface SignalRoomOptions {
  /** Where the signal is heard as the citizen would be; empty = the system's choice. */
  readonly speakerId: string
}

/** So loud the citizen's side is in the file; what is played aloud is the check's tone. */
const recordedGain = 0.4
const playedGain = 0.1

/**
 * In place of the Telemost tab: a moving picture that flashes white once a second while a click sounds. Everything
 * behind it, from the frame pump to the disk, is that of a reception.
 */
export function makeSignalRoom({ speakerId }: SignalRoomOptions): MakeRoom {
  return ({ pump, graph, onChanged }) => {
    let stop: (() => void) | null = null
    return {
      async choose() {
        const signal = await startSignal({ speakerId })
        stop = signal.stop
        pump.setSource(signal.video)
        graph.setCitizen(signal.audio)
        onChanged()
        return { kind: 'chosen' }
      },
      picture: () => (stop === null ? 'absent' : 'live'),
      sound: () => (stop === null ? 'absent' : 'live'),
      pictureLabel: () => 'rehearsal',
      release() {
        stop?.()
        stop = null
        graph.setCitizen(null)
        pump.forgetSource()
        onChanged()
      },
    }
  }
}

async function startSignal({ speakerId }: SignalRoomOptions) {
  const { everyMs, clickMs, frequencyHz, firstAtMs } = rehearsalSignal
  const context = new AudioContext({ sinkId: speakerId } as AudioContextOptions)
  await context.resume()
  const destination = context.createMediaStreamDestination()
  const oscillator = new OscillatorNode(context, { frequency: frequencyHz })
  const gate = new GainNode(context, { gain: 0 })
  oscillator.connect(gate)
  gate.connect(new GainNode(context, { gain: recordedGain })).connect(destination)
  gate.connect(new GainNode(context, { gain: playedGain })).connect(context.destination)
  oscillator.start()

  const startedAt = context.currentTime
  for (let index = 0; index < 120; index += 1) {
    const at = startedAt + (firstAtMs + index * everyMs) / 1000
    gate.gain.setValueAtTime(1, at)
    gate.gain.setValueAtTime(0, at + clickMs / 1000)
  }

  const picture = startSignalPicture((await originOf(context)) + startedAt * 1000 + firstAtMs)
  const [audio] = destination.stream.getAudioTracks()
  if (audio === undefined) throw new Error('The signal has no sound')
  return {
    video: picture.track,
    audio,
    stop() {
      picture.stop()
      audio.stop()
      void context.close()
    },
  }
}

const watchedMs = 200

/**
 * When the context's clock stood at zero, as `performance.timeOrigin + performance.now()` counts it. That clock goes by
 * whole buffers of the sound card, tens of milliseconds each, and is right only at the moment of a step: one look would make
 * every flash of a rehearsal late by the same chance share of a buffer.
 */
async function originOf(context: AudioContext): Promise<number> {
  let originMs = Number.POSITIVE_INFINITY
  const untilMs = performance.now() + watchedMs
  while (performance.now() < untilMs) {
    originMs = Math.min(originMs, performance.timeOrigin + performance.now() - context.currentTime * 1000)
    await new Promise(resolve => setTimeout(resolve))
  }
  return originMs
}
