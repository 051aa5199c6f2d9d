import type { SourceCondition } from '../../../shared/recording/recorder-link.ts'
import { recorderSettings } from '../../../shared/recording/settings.ts'
import { type Choice, refusalOf } from './arming.ts'
import type { AudioGraph } from './audio-graph.ts'
import { conditionOf } from './condition.ts'
import type { FramePump } from './frame-pump.ts'

/** The Telemost tab: its picture and its sound. */
export interface RoomSource {
  /** Opens the browser's picker; the source before goes on until another one is really chosen. */
  choose(): Promise<Choice>
  picture(): SourceCondition
  sound(): SourceCondition
  pictureLabel(): string
  release(): void
}

export interface RoomSourceDeps {
  readonly pump: FramePump
  readonly graph: AudioGraph
  readonly onChanged: () => void
}

export function makeRoomSource({ pump, graph, onChanged }: RoomSourceDeps): RoomSource {
  let video: MediaStreamTrack | null = null
  let audio: MediaStreamTrack | null = null

  function use(nextVideo: MediaStreamTrack, nextAudio: MediaStreamTrack): void {
    const before = [video, audio]
    video = nextVideo
    audio = nextAudio
    pump.setSource(nextVideo)
    graph.setCitizen(nextAudio)
    for (const track of before) track?.stop()
    const pictureLost = (): void => {
      if (video === nextVideo) pump.sourceGone()
      onChanged()
    }
    nextVideo.onended = pictureLost
    nextVideo.onmute = pictureLost
    for (const event of ['ended', 'mute', 'unmute']) nextAudio.addEventListener(event, onChanged)
    nextVideo.onunmute = onChanged
    onChanged()
  }

  return {
    async choose() {
      let stream: MediaStream
      try {
        stream = await navigator.mediaDevices.getDisplayMedia(displayOptions())
      } catch (error) {
        return refusalOf(error, 'shareRefused')
      }
      const [nextVideo] = stream.getVideoTracks()
      const [nextAudio] = stream.getAudioTracks()
      if (nextVideo === undefined || nextAudio === undefined) {
        for (const track of stream.getTracks()) track.stop()
        return { kind: 'refused', refusal: 'noCitizenSound', detail: 'no audio track' }
      }
      use(nextVideo, nextAudio)
      return { kind: 'chosen' }
    },
    picture() {
      const condition = conditionOf(video)
      // A track says it is live before it gave anything, and some never do.
      return condition === 'live' && !pump.hasPicture() ? 'muted' : condition
    },
    sound: () => conditionOf(audio),
    pictureLabel: () => video?.label ?? '',
    release() {
      video?.stop()
      audio?.stop()
      video = null
      audio = null
      graph.setCitizen(null)
      pump.forgetSource()
      onChanged()
    },
  }
}

function displayOptions(): DisplayMediaStreamOptions {
  const { widthPixels, heightPixels, framesPerSecond } = recorderSettings
  return {
    video: {
      displaySurface: 'browser',
      width: { ideal: widthPixels },
      height: { ideal: heightPixels },
      frameRate: { ideal: framesPerSecond, max: framesPerSecond },
    },
    // The specialist goes on hearing the citizen; the sound is taken as it is.
    audio: {
      suppressLocalAudioPlayback: false,
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
    },
    systemAudio: 'include',
    selfBrowserSurface: 'exclude',
    surfaceSwitching: 'include',
  }
}
