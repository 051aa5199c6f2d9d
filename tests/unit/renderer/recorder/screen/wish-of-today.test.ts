import { expect, test } from 'vitest'
import { chosenDevicesKey } from '../../../../../renderer/devices/chosen-devices.ts'
import { wishOfToday } from '../../../../../renderer/recorder/screen/remembered-wish.ts'

const input = (deviceId: string, label: string) => ({ kind: 'audioinput', deviceId, label, groupId: `g-${label}` })
const devices = [input('7', 'Jabra'), input('8', 'Встроенный')] as unknown as MediaDeviceInfo[]
const storage = (microphone: object | null) => ({
  getItem: (key: string) => (key === chosenDevicesKey && microphone ? JSON.stringify({ microphone }) : null),
})
const today = (wished: string, microphone: object | null) =>
  wishOfToday(storage(microphone), { deviceId: wished, hasHeadphones: true }, async () => devices)

test.each([
  ['still there', '7', null, '7'],
  ['known by its name under another id', 'old', { deviceId: 'old', label: 'Jabra', groupId: 'x' }, '7'],
  ['gone', 'old', { deviceId: 'old', label: 'Logitech', groupId: 'x' }, 'old'],
  ['the default', '', null, ''],
  [
    'chosen in «Оборудование», the recorder opened for the first time',
    '',
    { deviceId: '8', label: '', groupId: '' },
    '8',
  ],
])('%s', async (_name, wished, microphone, expected) => {
  expect(await today(wished, microphone)).toEqual({ deviceId: expected, hasHeadphones: true })
})
