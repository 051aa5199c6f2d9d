import type { SourceCondition } from '../../../shared/recording/recorder-link.ts'
import { type Choice, refusalOf } from './arming.ts'
import type { AudioGraph } from './audio-graph.ts'
import { conditionOf } from './condition.ts'
import type { MicrophoneWish } from './microphone-wish.ts'

/** The specialist's microphone, taken again by itself when it disappears. */
export interface MicrophoneSource {
  /** Takes the microphone wished for; the one before goes on until then. */
  take(wish: MicrophoneWish): Promise<Choice>
  wish(): MicrophoneWish
  condition(): SourceCondition
  label(): string
  /** Called by the clock: a lost microphone is asked for again every `retryEveryMs`. */
  tick(nowMs: number): void
  release(): void
}

const retryEveryMs = 2000

export interface MicrophoneSourceDeps {
  /** What was chosen on this workplace last time. */
  readonly initialWish: MicrophoneWish
  readonly graph: AudioGraph
  readonly onChanged: () => void
}

export function makeMicrophoneSource({ initialWish, graph, onChanged }: MicrophoneSourceDeps): MicrophoneSource {
  let wish = initialWish
  let track: MediaStreamTrack | null = null
  let isReleased = false
  let isTaking = false
  let triedAtMs = Number.NEGATIVE_INFINITY

  function use(next: MediaStreamTrack): void {
    const before = track
    track = next
    graph.setSpecialist(next)
    before?.stop()
    next.onended = () => {
      if (track === next) void retake()
      onChanged()
    }
    next.onmute = onChanged
    next.onunmute = onChanged
    onChanged()
  }

  async function open(next: MicrophoneWish): Promise<Choice> {
    isTaking = true
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: constraintsOf(next) })
      const [nextTrack] = stream.getAudioTracks()
      if (nextTrack === undefined) return { kind: 'refused', refusal: 'failed', detail: 'no audio track' }
      if (isReleased) nextTrack.stop()
      else use(nextTrack)
      return { kind: 'chosen' }
    } catch (error) {
      // The remembered device is not plugged in today.
      if (next.deviceId !== '' && isMissing(error)) return await open({ ...next, deviceId: '' })
      return refusalOf(error, 'microphoneRefused')
    } finally {
      isTaking = false
    }
  }

  /** Any working microphone is better than none: the default one stands in for the lost one. */
  async function retake(): Promise<void> {
    if (isTaking || isReleased) return
    await open({ ...wish, deviceId: '' })
  }

  /** The system's default device may change without the track ending. */
  async function followDefault(): Promise<void> {
    if (isReleased || isTaking || track === null) return
    if (track.readyState === 'ended') return retake()
    const devices = await navigator.mediaDevices.enumerateDevices()
    if (wish.deviceId !== '') return takeWishedAgain(devices)
    const standard = devices.find(device => device.kind === 'audioinput' && device.deviceId === 'default')
    const { groupId } = track.getSettings()
    if (standard !== undefined && groupId !== undefined && standard.groupId !== groupId) await open(wish)
  }
  /** The chosen one was pulled out and is back: what stood in for it goes. */
  async function takeWishedAgain(devices: readonly MediaDeviceInfo[]): Promise<void> {
    if (track?.getSettings().deviceId === wish.deviceId) return
    if (devices.some(({ deviceId }) => deviceId === wish.deviceId)) await open(wish)
  }
  const onDevices = (): void => {
    void followDefault()
    onChanged()
  }
  navigator.mediaDevices.addEventListener('devicechange', onDevices)

  return {
    async take(next) {
      const choice = await open(next)
      if (choice.kind === 'chosen') wish = next
      return choice
    },
    wish: () => wish,
    condition: () => conditionOf(track),
    label: () => track?.label ?? '',
    tick(nowMs) {
      if (track?.readyState !== 'ended' || nowMs - triedAtMs < retryEveryMs) return
      triedAtMs = nowMs
      void retake()
    },
    release() {
      isReleased = true
      navigator.mediaDevices.removeEventListener('devicechange', onDevices)
      track?.stop()
      graph.setSpecialist(null)
      onChanged()
    },
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && ['OverconstrainedError', 'NotFoundError'].includes(error.name)

function constraintsOf({ deviceId, hasHeadphones }: MicrophoneWish): MediaTrackConstraints {
  return {
    ...(deviceId === '' ? {} : { deviceId: { exact: deviceId } }),
    echoCancellation: !hasHeadphones,
    noiseSuppression: false,
    autoGainControl: false,
    channelCount: 1,
  }
}
