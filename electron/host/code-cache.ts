import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'

/** Each version of the program leaves a few megabytes; beyond this the cache is begun anew. */
const mostBytes = 64_000_000

/**
 * The folder of compiled code where what lies in it may be run, null where there is no such folder. Node tells what is
 * damaged or of other sources by its checksums, but nothing keeps somebody who may write here from writing another
 * program with checksums of its own: every entry has to be ours, no link, and writable for nobody else. What is not so is
 * removed unread, and the cache begun anew.
 */
export function openCodeCache(directory: string): string | null {
  try {
    if (isOurs(directory)) return directory
    rmSync(directory, { recursive: true, force: true })
    mkdirSync(directory, { mode: 0o700 })
    return isOurs(directory) ? directory : null
  } catch {
    // A disk that is full or cannot be written to: the program starts without.
    return null
  }
}

function isOurs(directory: string): boolean {
  if (!lstatSync(directory, { throwIfNoEntry: false })?.isDirectory()) return false
  let bytes = 0
  const isOwn = (path: string): boolean => {
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found || !(found.isDirectory() || found.isFile())) return false
    // Windows knows no such owner and no such rights: the profile lies in the person's own folder there.
    if (process.platform !== 'win32' && (found.uid !== userInfo().uid || (found.mode & 0o022) !== 0)) return false
    bytes += found.isFile() ? found.size : 0
    return !found.isDirectory() || readdirSync(path).every(name => isOwn(join(path, name)))
  }
  return isOwn(directory) && bytes <= mostBytes
}
