/** What one line on the stderr of a grabbing ffmpeg says. */
export type GrabberLine =
  /** Root mean square of the last half second, dBFS; −120 = digital silence. */
  | { readonly kind: 'level'; readonly channel: 'citizen' | 'specialist'; readonly levelDb: number }
  | { readonly kind: 'frames'; readonly frames: number }
  | { readonly kind: 'repeated'; readonly frames: number }
  | { readonly kind: 'dropped'; readonly frames: number }
  /** Not one of ours: an error of ffmpeg, or its chatter. */
  | { readonly kind: 'other' }

const silenceDb = -120

/** Reads what `buildGrabberArguments` makes ffmpeg print: `ametadata` levels and `-progress`. */
export function readGrabberLine(line: string): GrabberLine {
  const level = /^lavfi\.astats\.([12])\.RMS_level=(\S+)$/.exec(line)
  if (level) {
    const value = level[2] === '-inf' ? silenceDb : Number(level[2])
    const levelDb = Number.isFinite(value) ? Math.max(silenceDb, value) : silenceDb
    return { kind: 'level', channel: level[1] === '1' ? 'citizen' : 'specialist', levelDb }
  }
  const counted = /^(frame|dup_frames|drop_frames)=\s*(\d+)\s*$/.exec(line)
  if (!counted) return { kind: 'other' }
  const kind = counted[1] === 'frame' ? 'frames' : counted[1] === 'dup_frames' ? 'repeated' : 'dropped'
  return { kind, frames: Number(counted[2]) }
}
