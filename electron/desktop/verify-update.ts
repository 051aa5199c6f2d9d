import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** What the list of an update says of one of its files. */
export interface UpdateFile {
  /** Base64. */
  readonly sha512: string
}

const pieceBytes = 4 * 1024 * 1024

/**
 * Whether a file that was fetched still is one of those the list named. Looked at once more before it is started: it has
 * lain for hours in a folder that every program of this person may write to.
 */
export function isListedUpdate(path: string, files: readonly UpdateFile[]): boolean {
  try {
    const sum = sha512Of(path)
    return files.some(({ sha512 }) => sha512 === sum)
  } catch {
    return false
  }
}

function sha512Of(path: string): string {
  const hash = createHash('sha512')
  const file = openSync(path, 'r')
  try {
    if (!fstatSync(file).isFile()) throw new Error('no plain file')
    const piece = Buffer.alloc(pieceBytes)
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('base64')
}

/** Whether this build names who signs its updates: only then electron-updater looks at a signature, on Windows. */
export function namesPublisher(resourcesPath: string): boolean {
  try {
    return /^publisherName:/m.test(readFileSync(join(resourcesPath, 'app-update.yml'), 'utf8'))
  } catch {
    return false
  }
}
