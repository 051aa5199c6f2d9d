/** Argument builders for ffmpeg. Pure: no file access, no platform reads. Options chosen to exist from ffmpeg 4 on. */

/** Quiet but for errors: a sound file leaves no line on stderr. */
const quiet = ['-hide_banner', '-v', 'error'] as const

/**
 * The hash that compares packets: 128-bit MurmurHash3. It answers "did the copy change anything", at a quarter of the
 * cost of ffmpeg's SHA-256 on processors without SHA instructions. Against tampering stand the SHA-256 of every chunk
 * and of the sealed file.
 */
const packetHash = 'murmur3'

/**
 * Chromium writes the units of H.264 behind start codes, Matroska wants their lengths instead: the same picture in other
 * bytes. Before they are compared both are brought into one form.
 */
const comparable = ({ isAvc = false }: { isAvc?: boolean }): string[] =>
  isAvc ? ['-bsf:v', 'h264_mp4toannexb,h264_metadata'] : []

/** What a checked range is decoded to: small enough to judge, large enough to tell black from dark. */
export const checkPicture = { widthPixels: 64, heightPixels: 36 } as const
export const checkSampleRateHz = 8_000

/**
 * Decodes Matroska to a tiny grey picture and stereo float sound, both in one Matroska stream on stdout with the time
 * stamps of the input. One pipe, because inherited pipes beyond stderr are not dependable on Windows.
 * `input` is a path or `pipe:0`.
 *
 * `-enc_time_base -1` keeps the frames' own times: without it a live file of varying frame rate loses frames and
 * ffmpeg complains of time stamps that are sound. `-vsync passthrough` lets every picture through: left to itself ffmpeg
 * drops those that come sooner than the one before seemed to last, as where a standing picture begins to move. (Its
 * later name `-fps_mode` is unknown before 5.1.)
 */
export function buildCheckArguments(input: string, demuxer: 'matroska' | 'mov' = 'matroska'): string[] {
  const { widthPixels, heightPixels } = checkPicture
  const picture = `[0:v:0]scale=${widthPixels}:${heightPixels}:flags=fast_bilinear,format=gray[picture]`
  const sound = `[0:a:0]aresample=${checkSampleRateHz},aformat=sample_fmts=flt:channel_layouts=stereo[sound]`
  return [
    ...quiet,
    ...(input === 'pipe:0' ? [] : ['-nostdin']),
    ...['-copyts', '-f', demuxer, '-i', input],
    ...['-filter_complex', `${picture};${sound}`, '-map', '[picture]', '-map', '[sound]'],
    ...['-vsync', 'passthrough', '-enc_time_base', '-1', '-c:v', 'rawvideo', '-c:a', 'pcm_f32le'],
    ...['-f', 'matroska', 'pipe:1'],
  ]
}

/**
 * Joins the parts of a concat list into one Matroska file without encoding; chapters come as ffmetadata on stdin, the
 * hashes of the packets as they were read from the raw parts go to stdout (`readPacketHashLine`).
 * Streams are mapped by name: the default order differs between files, and equal files would seem to differ.
 */
export function buildJoinArguments(options: { listFile: string; output: string; isAvc?: boolean }): string[] {
  const streams = ['-map', '0:v:0', '-map', '0:a:0', '-c', 'copy']
  return [
    ...quiet,
    // Left to itself the demuxer rewrites every H.264 packet; the sealed ones are to be those that were caught.
    ...['-f', 'concat', '-auto_convert', '0', '-i', options.listFile, '-f', 'ffmetadata', '-i', 'pipe:0'],
    ...[
      ...streams,
      '-map_metadata:g',
      '-1',
      '-map_metadata:s',
      '-1',
      '-map_chapters',
      '1',
      '-f',
      'matroska',
      '-y',
      options.output,
    ],
    ...[...streams, ...comparable(options), '-f', 'framehash', '-hash', packetHash, 'pipe:1'],
  ]
}

/** Copies one live part with the picture as its first stream; the hashes of the packets as read go to stdout. */
export function buildOrderArguments(options: { input: string; output: string; isAvc?: boolean }): string[] {
  const streams = ['-map', '0:v:0', '-map', '0:a:0', '-c', 'copy']
  return [
    ...quiet,
    ...['-nostdin', '-f', 'matroska', '-i', options.input],
    ...[...streams, '-f', 'matroska', '-y', options.output],
    ...[...streams, ...comparable(options), '-f', 'framehash', '-hash', packetHash, 'pipe:1'],
  ]
}

/** Only opens a file, so that ffmpeg prints what it is (`readInputFacts`); it ends with an error, for want of an output. */
export const buildProbeArguments = (input: string, demuxer: 'matroska' | 'mov'): string[] => [
  ...['-hide_banner', '-nostdin', '-protocol_whitelist', 'file'],
  ...['-f', demuxer, '-i', input],
]

/** Hashes of the packets of a finished file, on stdout. */
export const buildPacketHashArguments = (input: string, options: { isAvc?: boolean } = {}): string[] => [
  ...quiet,
  '-nostdin',
  ...['-f', 'matroska', '-i', input, '-map', '0:v:0', '-map', '0:a:0', '-c', 'copy'],
  ...[...comparable(options), '-f', 'framehash', '-hash', packetHash, 'pipe:1'],
]

export interface ListedPart {
  /** A plain name beside the list; our own part names need no quoting. */
  readonly fileName: string
  /** Time from this part's start to the next one's, break included; null for the last. */
  readonly untilNextMs: number | null
}

/** The list file of ffmpeg's concat demuxer: a longer `duration` keeps a break as a hole on the time line. */
export function buildConcatList(parts: readonly ListedPart[]): string {
  const lines = parts.map(part => {
    if (!/^[A-Za-z0-9_.-]+$/.test(part.fileName)) throw new Error('A listed part needs a plain file name')
    return `file ${part.fileName}\n${part.untilNextMs === null ? '' : `duration ${seconds(part.untilNextMs)}\n`}`
  })
  return `ffconcat version 1.0\n${lines.join('')}`
}

export interface Chapter {
  readonly startMs: number
  /** Codes and numbers only: chapters travel with the file. */
  readonly title: string
}

/** Chapters as ffmetadata; each lasts until the next. Titles are codes, so nothing needs escaping but is checked. */
export function buildChapterMetadata(chapters: readonly Chapter[], durationMs: number): string {
  const sorted = [...chapters].sort((one, other) => one.startMs - other.startMs)
  const blocks = sorted.map((chapter, index) => {
    if (!/^[A-Za-z0-9 .-]+$/.test(chapter.title)) throw new Error('A chapter title is a code')
    const start = Math.round(chapter.startMs)
    const end = Math.max(start + 1, Math.round(sorted[index + 1]?.startMs ?? durationMs))
    return `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${start}\nEND=${end}\ntitle=${chapter.title}\n`
  })
  return `;FFMETADATA1\n${blocks.join('')}`
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3)
