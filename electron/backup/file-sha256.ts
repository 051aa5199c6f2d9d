import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

const sliceBytes = 1024 * 1024

/** SHA-256 of a file, hex; blocks the thread it runs on. */
export function fileSha256(path: string): string {
  const hash = createHash('sha256')
  const slice = Buffer.alloc(sliceBytes)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, slice); read > 0; read = readSync(file, slice)) hash.update(slice.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}
