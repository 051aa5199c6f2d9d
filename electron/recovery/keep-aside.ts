import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

/** SQLite's own files beside a database; they mean something only together with it. */
export const databaseEndings = ['', '-wal', '-shm'] as const

/** `workstation.db` → `workstation.aside-2026-11-24T02-45-00Z.db`; its -wal and -shm keep their endings behind it. */
export function asidePath(path: string, askedAtMs: number): string {
  const time = `${new Date(askedAtMs).toISOString().slice(0, 19).replaceAll(':', '-')}Z`
  const ending = extname(path)
  return join(dirname(path), `${basename(path, ending)}.aside-${time}${ending}`)
}

/**
 * Renames a file out of the way, bytes untouched; what is not there is passed over, so that an order cut off by a power
 * cut can be carried out again. Throws rather than overwrite anything.
 */
export function keepAside(from: string, to: string): void {
  if (!existsSync(from)) return
  if (existsSync(to)) throw new Error('there is already a file of that name aside')
  renameSync(from, to)
}

/** Makes renames in a folder last. Windows cannot open a folder; NTFS journals the rename itself. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
