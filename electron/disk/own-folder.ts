import { lstatSync, mkdirSync, type Stats, statSync } from 'node:fs'
import { lstat, mkdir, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join, sep } from 'node:path'
import { hasCode } from '../host/local-socket.ts'
import { ForeignEntry } from './shared-folder.ts'

/**
 * Makes folders of ours, each below the one before, in a folder that others may write to. One that is there already must
 * be a folder of ours, or of whoever the whole belongs to: a link leads what is written to wherever its maker likes, and
 * in a folder of his he reads and replaces it. `root` has to be there.
 */
export async function makeOwnFolder(root: string, below: string): Promise<string> {
  const above = await stat(root)
  let path = root
  for (const part of below.split(sep)) {
    path = join(path, part)
    await mkdir(path, { mode: 0o700 }).catch(passWhereItIs)
    refuseForeign(path, await lstat(path), above)
  }
  return path
}

/** The same for a thread that may wait. */
export function makeOwnFolderSync(root: string, below: string): string {
  const above = statSync(root)
  let path = root
  for (const part of below.split(sep)) {
    path = join(path, part)
    try {
      mkdirSync(path, { mode: 0o700 })
    } catch (error) {
      passWhereItIs(error)
    }
    refuseForeign(path, lstatSync(path), above)
  }
  return path
}

function passWhereItIs(error: unknown): void {
  if (!hasCode(error, 'EEXIST')) throw error
}

function refuseForeign(path: string, own: Stats, above: Stats): void {
  const isOurs = own.uid === userInfo().uid || own.uid === above.uid
  if (!own.isDirectory() || !isOurs) throw new ForeignEntry(path)
}
