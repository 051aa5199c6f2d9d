import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

export interface HashedFile {
  readonly digest: Buffer
  readonly byteLength: number
}

const pieceBytes = 1024 * 1024

/**
 * Reads a file piece by piece and hashes it; blocks the thread it runs on. Throws where it is no plain file, and the
 * system's error where it cannot be read.
 */
export function hashFileSync(path: string, algorithm: 'sha256' | 'sha512'): HashedFile {
  const hash = createHash(algorithm)
  const piece = Buffer.allocUnsafe(pieceBytes)
  let byteLength = 0
  const file = openSync(path, 'r')
  try {
    if (!fstatSync(file).isFile()) throw new Error('no plain file')
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read))
      byteLength += read
    }
  } finally {
    closeSync(file)
  }
  return { digest: hash.digest(), byteLength }
}
