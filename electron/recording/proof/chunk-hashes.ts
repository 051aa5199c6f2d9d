import { webcrypto } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { PartLogLine } from '../../../shared/recording/part-log.ts'
import { isMissing } from './recording-files.ts'

export type LoggedChunk = Extract<PartLogLine, { kind: 'chunk' }>

/**
 * How many of the logged chunks that lie whole in the file are not the bytes the sink wrote. Apart from the reading of
 * the part, because it costs as much as the join and can run beside it.
 */
export async function countDamagedChunks(options: {
  file: string
  chunks: readonly LoggedChunk[]
  signal?: AbortSignal
}): Promise<number> {
  const { file, chunks, signal } = options
  const handle = await openIfThere(file)
  if (handle === null) return 0
  try {
    let position = 0
    let damaged = 0
    for (const { byteLength, sha256 } of chunks) {
      signal?.throwIfAborted()
      const bytes = Buffer.alloc(byteLength)
      const { bytesRead } = await handle.read(bytes, 0, byteLength, position)
      // The end of the file; what is missing there was counted by the reading.
      if (bytesRead < byteLength) break
      // On the thread pool: the main thread has the packets' hashes to read meanwhile.
      const digest = Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex')
      if (digest !== sha256) damaged += 1
      position += byteLength
    }
    return damaged
  } finally {
    await handle.close()
  }
}

/** Null where the file is missing. */
export async function openIfThere(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'r')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
