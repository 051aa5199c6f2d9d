import { expect, test } from 'vitest'
import { readChosen, writeChosen } from '../../../../renderer/devices/chosen-devices.ts'
import { defaultDevice } from '../../../../shared/equipment/device-choice.ts'

function storage(text: string | null = null) {
  let kept = text
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value
    },
  }
}
const headset = { deviceId: '1', label: 'Jabra', groupId: 'usb' }

test('what was written is read', () => {
  const place = storage()
  writeChosen(place, { camera: defaultDevice, microphone: headset, speaker: headset })
  expect(readChosen(place)).toEqual({ camera: defaultDevice, microphone: headset, speaker: headset })
})

test.each([null, 'nonsense', '[]', '{"camera":7,"microphone":{"deviceId":9}}'])(
  'unreadable as good as none: %s',
  text => {
    expect(readChosen(storage(text))).toEqual({
      camera: defaultDevice,
      microphone: defaultDevice,
      speaker: defaultDevice,
    })
  },
)
