/** What ffmpeg prints about a file it was only asked to open. */
export interface InputFacts {
  /** As the header says; null where it does not. */
  readonly durationMs: number | null
  /** UTC instant the file says it was made at; null where it says none, or nonsense. */
  readonly madeAt: string | null
  /** Codec names, null where there is no such stream. A cover picture is none. */
  readonly videoCodec: string | null
  readonly audioCodec: string | null
}

/** Cameras and browsers without a clock write the zero of their format. */
const earliestPlausible = '2015-01-01'

/** Reads the banner of `ffmpeg -i file`; the lines have kept this shape since ffmpeg 2. */
export function readInputFacts(banner: string): InputFacts {
  const streams = banner.split(/\r?\n/).filter(line => /^\s*Stream #\d/.test(line) && !line.includes('(attached pic)'))
  const codec = (kind: 'Video' | 'Audio') =>
    streams.map(line => new RegExp(`: ${kind}: ([A-Za-z0-9_]+)`).exec(line)?.[1]).find(name => name !== undefined) ??
    null
  return {
    durationMs: readDuration(banner),
    madeAt: readMadeAt(banner),
    videoCodec: codec('Video'),
    audioCodec: codec('Audio'),
  }
}

function readDuration(banner: string): number | null {
  const [, hours, minutes, seconds] = /^\s*Duration: (\d+):(\d\d):(\d\d\.\d+)/m.exec(banner) ?? []
  if (hours === undefined || minutes === undefined || seconds === undefined) return null
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000)
}

function readMadeAt(banner: string): string | null {
  const text = /^\s*creation_time\s*: (\S+)/m.exec(banner)?.[1]
  const ms = text === undefined ? Number.NaN : Date.parse(text)
  if (Number.isNaN(ms)) return null
  const madeAt = new Date(ms).toISOString()
  return madeAt < earliestPlausible ? null : madeAt
}
