import type { CheckKind } from '../../../../shared/contract/equipment.ts'
import type { PageMeasurements } from '../../../../shared/equipment/measurements.ts'
import type { ChosenDevices } from '../../../devices/chosen-devices.ts'
import type { CheckProgress, CheckStep, StepState } from './check-steps.ts'
import { measureCamera } from './measure-camera.ts'
import { measurePeer } from './measure-peer.ts'
import { type AskServer, measureServer } from './measure-server.ts'
import { measureSpeaker } from './measure-speaker.ts'
import { listenToVoice, openMicrophone } from './open-microphone.ts'
import { pause } from './read-track.ts'

export interface MeasurePageOptions {
  readonly kind: CheckKind
  readonly chosen: ChosenDevices
  readonly signal: AbortSignal
  readonly onProgress: (change: Partial<CheckProgress>) => void
  readonly onStep: (step: CheckStep, state: StepState) => void
  /** Resolves with what the person answers to «Слышите тон?». */
  readonly heardTone: Promise<boolean>
  /** null = no server of the department is set up. */
  readonly askServer: AskServer | null
}

/** The whole quick check stays within ten seconds: these are its parts. */
const cameraMs = 3_000
const voiceLeastMs = 2_500
const voiceMostMs = 4_000
const silentVoiceMs = 2_000
const answerMs = 2_500

/** Measures the devices of this page one after the other; never rejects, a device that fails is its own result. */
export async function measurePage(options: MeasurePageOptions): Promise<PageMeasurements> {
  const { kind, chosen, signal, onProgress, onStep } = options
  const isSilent = kind === 'silent'
  onStep('microphone', 'running')
  if (!isSilent) onStep('camera', 'running')
  const microphone = await openMicrophone(chosen.microphone)
  const [camera, voice] = await Promise.all([
    // By itself the check never lights the lamp of a camera: that it is there is enough.
    isSilent
      ? null
      : measureCamera({
          ...{ choice: chosen.camera, durationMs: cameraMs, signal },
          onStream: stream => onProgress({ stream }),
        }),
    microphone.kind === 'refused'
      ? microphone.measured
      : listenToVoice({
          ...{ track: microphone.track, signal },
          leastMs: isSilent ? silentVoiceMs : voiceLeastMs,
          mostMs: isSilent ? silentVoiceMs : voiceMostMs,
          onLevel: levelDb => onProgress({ levelDb }),
        }),
  ])
  onProgress({ levelDb: null })
  onStep('camera', 'done')
  onStep('microphone', 'done')
  const speaker = isSilent ? null : await measureOutput(options, microphone)
  if (microphone.kind === 'open') microphone.close()
  const peer = kind === 'full' ? await inStep(options, 'peer', () => measurePeer(signal)) : null
  const { askServer } = options
  const server = askServer === null ? null : await inStep(options, 'server', () => measureServer(askServer, signal))
  return { camera, microphone: voice, speaker, peer, server, browser: navigator.userAgent.slice(0, 300) }
}

async function measureOutput(options: MeasurePageOptions, microphone: Awaited<ReturnType<typeof openMicrophone>>) {
  const { chosen, signal, onProgress, heardTone } = options
  return inStep(options, 'speaker', async () => {
    onProgress({ asksTone: true })
    const track = microphone.kind === 'open' ? microphone.track : null
    const measured = await measureSpeaker({ choice: chosen.speaker, microphone: track, signal })
    if (measured.facts === null) {
      onProgress({ asksTone: false })
      return measured
    }
    const confirmed = await Promise.race([heardTone, pause(answerMs, signal)])
    onProgress({ asksTone: false })
    return { ...measured, facts: { ...measured.facts, confirmed } }
  })
}

async function inStep<T>({ onStep }: MeasurePageOptions, step: CheckStep, work: () => Promise<T>): Promise<T> {
  onStep(step, 'running')
  try {
    return await work()
  } finally {
    onStep(step, 'done')
  }
}
