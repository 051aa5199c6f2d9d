import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { RecoveryState } from '../../shared/contract/recovery.ts'

/** The database and what was set aside of it before, with their sizes: names of ours, nothing about anybody. */
export function keptFiles(databasePath: string): RecoveryState['files'] {
  const ending = extname(databasePath)
  const stem = basename(databasePath, ending)
  const folder = dirname(databasePath)
  return readdirSync(folder)
    .filter(
      name => name === `${stem}${ending}` || name.startsWith(`${stem}${ending}-`) || name.startsWith(`${stem}.aside-`),
    )
    .flatMap(name => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false })
      return found ? [{ name, byteLength: found.size, changedAt: new Date(found.mtimeMs).toISOString() }] : []
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}
