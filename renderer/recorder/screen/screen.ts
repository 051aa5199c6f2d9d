import { type Host, textOn } from '../../../shared/desktop/host.ts'
import type { Levels } from '../capture/audio-graph.ts'
import type { MicrophoneWish } from '../capture/microphone-wish.ts'
import { chooseAgainText, chooseRoomText, elapsedText, headlineOf, type RecorderView, type Repair } from './headline.ts'
import { meterShare, meterWord } from './meter.ts'

/** The page's elements; it only draws and reports presses. */
export interface Screen {
  draw(view: RecorderView, meters: Levels): void
  /** Fills the list of microphones. */
  listMicrophones(devices: readonly MediaDeviceInfo[], wish: MicrophoneWish): void
}

export interface ScreenDeps {
  readonly onChooseRoom: () => void
  readonly onMicrophone: (wish: MicrophoneWish) => void
  readonly initialWish: MicrophoneWish
  readonly host: Host
}

export function makeScreen({ onChooseRoom, onMicrophone, initialWish, host }: ScreenDeps): Screen {
  const repairWords: Readonly<Record<Repair, string>> = {
    chooseRoom: textOn(host, chooseRoomText),
    takeMicrophone: 'Включить микрофон',
  }
  const state = element('state', HTMLElement)
  const title = element('title', HTMLElement)
  const elapsed = element('elapsed', HTMLElement)
  const detail = element('detail', HTMLElement)
  const repair = element('repair', HTMLButtonElement)
  const again = element('again', HTMLButtonElement)
  const link = element('link', HTMLElement)
  const picker = element('microphone', HTMLSelectElement)
  const headphones = element('headphones', HTMLInputElement)
  let barsDrawnAtMs = Number.NEGATIVE_INFINITY
  const bars = { citizen: makeBar('citizen'), specialist: makeBar('specialist') }

  write(again, textOn(host, chooseAgainText))
  headphones.checked = initialWish.hasHeadphones
  const wish = (): MicrophoneWish => ({ deviceId: picker.value, hasHeadphones: headphones.checked })
  picker.onchange = () => onMicrophone(wish())
  headphones.onchange = () => onMicrophone(wish())
  again.onclick = onChooseRoom
  repair.onclick = () => (repair.dataset.repair === 'takeMicrophone' ? onMicrophone(wish()) : onChooseRoom())

  return {
    draw(view, meters) {
      const headline = headlineOf(view, host)
      state.dataset.tone = headline.tone
      write(title, headline.title)
      write(detail, headline.detail)
      write(elapsed, view.recordingSinceMs === null ? '' : elapsedText(Date.now() - view.recordingSinceMs))
      show(repair, headline.repair !== null)
      if (headline.repair !== null) {
        repair.dataset.repair = headline.repair
        write(repair, repairWords[headline.repair])
      }
      // One way to the picker is enough: the big button where it repairs, the small one otherwise.
      show(again, headline.repair !== 'chooseRoom' && !view.isReplaced)
      link.dataset.up = String(view.isLinkUp)
      write(link, linkWord(view))
      const nowMs = performance.now()
      if (nowMs - barsDrawnAtMs < barsEveryMs) return
      barsDrawnAtMs = nowMs
      bars.citizen(meters.citizenDb)
      bars.specialist(meters.specialistDb, view.isMicrophoneMuted ? 'выключен' : undefined)
    },
    listMicrophones(devices, { deviceId }) {
      const inputs = devices.filter(device => device.kind === 'audioinput' && device.deviceId !== 'default')
      picker.replaceChildren(
        new Option('Микрофон системы', ''),
        ...inputs
          .filter(device => device.deviceId !== '')
          .map((device, index) => new Option(device.label || `Микрофон ${index + 1}`, device.deviceId)),
      )
      picker.value = deviceId
      if (picker.value !== deviceId) picker.value = ''
    },
  }
}

/** Each move of a bar is paid for with a picture of the window while a room is recorded. */
const barsEveryMs = 240

function linkWord({ isReplaced, isLinkUp }: RecorderView): string {
  if (isReplaced) return 'отключено'
  return isLinkUp ? 'связь есть' : 'нет связи'
}

function makeBar(name: string): (levelDb: number, word?: string) => void {
  const bar = element(`${name}-bar`, HTMLMeterElement)
  const wordElement = element(`${name}-word`, HTMLElement)
  return (levelDb, word = meterWord(levelDb)) => {
    bar.value = meterShare(levelDb)
    write(wordElement, word)
  }
}

/** Keeps its place: a button that jumps is pressed by mistake. */
function show(button: HTMLElement, isShown: boolean): void {
  button.style.visibility = isShown ? 'visible' : 'hidden'
}

/** A live region speaks at each write, so equal text is not written. */
function write(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text
}

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`recorder.html lacks #${id}`)
  return found
}
