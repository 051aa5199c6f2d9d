import { existsSync, lstatSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runQuietly } from '../run.mjs'

/** Debian as its own installer leaves it, without a single package more. */
const suite = 'bookworm'
const mirror = 'http://deb.debian.org/debian'

/** Kept from run to run, outside the tree. */
const cacheDirectory = () => `/var/tmp/videopriem-debian-${suite}-${process.getuid?.() ?? 0}`

/**
 * Folder of a minimal Debian nobody has worked in, made once by debootstrap. For root.
 * @returns {Promise<{ kind: 'ready', directory: string } | { kind: 'absent', reason: string }>}
 */
export async function fetchCleanRoot() {
  const directory = cacheDirectory()
  if (existsSync(directory)) {
    const { uid, mode } = lstatSync(directory)
    if (uid !== process.getuid?.() || (mode & 0o022) !== 0)
      return { kind: 'absent', reason: `${directory} belongs to somebody else` }
    return { kind: 'ready', directory }
  }
  if (!existsSync('/usr/sbin/debootstrap')) return { kind: 'absent', reason: 'debootstrap is not installed' }
  const making = await mkdtemp(`${directory}-`)
  try {
    const made = await runQuietly('debootstrap', ['--variant=minbase', suite, join(making, 'root'), mirror])
    if (made.code !== 0) return { kind: 'absent', reason: `debootstrap: ${made.output.trim().split('\n').at(-1)}` }
    await rename(join(making, 'root'), directory)
  } finally {
    await rm(making, { recursive: true, force: true })
  }
  return { kind: 'ready', directory }
}
