import { type DeviceChoice, defaultDevice } from '../../shared/equipment/device-choice.ts'

export type DeviceKind = 'camera' | 'microphone' | 'speaker'
export type ChosenDevices = Readonly<Record<DeviceKind, DeviceChoice>>

/** Shared by the check and the recorder: both are pages of one origin. */
export const chosenDevicesKey = 'devices.chosen'

/** What was chosen on this workplace; unreadable is as good as nothing. */
export function readChosen(storage: Pick<Storage, 'getItem'>): ChosenDevices {
  const stored = parsed(storage.getItem(chosenDevicesKey))
  return {
    camera: choiceOf(stored.camera),
    microphone: choiceOf(stored.microphone),
    speaker: choiceOf(stored.speaker),
  }
}

export function writeChosen(storage: Pick<Storage, 'setItem'>, chosen: ChosenDevices): void {
  storage.setItem(chosenDevicesKey, JSON.stringify(chosen))
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function choiceOf(value: unknown): DeviceChoice {
  if (typeof value !== 'object' || value === null) return defaultDevice
  const text = (name: string) => {
    const part = (value as Record<string, unknown>)[name]
    return typeof part === 'string' ? part : ''
  }
  return { deviceId: text('deviceId'), label: text('label'), groupId: text('groupId') }
}
