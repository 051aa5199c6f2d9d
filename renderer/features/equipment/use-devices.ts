import { useCallback, useEffect, useState } from 'react'
import type { DeviceChoice } from '../../../shared/equipment/device-choice.ts'
import { type ChosenDevices, type DeviceKind, readChosen, writeChosen } from '../../devices/chosen-devices.ts'
import { readWish, writeWish } from '../../recorder/screen/remembered-wish.ts'

export type DeviceOption = DeviceChoice
type Devices = Readonly<Record<DeviceKind, readonly DeviceOption[]>>

const kindOf: Readonly<Partial<Record<MediaDeviceKind, DeviceKind>>> = {
  videoinput: 'camera',
  audioinput: 'microphone',
  audiooutput: 'speaker',
}
const noDevices: Devices = { camera: [], microphone: [], speaker: [] }

/** What is chosen in one place of the screen shows in every other. */
const choices = new EventTarget()
const chosenEvent = 'chosen'

/** The devices of this computer as they come and go, and which of them are chosen here. */
export function useDevices() {
  const [devices, setDevices] = useState<Devices>(noDevices)
  const [chosen, setChosen] = useState<ChosenDevices>(() => readChosen(localStorage))
  useEffect(() => {
    let isGone = false
    const list = async (): Promise<void> => {
      const found = await navigator.mediaDevices.enumerateDevices()
      if (!isGone) setDevices(byKind(found))
    }
    void list()
    const onChange = (): void => void list()
    const onChosen = (): void => setChosen(readChosen(localStorage))
    navigator.mediaDevices.addEventListener('devicechange', onChange)
    choices.addEventListener(chosenEvent, onChosen)
    return () => {
      isGone = true
      navigator.mediaDevices.removeEventListener('devicechange', onChange)
      choices.removeEventListener(chosenEvent, onChosen)
    }
  }, [])
  const choose = useCallback((kind: DeviceKind, device: DeviceChoice) => {
    const next = { ...readChosen(localStorage), [kind]: device }
    writeChosen(localStorage, next)
    // The recorder's own memory: it may be opened later than this.
    if (kind === 'microphone') writeWish(localStorage, { ...readWish(localStorage), deviceId: device.deviceId })
    choices.dispatchEvent(new Event(chosenEvent))
  }, [])
  return { devices, chosen, choose }
}

function byKind(found: readonly MediaDeviceInfo[]): Devices {
  const of = (wanted: DeviceKind) =>
    found
      .filter(({ kind }) => kindOf[kind] === wanted)
      .map(({ deviceId, label, groupId }) => ({ deviceId, label, groupId }))
  return { camera: of('camera'), microphone: of('microphone'), speaker: of('speaker') }
}
