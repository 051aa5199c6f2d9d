import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashFileSync } from '../disk/hash-file-sync.ts'

/** What the list of an update says of one of its files. */
export interface UpdateFile {
  /** Base64. */
  readonly sha512: string
}

/**
 * Whether a file that was fetched still is one of those the list named. Looked at once more before it is started: it has
 * lain for hours in a folder that every program of this person may write to.
 */
export function isListedUpdate(path: string, files: readonly UpdateFile[]): boolean {
  try {
    const sum = hashFileSync(path, 'sha512').digest.toString('base64')
    return files.some(({ sha512 }) => sha512 === sum)
  } catch {
    return false
  }
}

/** Whether this build names who signs its updates: only then electron-updater looks at a signature, on Windows. */
export function namesPublisher(resourcesPath: string): boolean {
  try {
    return /^publisherName:/m.test(readFileSync(join(resourcesPath, 'app-update.yml'), 'utf8'))
  } catch {
    return false
  }
}
