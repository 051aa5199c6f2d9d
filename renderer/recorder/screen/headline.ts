import { type Host, type HostText, textOn } from '../../../shared/desktop/host.ts'
import type { ArmingRefusal, SourceCondition } from '../../../shared/recording/recorder-link.ts'

/** Everything the page shows, besides the meters. */
export interface RecorderView {
  readonly isReplaced: boolean
  readonly isLinkUp: boolean
  readonly refusedDetail: string | null
  readonly refusal: ArmingRefusal | null
  readonly picture: SourceCondition
  /** The room was taken a moment ago: that it shows nothing yet is no trouble. */
  readonly isFirstPictureAwaited: boolean
  readonly citizenSound: SourceCondition
  readonly microphone: SourceCondition
  readonly isMicrophoneMuted: boolean
  readonly isSoundRunning: boolean
  readonly isRecording: boolean
  /** Milliseconds since the epoch; null until the encoder runs. */
  readonly recordingSinceMs: number | null
  readonly heldBytes: number
  readonly isHeldLimitReached: boolean
}

export type Repair = 'chooseRoom' | 'takeMicrophone'
export interface Headline {
  readonly tone: 'idle' | 'ready' | 'recording' | 'attention'
  readonly title: string
  /** What is wrong, what is kept, what to do. */
  readonly detail: string
  /** The button that repairs it; null where none is needed. */
  readonly repair: Repair | null
}

interface Trouble {
  readonly title: string
  readonly detail: string
  readonly whileRecording: string
  readonly repair: Repair | null
}

/** In a browser the person picks a window of it; in the desktop program the room is given. */
const roomTexts = {
  choose: { browser: 'Выберите окно Телемоста', desktop: 'Комната ещё не в записи' },
  chooseAgain: { browser: 'Выберите окно Телемоста ещё раз.', desktop: 'Нажмите кнопку: комната возьмётся ещё раз.' },
} as const satisfies Readonly<Record<string, HostText>>

/** What the buttons that take the room are called. */
export const chooseRoomText: HostText = { browser: 'Выбрать окно Телемоста', desktop: 'Взять комнату в запись' }
export const chooseAgainText: HostText = {
  browser: 'Выбрать окно Телемоста заново',
  desktop: 'Взять комнату в запись заново',
}

/** Says in one heading how the recorder stands and what to press. */
export function headlineOf(view: RecorderView, host: Host): Headline {
  if (view.isReplaced) {
    return {
      tone: 'idle',
      title: 'Запись ведёт другое окно',
      detail: 'Это окно больше не нужно, его можно закрыть.',
      repair: null,
    }
  }
  const trouble = troubleOf(view, host)
  if (view.isRecording) {
    return trouble === null
      ? {
          tone: 'recording',
          title: 'Идёт запись',
          detail: view.isMicrophoneMuted
            ? 'Ваш микрофон в записи выключен. Включить его можно в окне приёма.'
            : textOn(host, windowWhileRecording),
          repair: null,
        }
      : { tone: 'attention', title: 'Идёт запись', detail: trouble.whileRecording, repair: trouble.repair }
  }
  if (trouble !== null) return { tone: 'attention', ...pick(trouble) }
  return {
    tone: 'ready',
    title: 'Готово к записи',
    detail: textOn(host, readyDetail),
    repair: null,
  }
}

const windowWhileRecording: HostText = {
  browser: 'Окно можно свернуть, но закрывать его нельзя.',
  desktop: 'Окно можно закрыть: запись идёт и без него.',
}

const readyDetail: HostText = {
  browser: 'Запись начнётся из окна приёма. Это окно можно свернуть.',
  desktop: 'Запись начнётся из окна приёма. Это окно можно закрыть.',
}

const pick = ({ title, detail, repair }: Trouble): Pick<Headline, 'title' | 'detail' | 'repair'> => ({
  title,
  detail,
  repair,
})

/** The most urgent trouble first. */
function troubleOf(view: RecorderView, host: Host): Trouble | null {
  const again = textOn(host, roomTexts.chooseAgain)
  if (view.picture !== 'live' || view.citizenSound !== 'live') return roomTrouble(view, host)
  if (view.microphone !== 'live') return microphoneTrouble(view, host)
  if (!view.isSoundRunning) {
    return {
      title: 'Звук не запущен',
      detail: textOn(host, {
        browser: 'Нажмите кнопку и выберите окно Телемоста ещё раз.',
        desktop: roomTexts.chooseAgain.desktop,
      }),
      whileRecording: `${textOn(host, { browser: 'Звук приостановлен браузером.', desktop: 'Звук приостановлен.' })} ${again}`,
      repair: 'chooseRoom',
    }
  }
  if (!view.isLinkUp) return linkTrouble(view, host)
  return null
}

function roomTrouble({ refusal, picture, citizenSound, isFirstPictureAwaited }: RecorderView, host: Host): Trouble {
  const again = textOn(host, roomTexts.chooseAgain)
  const whileRecording = roomWhileRecording(picture, citizenSound, again)
  const choose = { whileRecording, repair: 'chooseRoom' } as const
  switch (refusal) {
    case 'noCitizenSound':
      return {
        title: textOn(host, { browser: 'Поделитесь вкладкой со звуком', desktop: 'Комната взята без звука' }),
        detail: textOn(host, {
          browser:
            'Выбранный источник без звука. Выберите вкладку Телемоста и включите «Также предоставить доступ к аудио».',
          desktop: roomTexts.chooseAgain.desktop,
        }),
        ...choose,
      }
    case 'notSupported':
      return {
        title: textOn(host, { browser: 'Браузер не может записывать', desktop: 'Программа не может записывать' }),
        detail: textOn(host, {
          browser: 'Откройте «Видеоприём» в Chromium или Яндекс Браузере на этом компьютере.',
          desktop: 'Программа установлена не полностью. Вызовите технического специалиста.',
        }),
        ...choose,
      }
    case 'failed':
      return { title: 'Захват не начался', detail: `Ничего не потеряно. ${again}`, ...choose }
    case 'shareRefused':
    case 'microphoneRefused':
    case null:
      break
    default:
      refusal satisfies never
  }
  if (picture === 'absent') {
    return {
      title: textOn(host, roomTexts.choose),
      detail: textOn(host, {
        browser: 'Откройте комнату приёма, затем нажмите кнопку и укажите вкладку Телемоста вместе со звуком.',
        desktop: 'Откройте комнату приёма: она возьмётся в запись сама, вместе со звуком.',
      }),
      ...choose,
    }
  }
  if (isFirstPictureAwaited && citizenSound === 'live') {
    return {
      title: 'Ждём картинку комнаты',
      detail: 'Комната взята, первая картинка ещё не пришла.',
      whileRecording,
      repair: null,
    }
  }
  return {
    title: picture === 'live' ? 'Нет звука Телемоста' : 'Нет изображения Телемоста',
    detail: `${textOn(host, { browser: 'Показ вкладки прекратился.', desktop: 'Показ комнаты прекратился.' })} ${again}`,
    ...choose,
  }
}

function roomWhileRecording(picture: SourceCondition, citizenSound: SourceCondition, again: string): string {
  if (picture !== 'live' && citizenSound !== 'live') {
    return `Телемост не виден и не слышен. Ваш голос записывается. ${again}`
  }
  return picture === 'live'
    ? `Гражданина не слышно в записи. Изображение записывается. ${again}`
    : `Изображения нет, звук записывается. ${again}`
}

function microphoneTrouble({ microphone, refusal }: RecorderView, host: Host): Trouble {
  const whileRecording = 'Ваш микрофон не работает, гражданин записывается. Подключите микрофон и нажмите кнопку.'
  if (microphone === 'muted') {
    return {
      title: 'Микрофон выключен',
      detail: 'Его выключили кнопкой на гарнитуре или в системе. Включите его там же.',
      whileRecording: 'Ваш микрофон выключен на гарнитуре или в системе. Гражданин записывается.',
      repair: null,
    }
  }
  return refusal === 'microphoneRefused'
    ? {
        title: 'Нет доступа к микрофону',
        detail: textOn(host, {
          browser: 'Разрешите микрофон: значок слева от адреса окна, затем нажмите кнопку.',
          desktop: 'Разрешите микрофон в настройках компьютера, затем нажмите кнопку.',
        }),
        whileRecording,
        repair: 'takeMicrophone',
      }
    : {
        title: 'Нет микрофона',
        detail: 'Подключите микрофон и нажмите кнопку.',
        whileRecording,
        repair: 'takeMicrophone',
      }
}

function linkTrouble({ heldBytes, isHeldLimitReached, refusedDetail }: RecorderView, host: Host): Trouble {
  const stay = textOn(host, { browser: 'окно не закрывайте', desktop: 'не выходите из программы' })
  const kept = `Записанное хранится в этом окне (${megabytes(heldBytes)}) и будет передано`
  return {
    title: 'Нет связи с программой',
    detail: refusedDetail ?? 'Окно соединится само, как только программа запустится.',
    whileRecording: isHeldLimitReached
      ? `Связи с программой нет слишком долго. ${kept}. ${textOn(host, longLinkLossText)}, ${stay}.`
      : `Нет связи с программой. ${kept}, когда связь вернётся. ${sentence(stay)}.`,
    repair: null,
  }
}

const longLinkLossText: HostText = { browser: 'Запустите «Видеоприём»', desktop: 'Вызовите технического специалиста' }

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} МБ`

/** «02:19», «1:02:19». */
export function elapsedText(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours === 0 ? rest : `${hours}:${rest}`
}
