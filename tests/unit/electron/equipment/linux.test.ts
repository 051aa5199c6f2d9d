import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deviceOf, isEncryptedFolder } from '../../../../electron/equipment/linux-encryption.ts'
import { readPower } from '../../../../electron/equipment/linux-power.ts'

/** The files of /sys and /proc as kernels write them, in a folder of our own. */
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'videopriem-sys-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
}

test.each([
  ['a laptop on its charger', { 'AC/type': 'Mains\n', 'AC/online': '1\n', 'BAT0/type': 'Battery\n' }, 'mains'],
  ['on battery', { 'AC/type': 'Mains\n', 'AC/online': '0\n', 'BAT0/type': 'Battery\n' }, 'battery'],
  ['a desktop with a wireless mouse', { 'hid/type': 'Battery\n', 'hid/scope': 'Device\n' }, null],
  ['a desktop', {}, null],
])('%s', async (_name, files, expected) => {
  put(files)
  expect(await readPower(root)).toBe(expected)
})

test('no such folder: not known', async () => {
  expect(await readPower(join(root, 'gone'))).toBeNull()
})

const mounts = `22 1 8:2 / / rw - ext4 /dev/sda2 rw
23 22 253:1 / /home rw - ext4 /dev/mapper/home rw
24 22 0:30 / /mnt/share rw - cifs //server/share rw
`

test('the deepest mount counts; a share has no device', () => {
  expect(deviceOf('/home/anna/records', mounts)).toBe('253:1')
  expect(deviceOf('/homework', mounts)).toBe('8:2')
  expect(deviceOf('/mnt/share/records', mounts)).toBeNull()
  expect(deviceOf('/home', '')).toBeNull()
})

test.each([
  ['LVM over LUKS', { '253:1/dm/uuid': 'LVM-1', '253:1/slaves/dm-0/dm/uuid': 'CRYPT-LUKS2-7\n' }, true],
  ['LUKS', { '253:1/dm/uuid': 'CRYPT-LUKS1-7\n' }, true],
  ['LVM on a plain disk', { '253:1/dm/uuid': 'LVM-1', '253:1/slaves/sda3/size': '1' }, false],
  ['nothing can be read', {}, null],
])('%s', async (_name, files, expected) => {
  put({ mountinfo: mounts, ...files })
  const roots = { mountInfo: join(root, 'mountinfo'), blockDevices: root }
  expect(await isEncryptedFolder('/home/anna', roots)).toBe(expected)
})
