import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readOrEmpty } from './read-or-empty.ts'

/** Where Linux keeps what is asked; tests have their own. */
export interface DiskRoots {
  readonly mountInfo: string
  readonly blockDevices: string
}

const systemRoots: DiskRoots = { mountInfo: '/proc/self/mountinfo', blockDevices: '/sys/dev/block' }

/** File systems of the kernel itself: what a killed process wrote is theirs to bring to the disk. */
const localFileSystems: ReadonlySet<string> = new Set(['ext3', 'ext4', 'xfs'])
const deepest = 8

/**
 * Whether a file is known to lie on a disk inside this computer, which loses power only together with it: no share, no
 * stick, no disk on a cable, no file system of a program. false also where the system does not tell, and on every
 * system but Linux.
 */
export function liesOnFixedDisk(path: string, roots: DiskRoots = systemRoots): boolean {
  try {
    const device = deviceText(statSync(path).dev)
    if (device === null) return false
    const fileSystem = fileSystemOf(device, readFileSync(roots.mountInfo, 'utf8'))
    if (fileSystem === null || !localFileSystems.has(fileSystem)) return false
    return isFixed(realpathSync(join(roots.blockDevices, device)), 0)
  } catch {
    return false
  }
}

/** «major:minor» of the number `stat` gives (Linux); null beyond what a disk has. */
export const deviceText = (device: number): string | null =>
  device > 0xffffffff ? null : `${(device >>> 8) & 0xfff}:${(device & 0xff) | ((device >>> 12) & 0xfff00)}`

/** Every mount of one device has the same file system. */
function fileSystemOf(device: string, mountInfo: string): string | null {
  for (const line of mountInfo.split('\n')) {
    const [ofMount = '', ofFileSystem = ''] = line.split(' - ')
    if (ofMount.split(' ')[2] === device) return ofFileSystem.split(' ')[0] ?? null
  }
  return null
}

/** A device, or all that a device of the mapper (LVM, LUKS) or a RAID is made of. */
function isFixed(path: string, depth: number): boolean {
  if (depth > deepest) return false
  if (/\/devices\/virtual\/block\/(?:dm-|md)\d+$/.test(path)) {
    const beneath = readdirSync(join(path, 'slaves'))
    return beneath.length > 0 && beneath.every(name => isFixed(realpathSync(join(path, 'slaves', name)), depth + 1))
  }
  // On the computer's own bus, and nothing on the way to it may be unplugged or is reached over a network.
  return (
    /\/devices\/pci[^/]+\//.test(path) && !/\/(?:usb\d|mmc|fw\d|session\d|rport-)/.test(path) && !canBeUnplugged(path)
  )
}

/** What the kernel says of the disk («1») and of everything it hangs on («removable»). */
function canBeUnplugged(path: string): boolean {
  for (let above = path; basename(above) !== 'devices' && above !== dirname(above); above = dirname(above)) {
    const told = readOrEmpty(join(above, 'removable')).trim()
    if (told === '1' || told === 'removable') return true
  }
  return false
}
