import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deviceText, liesOnFixedDisk } from '../../../../electron/disk/fixed-disk.ts'

/** The device tree of a kernel in a folder of our own; the file is a real one, on whatever device it lies. */
let root: string
let file: string
let device: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'videopriem-disk-'))
  file = join(root, 'workstation.db')
  writeFileSync(file, '')
  device = deviceText(statSync(file).dev) ?? ''
})
afterEach(() => rmSync(root, { recursive: true }))

interface Machine {
  readonly fileSystem?: string
  /** Where the device hangs. */
  readonly at: string
  /** Files of the tree. */
  readonly files?: Readonly<Record<string, string>>
  /** What a device of the mapper is made of: name → where it hangs. */
  readonly slaves?: Readonly<Record<string, string>>
}

function judge({ fileSystem = 'ext4', at, files = {}, slaves = {} }: Machine): boolean {
  const inTree = (path: string): string => join(root, 'sys/devices', path)
  for (const path of [at, ...Object.values(slaves)]) mkdirSync(inTree(path), { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(inTree(path)), { recursive: true })
    writeFileSync(inTree(path), text)
  }
  for (const [name, path] of Object.entries(slaves)) {
    mkdirSync(join(inTree(at), 'slaves'), { recursive: true })
    symlinkSync(inTree(path), join(inTree(at), 'slaves', name))
  }
  const blockDevices = join(root, 'sys/dev/block')
  mkdirSync(blockDevices, { recursive: true })
  symlinkSync(inTree(at), join(blockDevices, device))
  const mountInfo = join(root, 'mountinfo')
  writeFileSync(
    mountInfo,
    `20 1 0:21 / /proc rw - proc proc rw\n22 1 ${device} / / rw shared:1 - ${fileSystem} /dev/x rw\n`,
  )
  return liesOnFixedDisk(file, { mountInfo, blockDevices })
}

const sata = 'pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda'
const nvme = 'pci0000:00/0000:00:1d.0/0000:3d:00.0/nvme/nvme0/nvme0n1'
const stick = 'pci0000:00/0000:00:14.0/usb1/1-3/1-3:1.0/host4/target4:0:0/4:0:0:0/block/sdb'

test.each<[string, Machine]>([
  ['a SATA disk', { at: `${sata}/sda2`, files: { [`${sata}/removable`]: '0\n' } }],
  ['an NVMe disk', { at: `${nvme}/nvme0n1p2`, fileSystem: 'xfs' }],
  ['a virtual disk', { at: 'pci0000:00/0000:00:02.0/virtio1/block/vda' }],
  ['LUKS on NVMe', { at: 'virtual/block/dm-0', slaves: { nvme0n1p3: `${nvme}/nvme0n1p3` } }],
  ['a RAID of two', { at: 'virtual/block/md0', slaves: { sda1: `${sata}/sda1`, n: `${nvme}/nvme0n1p1` } }],
])('inside the computer: %s', (_, machine) => {
  expect(judge(machine)).toBe(true)
})

test.each<[string, Machine]>([
  [
    'a disk on a USB cable, which calls itself fixed',
    { at: `${stick}/sdb1`, files: { [`${stick}/removable`]: '0\n' } },
  ],
  ['a medium that can be taken out', { at: `${sata}/sda1`, files: { [`${sata}/removable`]: '1\n' } }],
  [
    'a disk in a Thunderbolt case',
    { at: `${nvme}/nvme0n1p1`, files: { 'pci0000:00/0000:00:1d.0/0000:3d:00.0/removable': 'removable\n' } },
  ],
  ['a card', { at: 'pci0000:00/0000:00:1a.0/mmc_host/mmc0/mmc0:aaaa/block/mmcblk0/mmcblk0p1' }],
  ['a disk of a server (iSCSI)', { at: 'pci0000:00/0000:00:05.0/host2/session1/target2:0:0/block/sdc' }],
  ['the same as a volume', { at: 'virtual/block/dm-1', slaves: { sdc: 'platform/host2/session1/block/sdc' } }],
  ['LUKS on a stick', { at: 'virtual/block/dm-0', slaves: { sdb1: `${stick}/sdb1` } }],
  [
    'a RAID half of which is a stick',
    { at: 'virtual/block/md0', slaves: { sda1: `${sata}/sda1`, s: `${stick}/sdb1` } },
  ],
  ['a volume of nobody knows what', { at: 'virtual/block/dm-0' }],
  ['a file as a disk', { at: 'virtual/block/loop0' }],
  ['a disk over the network', { at: 'virtual/block/nbd0' }],
  ['a bus nobody here knows', { at: 'platform/soc/1c0f000.mmc/block/sda' }],
  ['a file system of a program', { at: `${sata}/sda1`, fileSystem: 'fuseblk' }],
  ['a share', { at: `${sata}/sda1`, fileSystem: 'cifs' }],
])('not known to be: %s', (_, machine) => {
  expect(judge(machine)).toBe(false)
})

test('no such device, no list of mounts, no file', () => {
  const mountInfo = join(root, 'mountinfo')
  expect(liesOnFixedDisk(file, { mountInfo, blockDevices: root })).toBe(false)
  writeFileSync(mountInfo, `22 1 ${device} / / rw - ext4 /dev/x rw\n`)
  expect(liesOnFixedDisk(file, { mountInfo, blockDevices: root })).toBe(false)
  expect(liesOnFixedDisk(join(root, 'none'))).toBe(false)
})
