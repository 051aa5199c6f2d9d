import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupTimeMs } from '../../shared/backup/backup-name.ts'
import { backupName, removingName, storedCopies } from './backup-place.ts'
import { copiesToKeep } from './rotation.ts'

/** Removes the copies the plan no longer keeps; never one that `spare` names. Answers the names removed. */
export function removeOldCopies(folder: string, timeZone: string, spare: string): readonly string[] {
  const names = storedCopies(folder).map(({ name }) => name)
  const moments = names.flatMap(name => backupTimeMs(name) ?? [])
  const kept = new Set([spare, ...copiesToKeep(moments, timeZone).map(backupName)])
  const removed = names.filter(name => !kept.has(name))
  for (const name of removed) {
    // First its name, then its bytes: cut off in between it must not look like a whole copy.
    renameSync(join(folder, name), join(folder, removingName(name)))
    rmSync(join(folder, removingName(name)), { recursive: true, force: true })
  }
  return removed
}
