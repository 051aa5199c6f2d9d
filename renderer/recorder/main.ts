import '@fontsource-variable/golos-text'
import './recorder.css'
import * as z from 'zod'
import { hostOf } from '../../shared/desktop/host.ts'
import { desktopBridge } from '../desktop/desktop-bridge.ts'
import { chosenDevicesKey, readChosen } from '../devices/chosen-devices.ts'
import type { MicrophoneWish } from './capture/microphone-wish.ts'
import { connectWorkstation } from './link/connect-workstation.ts'
import { makeRecordingLock } from './link/recording-lock.ts'
import { makeRecorder } from './recorder.ts'
import { readWish, wishOfToday, writeWish } from './screen/remembered-wish.ts'
import { makeScreen } from './screen/screen.ts'

// Zod's compiled parsers need eval, which the content security policy forbids.
z.config({ jitless: true })

const initialWish = await wishOfToday(localStorage, readWish(localStorage))
const recorder = await makeRecorder({ initialWish, connect: connectWorkstation('recorder'), onChanged: draw })
const { capture } = recorder
const recordingLock = makeRecordingLock(navigator.locks)
const screen = makeScreen({
  initialWish,
  host: hostOf({ openTelemostInside: desktopBridge() !== null }),
  onChooseRoom: () => void capture.chooseRoom().then(listMicrophones),
  onMicrophone: wish => void takeMicrophone(wish),
})

function draw(): void {
  const view = recorder.view()
  recordingLock.hold(view.isRecording)
  // Nobody looks at a hidden page; its state is drawn with the first tick after it is shown.
  if (document.visibilityState === 'visible') screen.draw(view, capture.graph.takeMeters())
}

async function takeMicrophone(wish: MicrophoneWish): Promise<void> {
  await capture.takeMicrophone(wish)
  writeWish(localStorage, capture.microphone.wish())
  await listMicrophones()
}

async function listMicrophones(): Promise<void> {
  screen.listMicrophones(await navigator.mediaDevices.enumerateDevices(), capture.microphone.wish())
}

navigator.mediaDevices.addEventListener('devicechange', () => void listMicrophones())
// «Оборудование» is another page of this origin: what is chosen there is used here at once.
window.addEventListener('storage', ({ key }) => {
  if (key !== chosenDevicesKey) return
  const { deviceId } = readChosen(localStorage).microphone
  const wish = capture.microphone.wish()
  if (deviceId !== wish.deviceId) void takeMicrophone({ ...wish, deviceId })
})
window.addEventListener('beforeunload', event => {
  const { isRecording, heldBytes, isReplaced } = recorder.view()
  if (!isReplaced && (isRecording || heldBytes > 0)) event.preventDefault()
})

// A second window of a running browser does not get the size it was started with; a tab ignores this.
window.resizeTo(440, 560)

// Without a question only what was allowed before: a page reopened in mid-talk has the microphone at once.
const permission = await navigator.permissions.query({ name: 'microphone' })
if (permission.state === 'granted') await takeMicrophone(initialWish)
await listMicrophones()
await capture.chooseRoom()
