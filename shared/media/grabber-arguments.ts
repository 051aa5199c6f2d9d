import { recorderSettings } from '../recording/settings.ts'

/** What the second engine takes the picture from. A window wherever the grabber can; `screen` shows everything on it. */
export type GrabbedPicture =
  | { readonly kind: 'x11Window'; readonly display: string; readonly windowId: number }
  /** Windows, by the window's title. */
  | { readonly kind: 'gdiWindow'; readonly title: string }
  /** Windows, a whole output through desktop duplication. */
  | { readonly kind: 'ddaScreen'; readonly output: number }
  /** macOS, a whole screen by its number. */
  | { readonly kind: 'avfScreen'; readonly index: number }

/** A device of the system's own sound interface. */
export interface GrabbedSound {
  readonly kind: 'pulse' | 'dshow' | 'avfoundation'
  readonly device: string
}

export interface GrabbedSources {
  readonly picture: GrabbedPicture
  /** What the loudspeaker plays: the left channel. */
  readonly citizen: GrabbedSound
  /** The specialist: the right channel. */
  readonly microphone: GrabbedSound
}

/** Name under which the running microphone filter takes commands (`muteCommand`). */
const microphoneFilter = 'volume@microphone'
/** Left to itself the sound server hands over two seconds at a time: a twentieth of a second, 48 kHz stereo. */
const pulseFragmentBytes = 9_600
/** Levels twice a second, as the page reports them. */
const levelSamples = recorderSettings.audioSampleRateHz * (recorderSettings.statusMs / 1000)
/** A capture thread that waits drops sound; this many packets are a few seconds. */
const queuePackets = '1024'
/** Enough to see that the window is still there. */
const meterFramesPerSecond = 2

/** Only meters: nothing is encoded, pictures are counted and thrown away. */
export function buildGrabberMeterArguments(sources: GrabbedSources, options: { muted: boolean }): string[] {
  const picture = `[0:v]${commonClock('setpts')},fps=${meterFramesPerSecond}[picture]`
  return [
    ...inputs(sources),
    ...['-filter_complex', `${picture};${sound(options.muted)};[levels]${levelMeter},anullsink;[sound]anullsink`],
    ...['-map', '[picture]', '-f', 'null', '-'],
  ]
}

/**
 * The recording itself, Matroska on stdout. x264 without look-ahead and clusters of half a second keep what a kill can
 * lose under a second (facts/capture-measured.md A6); the picture is letterboxed as the page's is.
 */
export function buildGrabberArguments(sources: GrabbedSources, options: { muted: boolean }): string[] {
  const { widthPixels: width, heightPixels: height, framesPerSecond, keyFrameIntervalMs, chunkMs } = recorderSettings
  const { videoBitsPerSecond, audioBitsPerSecond } = recorderSettings
  const fitted = `scale=${width}:${height}:force_original_aspect_ratio=decrease,pad=${width}:${height}:-1:-1`
  return [
    ...inputs(sources),
    ...[
      '-filter_complex',
      `[0:v]${commonClock('setpts')},trim=start=0,${fitted},format=yuv420p[picture];${sound(options.muted)};[levels]${levelMeter},anullsink`,
    ],
    ...['-map', '[picture]', '-map', '[sound]'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-tune', 'zerolatency', '-b:v', String(videoBitsPerSecond)],
    ...['-g', String((framesPerSecond * keyFrameIntervalMs) / 1000)],
    ...['-c:a', 'libopus', '-b:a', String(audioBitsPerSecond)],
    ...['-flush_packets', '1', '-cluster_time_limit', String(chunkMs), '-f', 'matroska', 'pipe:1'],
  ]
}

/** The codec of what `buildGrabberArguments` makes. */
export const grabbedMimeType = 'video/x-matroska;codecs=avc1,opus'

/** Typed into the stdin of a running ffmpeg: silences the right channel, or opens it again. */
export const muteCommand = (muted: boolean): string => `c${microphoneFilter} -1 volume ${muted ? 0 : 1}\n`
/** Ends a running ffmpeg in order, its file complete. */
export const quitCommand = 'q'

function inputs({ picture, citizen, microphone }: GrabbedSources): string[] {
  // What grabbers deliver is known beforehand: nothing is to be guessed from the first seconds.
  const queue = ['-thread_queue_size', queuePackets, '-analyzeduration', '0', '-probesize', '32']
  return [
    ...['-hide_banner', '-v', 'error', '-stats_period', '0.5', '-progress', 'pipe:2', '-copyts'],
    ...queue,
    ...pictureInput(picture),
    ...queue,
    ...soundInput(citizen),
    ...queue,
    ...soundInput(microphone),
  ]
}

/** For grabbers whose own time stamps do not count from 1970; x11grab's and pulse's do. */
const wallClock = ['-use_wallclock_as_timestamps', '1']

function pictureInput(picture: GrabbedPicture): string[] {
  const rate = String(recorderSettings.framesPerSecond)
  switch (picture.kind) {
    case 'x11Window':
      return [
        ...['-f', 'x11grab', '-framerate', rate, '-draw_mouse', '0'],
        ...['-window_id', String(picture.windowId), '-i', picture.display],
      ]
    case 'gdiWindow':
      return [...wallClock, '-f', 'gdigrab', '-framerate', rate, '-draw_mouse', '0', '-i', `title=${picture.title}`]
    case 'ddaScreen':
      // The frames lie in the graphics card's memory and must come down before a filter can touch them.
      return [
        ...[...wallClock, '-f', 'lavfi', '-i'],
        `ddagrab=output_idx=${picture.output}:framerate=${rate}:draw_mouse=0,hwdownload,format=bgra`,
      ]
    case 'avfScreen':
      return [
        ...wallClock,
        '-f',
        'avfoundation',
        '-framerate',
        rate,
        '-capture_cursor',
        '0',
        '-i',
        `${picture.index}:none`,
      ]
    default:
      return picture satisfies never
  }
}

function soundInput({ kind, device }: GrabbedSound): string[] {
  switch (kind) {
    case 'pulse':
      return ['-f', 'pulse', '-fragment_size', String(pulseFragmentBytes), '-i', device]
    case 'dshow':
      return [...wallClock, '-f', 'dshow', '-i', `audio=${device}`]
    case 'avfoundation':
      return [...wallClock, '-f', 'avfoundation', '-i', `none:${device}`]
    default:
      return kind satisfies never
  }
}

/**
 * Inputs are opened one after the other, up to seconds apart, and ffmpeg would move the first packet of each to zero: the
 * lips and both voices would be apart for good. So all keep the wall clock (`-copyts`) and begin where the graph begins.
 */
const commonClock = (filter: 'setpts' | 'asetpts'): string => `${filter}=PTS-RTCSTART/(TB*1000000)`

/** Two devices → one stereo stream, apart from the first sample on; `join`, because `amerge` fails to negotiate. */
function sound(muted: boolean): string {
  const mono = `${commonClock('asetpts')},aresample=${recorderSettings.audioSampleRateHz}:async=1:first_pts=0,aformat=channel_layouts=mono`
  const volume = `${microphoneFilter}=volume=${muted ? 0 : 1}:eval=frame`
  return `[1:a]${mono}[citizen];[2:a]${mono},${volume}[microphone];[citizen][microphone]join=inputs=2:channel_layout=stereo,asplit[sound][levels]`
}

const levelMeter = `asetnsamples=n=${levelSamples},astats=metadata=1:reset=1:measure_perchannel=RMS_level:measure_overall=none,ametadata=mode=print:file='pipe\\:2':direct=1`
