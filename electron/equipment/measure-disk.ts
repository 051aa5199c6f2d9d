import { randomBytes, randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

export interface DiskFacts {
  readonly writeMegabytesPerSecond: number
  /** The slowest flush of a piece as large as a chunk of the recording. */
  readonly flushMs: number
}

const piece = 1024 * 1024
const pieces = 16
const chunkBytes = 64 * 1024
const chunks = 20

/**
 * Writes and flushes as a recording does, in the very folder of the recordings; nothing is left behind. Rejects with
 * the system error where the folder cannot be written to.
 */
export async function measureDisk(directory: string, signal?: AbortSignal): Promise<DiskFacts> {
  const path = join(directory, `.check-${randomUUID()}`)
  const file = await open(path, 'wx', 0o600)
  try {
    // Not zeros: a disk that compresses would seem faster than it is.
    const bytes = randomBytes(piece)
    const startedMs = performance.now()
    for (let index = 0; index < pieces; index += 1) {
      signal?.throwIfAborted()
      await file.write(bytes, 0, piece, index * piece)
    }
    await file.datasync()
    const seconds = (performance.now() - startedMs) / 1000
    let flushMs = 0
    for (let index = 0; index < chunks; index += 1) {
      signal?.throwIfAborted()
      const beforeMs = performance.now()
      await file.write(bytes, 0, chunkBytes, pieces * piece + index * chunkBytes)
      await file.datasync()
      flushMs = Math.max(flushMs, performance.now() - beforeMs)
    }
    return { writeMegabytesPerSecond: (pieces * piece) / 1_000_000 / seconds, flushMs }
  } finally {
    await file.close()
    await rm(path, { force: true })
  }
}
