import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFilePrivately } from '../database/write-file-privately.ts'

/** The key behind the keys of pages, kept so that a restart of the supervisor leaves open pages signed in. */
export function loadOrCreatePagesKey(keysDirectory: string): Buffer {
  const path = join(keysDirectory, 'session.key')
  if (existsSync(path)) {
    const kept = readFileSync(path, 'utf8').trim()
    // A damaged key only signs the pages out.
    if (/^[0-9a-f]{64}$/.test(kept)) return Buffer.from(kept, 'hex')
  }
  const key = randomBytes(32)
  writeFilePrivately(path, `${key.toString('hex')}\n`)
  return key
}
