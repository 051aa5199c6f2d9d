import { recorderSettings } from '../../../shared/recording/settings.ts'
import meterUrl from '../worklet/level-meter.worklet.ts?worker&url'
import { makeLevelCollector } from './levels.ts'
import { type MeterReport, meterProcessorName } from './meter-messages.ts'

export interface Levels {
  readonly citizenDb: number
  readonly specialistDb: number
  /** The tab before the graph: the witness against «слышно, но не записывается». */
  readonly citizenSourceDb: number
}

/**
 * The one destination that stays for the whole session: citizen left, specialist right. Devices are swapped behind it,
 * because a MediaRecorder stops for good when its track changes.
 */
export interface AudioGraph {
  readonly track: MediaStreamTrack
  /** Swaps the tab's sound; null = none. */
  setCitizen(track: MediaStreamTrack | null): void
  /** Swaps the microphone; null = none. */
  setSpecialist(track: MediaStreamTrack | null): void
  setMicrophoneMuted(isMuted: boolean): void
  isMicrophoneMuted(): boolean
  /** Levels since the last report was taken. */
  takeReport(): Levels
  /** Levels since the meters were last drawn. */
  takeMeters(): Levels
  isRunning(): boolean
  /** Asks a suspended or interrupted context to go on; cheap to call often. */
  keepRunning(nowMs: number): void
  close(): Promise<void>
}

const resumeEveryMs = 1000
/** Short enough not to be heard, long enough not to click. */
const muteRampSeconds = 0.02

export async function makeAudioGraph(): Promise<AudioGraph> {
  const context = new AudioContext({ sampleRate: recorderSettings.audioSampleRateHz, latencyHint: 'interactive' })
  await context.audioWorklet.addModule(meterUrl)

  const destination = context.createMediaStreamDestination()
  // Explicit, or a mono moment of the graph would turn the file mono.
  destination.channelCount = 2
  destination.channelCountMode = 'explicit'
  const merger = context.createChannelMerger(2)
  merger.connect(destination)
  const citizen = context.createGain()
  const specialist = context.createGain()
  citizen.connect(merger, 0, 0)
  specialist.connect(merger, 0, 1)

  const clock = context.createConstantSource()
  clock.offset.value = 0
  clock.connect(citizen)
  clock.connect(specialist)
  clock.start()

  const report = { mixed: makeLevelCollector(2), source: makeLevelCollector(1) }
  const meters = { mixed: makeLevelCollector(2), source: makeLevelCollector(1) }
  const mixedMeter = makeMeter(context, 2, message => {
    report.mixed.add(message)
    meters.mixed.add(message)
  })
  const sourceMeter = makeMeter(context, 1, message => {
    report.source.add(message)
    meters.source.add(message)
  })
  merger.connect(mixedMeter)
  // A node is only computed when its (silent) output leads somewhere.
  mixedMeter.connect(destination)
  sourceMeter.connect(destination)

  const inputs: Record<'citizen' | 'specialist', MediaStreamAudioSourceNode | null> = {
    citizen: null,
    specialist: null,
  }
  function swap(side: 'citizen' | 'specialist', track: MediaStreamTrack | null, outputs: readonly AudioNode[]): void {
    inputs[side]?.disconnect()
    inputs[side] = track === null ? null : context.createMediaStreamSource(new MediaStream([track]))
    for (const output of outputs) inputs[side]?.connect(output)
  }

  let isMuted = false
  let resumedAtMs = Number.NEGATIVE_INFINITY
  const taken = (collectors: typeof report): Levels => {
    const [citizenDb, specialistDb] = collectors.mixed.take() as [number, number]
    const [citizenSourceDb] = collectors.source.take() as [number]
    return { citizenDb, specialistDb, citizenSourceDb }
  }

  const [track] = destination.stream.getAudioTracks()
  if (track === undefined) throw new Error('The audio destination has no track')
  return {
    track,
    setCitizen: next => swap('citizen', next, [citizen, sourceMeter]),
    setSpecialist: next => swap('specialist', next, [specialist]),
    setMicrophoneMuted(next) {
      isMuted = next
      specialist.gain.setTargetAtTime(next ? 0 : 1, context.currentTime, muteRampSeconds / 5)
      specialist.gain.setValueAtTime(next ? 0 : 1, context.currentTime + muteRampSeconds)
    },
    isMicrophoneMuted: () => isMuted,
    takeReport: () => taken(report),
    takeMeters: () => taken(meters),
    isRunning: () => context.state === 'running',
    keepRunning(nowMs) {
      if (context.state === 'running' || context.state === 'closed' || nowMs - resumedAtMs < resumeEveryMs) return
      resumedAtMs = nowMs
      // Refused without a gesture; the button that chooses the sources is one.
      context.resume().catch(() => undefined)
    },
    close: () => context.close(),
  }
}

function makeMeter(context: AudioContext, channels: number, onReport: (report: MeterReport) => void): AudioWorkletNode {
  const node = new AudioWorkletNode(context, meterProcessorName, {
    numberOfInputs: 1,
    numberOfOutputs: 1,
    outputChannelCount: [1],
    channelCount: channels,
    channelCountMode: 'explicit',
    channelInterpretation: channels === 1 ? 'speakers' : 'discrete',
    processorOptions: { channels },
  })
  node.port.onmessage = ({ data }: MessageEvent<MeterReport>): void => onReport(data)
  return node
}
