import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where Linux keeps what is asked; tests have their own. */
export interface LinuxRoots {
  readonly mountInfo: string
  readonly blockDevices: string
}

const systemRoots: LinuxRoots = { mountInfo: '/proc/self/mountinfo', blockDevices: '/sys/dev/block' }

/**
 * Whether the disk of a folder is encrypted by dm-crypt (LUKS), looked for beneath LVM as well; null where the folder
 * lies on no block device (network, memory, a container's layers).
 */
export async function isEncryptedFolder(directory: string, roots: LinuxRoots = systemRoots): Promise<boolean | null> {
  const info = await readFile(roots.mountInfo, 'utf8').catch(() => '')
  const device = deviceOf(directory, info)
  if (device === null) return null
  return isEncryptedDevice(join(roots.blockDevices, device), 0)
}

/** «major:minor» of the deepest mount that holds the folder. */
export function deviceOf(directory: string, mountInfo: string): string | null {
  let best: { readonly point: string; readonly device: string } | null = null
  for (const line of mountInfo.split('\n')) {
    const [, , device, , point] = line.split(' ')
    if (device === undefined || point === undefined) continue
    const isAbove = directory === point || directory.startsWith(point.endsWith('/') ? point : `${point}/`)
    if (isAbove && point.length >= (best?.point.length ?? 0)) best = { point, device }
  }
  // Major 0: no block device behind it.
  return best === null || best.device.startsWith('0:') ? null : best.device
}

const deepest = 8

async function isEncryptedDevice(path: string, depth: number): Promise<boolean | null> {
  const uuid = await readFile(join(path, 'dm/uuid'), 'utf8').catch(() => '')
  if (uuid.startsWith('CRYPT-')) return true
  const beneath = await readdir(join(path, 'slaves')).catch(() => null)
  // A partition has no list of its own; what cannot be read is not known.
  if (beneath === null) return (await readdir(path).catch(() => null)) === null ? null : false
  if (beneath.length === 0 || depth >= deepest) return false
  const answers = await Promise.all(beneath.map(name => isEncryptedDevice(join(path, 'slaves', name), depth + 1)))
  return answers.every(answer => answer === true)
}
