import type { ArmingRefusal, SourceCondition } from '../../../shared/recording/recorder-link.ts'

/** Everything the page shows, besides the meters. */
export interface RecorderView {
  readonly isReplaced: boolean
  readonly isLinkUp: boolean
  readonly refusedDetail: string | null
  readonly refusal: ArmingRefusal | null
  readonly picture: SourceCondition
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

/** Says in one heading how the recorder stands and what to press. */
export function headlineOf(view: RecorderView): Headline {
  if (view.isReplaced) {
    return {
      tone: 'idle',
      title: 'Запись ведёт другое окно',
      detail: 'Это окно больше не нужно, его можно закрыть.',
      repair: null,
    }
  }
  const trouble = troubleOf(view)
  if (view.isRecording) {
    return trouble === null
      ? {
          tone: 'recording',
          title: 'Идёт запись',
          detail: view.isMicrophoneMuted
            ? 'Ваш микрофон в записи выключен. Включить его можно в окне приёма.'
            : 'Окно можно свернуть, но закрывать его нельзя.',
          repair: null,
        }
      : { tone: 'attention', title: 'Идёт запись', detail: trouble.whileRecording, repair: trouble.repair }
  }
  if (trouble !== null) return { tone: 'attention', ...pick(trouble) }
  return {
    tone: 'ready',
    title: 'Готово к записи',
    detail: 'Запись начнётся из окна приёма. Это окно можно свернуть.',
    repair: null,
  }
}

const pick = ({ title, detail, repair }: Trouble): Pick<Headline, 'title' | 'detail' | 'repair'> => ({
  title,
  detail,
  repair,
})

/** The most urgent trouble first. */
function troubleOf(view: RecorderView): Trouble | null {
  if (view.picture !== 'live' || view.citizenSound !== 'live') return roomTrouble(view)
  if (view.microphone !== 'live') return microphoneTrouble(view)
  if (!view.isSoundRunning) {
    return {
      title: 'Звук не запущен',
      detail: 'Нажмите кнопку и выберите окно Телемоста ещё раз.',
      whileRecording: 'Звук приостановлен браузером. Выберите окно Телемоста ещё раз.',
      repair: 'chooseRoom',
    }
  }
  if (!view.isLinkUp) return linkTrouble(view)
  return null
}

function roomTrouble({ refusal, picture, citizenSound }: RecorderView): Trouble {
  const whileRecording = roomWhileRecording(picture, citizenSound)
  const choose = { whileRecording, repair: 'chooseRoom' } as const
  switch (refusal) {
    case 'noCitizenSound':
      return {
        title: 'Поделитесь вкладкой со звуком',
        detail:
          'Выбранный источник без звука. Выберите вкладку Телемоста и включите «Также предоставить доступ к аудио».',
        ...choose,
      }
    case 'notSupported':
      return {
        title: 'Браузер не может записывать',
        detail: 'Откройте «Видеоприём» в Chromium или Яндекс Браузере на этом компьютере.',
        ...choose,
      }
    case 'failed':
      return { title: 'Захват не начался', detail: 'Ничего не потеряно. Выберите окно Телемоста ещё раз.', ...choose }
    case 'shareRefused':
    case 'microphoneRefused':
    case null:
      break
    default:
      refusal satisfies never
  }
  if (picture === 'absent') {
    return {
      title: 'Выберите окно Телемоста',
      detail: 'Откройте комнату приёма, затем нажмите кнопку и укажите вкладку Телемоста вместе со звуком.',
      ...choose,
    }
  }
  return {
    title: picture === 'live' ? 'Нет звука Телемоста' : 'Нет изображения Телемоста',
    detail: 'Показ вкладки прекратился. Выберите окно Телемоста ещё раз.',
    ...choose,
  }
}

function roomWhileRecording(picture: SourceCondition, citizenSound: SourceCondition): string {
  if (picture !== 'live' && citizenSound !== 'live') {
    return 'Телемост не виден и не слышен. Ваш голос записывается. Выберите окно Телемоста ещё раз.'
  }
  return picture === 'live'
    ? 'Гражданина не слышно в записи. Изображение записывается. Выберите окно Телемоста ещё раз.'
    : 'Изображения нет, звук записывается. Выберите окно Телемоста ещё раз.'
}

function microphoneTrouble({ microphone, refusal }: RecorderView): Trouble {
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
        detail: 'Разрешите микрофон: значок слева от адреса окна, затем нажмите кнопку.',
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

function linkTrouble({ heldBytes, isHeldLimitReached, refusedDetail }: RecorderView): Trouble {
  const kept = `Записанное хранится в этом окне (${megabytes(heldBytes)}) и будет передано`
  return {
    title: 'Нет связи с программой',
    detail: refusedDetail ?? 'Окно соединится само, как только программа запустится.',
    whileRecording: isHeldLimitReached
      ? `Связи с программой нет слишком долго. ${kept}. Запустите «Видеоприём», окно не закрывайте.`
      : `Нет связи с программой. ${kept}, когда связь вернётся. Окно не закрывайте.`,
    repair: null,
  }
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} МБ`

/** «02:19», «1:02:19». */
export function elapsedText(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours === 0 ? rest : `${hours}:${rest}`
}
