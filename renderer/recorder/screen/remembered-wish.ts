import { findChosen } from '../../../shared/equipment/device-choice.ts'
import { readChosen } from '../../devices/chosen-devices.ts'
import type { MicrophoneWish } from '../capture/microphone-wish.ts'

/**
 * The wish with the device it means today: ids change with the profile, so what «Оборудование» knows of the device by
 * label and group finds it again.
 */
export async function wishOfToday(
  storage: Pick<Storage, 'getItem'>,
  wish: MicrophoneWish,
  listDevices: () => Promise<readonly MediaDeviceInfo[]> = () => navigator.mediaDevices.enumerateDevices(),
): Promise<MicrophoneWish> {
  const { microphone } = readChosen(storage)
  const inputs = (await listDevices()).filter(({ kind }) => kind === 'audioinput')
  if (wish.deviceId !== '' && inputs.some(({ deviceId }) => deviceId === wish.deviceId)) return wish
  return { ...wish, deviceId: findChosen(inputs, microphone)?.deviceId ?? wish.deviceId }
}

const key = 'recorder.microphone'

/** The choice made on this workplace last time, so that a reopened page takes the same microphone. */
export function readWish(storage: Pick<Storage, 'getItem'>): MicrophoneWish {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    if (typeof stored === 'object' && stored !== null && 'deviceId' in stored && 'hasHeadphones' in stored) {
      return { deviceId: String(stored.deviceId), hasHeadphones: stored.hasHeadphones === true }
    }
  } catch {
    // Unreadable is as good as none.
  }
  return { deviceId: '', hasHeadphones: false }
}

export function writeWish(storage: Pick<Storage, 'setItem'>, wish: MicrophoneWish): void {
  storage.setItem(key, JSON.stringify(wish))
}
