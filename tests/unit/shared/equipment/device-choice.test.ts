import { expect, test } from 'vitest'
import { defaultDevice, findChosen } from '../../../../shared/equipment/device-choice.ts'

const headset = { deviceId: '1', label: 'Jabra', groupId: 'usb-1' }
const built = { deviceId: '2', label: 'Встроенный', groupId: 'pci' }

test.each([
  ['the same', headset, headset],
  ['another id after a new profile', { ...headset, deviceId: 'gone' }, headset],
  ['another socket', { ...headset, deviceId: 'gone', groupId: 'usb-7' }, headset],
  ['another language of its label', { deviceId: 'gone', label: 'Jabra (EN)', groupId: 'usb-1' }, headset],
  ['not there', { deviceId: 'gone', label: 'Logitech', groupId: 'usb-9' }, null],
  ['the default', defaultDevice, defaultDevice],
])('%s', (_name, choice, expected) => {
  expect(findChosen([headset, built], choice)).toEqual(expected)
})

test('unnamed devices (before the permission) are never taken for the chosen one', () => {
  expect(findChosen([{ deviceId: '', label: '', groupId: '' }], { deviceId: 'x', label: '', groupId: '' })).toBeNull()
})
