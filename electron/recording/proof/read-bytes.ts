import { makeMatroskaWalker } from '../../../shared/media/matroska.ts'
import { type LoggedChunk, openIfThere } from './chunk-hashes.ts'

export interface BytesRead {
  /** What lies on the disk, up to the end handed in. */
  readonly byteLength: number
  /** Logged chunks that do not lie whole in the file. */
  readonly chunksCutOff: number
}

const readBytes = 1024 * 1024

/** Reads a part once up to `endByte`, handing on every byte and each chunk the sink logged as it is over. */
export async function readLoggedBytes(options: {
  readonly file: string
  readonly endByte: number
  readonly chunks: readonly LoggedChunk[]
  readonly onBytes: (bytes: Uint8Array) => void
  readonly onChunk: (chunk: LoggedChunk) => void
  readonly signal: AbortSignal | undefined
}): Promise<BytesRead> {
  const { chunks, onBytes, onChunk } = options
  let index = 0
  let left = chunks[0]?.byteLength ?? 0
  const byteLength = await eachPiece(options, bytes => {
    let from = 0
    while (from < bytes.length) {
      const chunk = chunks[index]
      // Behind the last logged chunk: written but not acknowledged before a kill. Still the citizen's voice.
      const taken = chunk === undefined ? bytes.length - from : Math.min(left, bytes.length - from)
      onBytes(bytes.subarray(from, from + taken))
      from += taken
      if (chunk === undefined) continue
      left -= taken
      if (left > 0) continue
      onChunk(chunk)
      index += 1
      left = chunks[index]?.byteLength ?? 0
    }
    return true
  })
  // Bytes of the log that never came are as lost as a missing chunk.
  return { byteLength, chunksCutOff: chunks.length - index }
}

/**
 * Where the media of a part ends: at the end of the file where the log vouches for all of it, else behind the last whole
 * block before anything that is no Matroska. Behind the last logged byte nothing was ever promised: a kill leaves half a
 * block there, a power cut leaves zeros.
 */
export async function findMediaEnd(options: {
  readonly file: string
  readonly fileBytes: number
  readonly loggedBytes: number
  readonly signal: AbortSignal | undefined
}): Promise<number> {
  const { fileBytes, loggedBytes } = options
  if (fileBytes <= loggedBytes) return fileBytes
  let endsAt: number | null = null
  const walker = makeMatroskaWalker({
    onDamage(offset) {
      if (offset >= loggedBytes) endsAt ??= Math.max(loggedBytes, walker.summary().wholeUntil)
    },
  })
  await eachPiece({ ...options, endByte: fileBytes }, bytes => {
    walker.push(bytes)
    return endsAt === null
  })
  // A file without a single block is no torn recording: it stays as it is, unreadable.
  if (walker.summary().wholeUntil === 0) return fileBytes
  return endsAt ?? Math.max(loggedBytes, walker.summary().wholeUntil)
}

/** Hands on the bytes of the file up to `endByte` as long as `onPiece` wants more; returns how many there were. */
async function eachPiece(
  { file, endByte, signal }: { file: string; endByte: number; signal: AbortSignal | undefined },
  onPiece: (bytes: Uint8Array) => boolean,
): Promise<number> {
  const handle = await openIfThere(file)
  if (handle === null) return 0
  try {
    const buffer = Buffer.alloc(readBytes)
    let position = 0
    while (position < endByte) {
      signal?.throwIfAborted()
      const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, endByte - position), position)
      if (bytesRead === 0) break
      position += bytesRead
      if (!onPiece(buffer.subarray(0, bytesRead))) break
    }
    return position
  } finally {
    await handle.close()
  }
}
