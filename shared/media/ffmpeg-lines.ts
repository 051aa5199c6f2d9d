/** One packet as `-f framehash` prints it. Times are in the stream's time base (Matroska: milliseconds). */
export interface PacketHash {
  /** Index among the mapped streams: 0 picture, 1 sound with our maps. */
  readonly stream: number
  readonly pts: number
  readonly duration: number
  readonly byteLength: number
  /** Lower-case hex of whatever hash was asked for. */
  readonly hash: string
}

/** Reads one line of framehash output; null for headings and anything else. Side data behind the hash is ignored. */
export function readPacketHashLine(line: string): PacketHash | null {
  if (line.startsWith('#')) return null
  const [stream, , pts, duration, byteLength, hash] = line.split(',', 6).map(field => field.trim())
  if (hash === undefined || !/^[0-9a-f]{32,128}$/.test(hash)) return null
  const numbers = {
    stream: Number(stream),
    pts: Number(pts),
    duration: Number(duration),
    byteLength: Number(byteLength),
  }
  return Object.values(numbers).every(Number.isFinite) ? { ...numbers, hash } : null
}

/** The version in the first line of `ffmpeg -version`; null where the program is not ffmpeg. */
export function readVersionLine(line: string): string | null {
  return /^ffmpeg version (\S+)/.exec(line)?.[1] ?? null
}

export type ProgressLine = { kind: 'time'; milliseconds: number } | { kind: 'ended' } | { kind: 'other' }

/** Reads one line of `-progress` output. `out_time_us` is N/A until the first packet. */
export function readProgressLine(line: string): ProgressLine {
  const time = /^out_time_us=(-?\d+)\s*$/.exec(line)
  if (time) return { kind: 'time', milliseconds: Number(time[1]) / 1000 }
  return line.trim() === 'progress=end' ? { kind: 'ended' } : { kind: 'other' }
}

/** Is the disk full according to what ffmpeg said? The words are the operating system's, in every locale ffmpeg uses C. */
export const saysDiskFull = (tail: string): boolean => /no space left on device|error code -28\b|disk full/i.test(tail)

/**
 * Does a decoder miss pictures that others refer to? A film cut out of a longer one begins so (open group of pictures):
 * its leading pictures are not shown, and nothing of it is damaged. Many such lines are a film with holes.
 */
export const saysReferenceMissing = (line: string): boolean =>
  /co located POCs unavailable|Could not find ref with POC|Missing reference picture|mmco: unref short failure/.test(
    line,
  )

export interface LineReader {
  push(bytes: Uint8Array): void
  end(): void
}

/** Cuts bytes into lines, however they arrive. Lines beyond `longestLine` characters are cut, so noise cannot grow. */
export function makeLineReader(onLine: (line: string) => void, longestLine = 4096): LineReader {
  let rest = ''
  const take = (text: string) => {
    const lines = (rest + text).split(/\r?\n|\r/)
    rest = (lines.pop() ?? '').slice(0, longestLine)
    for (const line of lines) onLine(line.slice(0, longestLine))
  }
  return {
    push: bytes => take(decodeLatin1(bytes)),
    end() {
      if (rest !== '') onLine(rest)
      rest = ''
    },
  }
}

/**
 * ffmpeg's lines are ASCII but for file names; every other byte becomes the Latin-1 letter of its value: shared/ knows no
 * TextDecoder, and the hashes of a long recording's packets are millions of bytes.
 */
function decodeLatin1(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 8192) {
    text += String.fromCharCode(...bytes.subarray(from, from + 8192))
  }
  return text
}
