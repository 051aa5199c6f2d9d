/** A container a recording of another program may come in: ffmpeg's demuxer, our file ending and the type for a player. */
export interface Container {
  readonly demuxer: 'matroska' | 'mov'
  readonly ending: 'webm' | 'mkv' | 'mp4'
  readonly mimeType: string
}

const containers = {
  webm: { demuxer: 'matroska', ending: 'webm', mimeType: 'video/webm' },
  // Chromium plays Matroska under WebM's name only.
  mkv: { demuxer: 'matroska', ending: 'mkv', mimeType: 'video/webm' },
  mp4: { demuxer: 'mov', ending: 'mp4', mimeType: 'video/mp4' },
} as const satisfies Record<string, Container>

/** Bytes of the beginning that decide. */
export const containerSniffBytes = 64

/**
 * The container by its first bytes, never by the name; null for anything else. ffmpeg is then told the demuxer, so that
 * a play list dressed as a film cannot make it open other files.
 */
export function sniffContainer(beginning: Uint8Array): Container | null {
  const text = String.fromCharCode(...beginning.subarray(0, containerSniffBytes))
  if (text.startsWith('\x1a\x45\xdf\xa3')) return text.includes('webm') ? containers.webm : containers.mkv
  return text.slice(4, 8) === 'ftyp' ? containers.mp4 : null
}

/** The container of a file we named ourselves. */
export function containerOfFile(fileName: string): Container {
  if (fileName.endsWith('.mp4')) return containers.mp4
  return fileName.endsWith('.webm') ? containers.webm : containers.mkv
}
