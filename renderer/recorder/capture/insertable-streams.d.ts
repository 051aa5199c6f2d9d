/** Chromium's breakout box as windows have it; lib.dom knows neither of the two, nor the newer constraints. */
declare class MediaStreamTrackProcessor {
  constructor(init: { track: MediaStreamTrack; maxBufferSize?: number })
  readonly readable: ReadableStream<VideoFrame>
}

declare class MediaStreamTrackGenerator extends MediaStreamTrack {
  constructor(init: { kind: 'video' })
  readonly writable: WritableStream<VideoFrame>
}

interface MediaTrackConstraints {
  suppressLocalAudioPlayback?: boolean
}

interface DisplayMediaStreamOptions {
  selfBrowserSurface?: 'include' | 'exclude'
  surfaceSwitching?: 'include' | 'exclude'
  systemAudio?: 'include' | 'exclude'
}

interface MediaRecorderOptions {
  videoKeyFrameIntervalDuration?: number
}

interface Performance {
  readonly memory?: { readonly usedJSHeapSize: number }
}
