import type { RecorderView } from '../../../shared/contract/workplace.ts'
import { type Host, type HostText, textOn } from '../../../shared/desktop/host.ts'

export interface StartRefusal {
  readonly ok: false
  readonly code: 'recorderNotArmed' | 'noRoom' | 'recordingNotStarted'
  /** Russian, for the specialist: what happened, what to do. */
  readonly hint: string
}

type NotArmedReason = NonNullable<RecorderView['notArmedBecause']> | 'roomNotRecognised'

const notArmedHints: Readonly<Record<NotArmedReason, HostText>> = {
  noPage: {
    browser: 'Запись не начата: окно записи закрыто. Откройте окно записи и выберите вкладку Телемоста.',
    desktop: 'Запись не начата: запись внутри программы не готова. Откройте окно записи и повторите.',
  },
  noSources: {
    browser: 'Запись не начата: в окне записи не выбраны изображение и звук. Выберите вкладку Телемоста со звуком.',
    desktop: 'Запись не начата: комната Телемоста ещё не взята в запись. Откройте окно записи и повторите.',
  },
  otherReception: {
    browser: 'Запись не начата: в окне записи выбрана комната другого приёма. Выберите вкладку Телемоста этого приёма.',
    desktop: 'Запись не начата: в записи комната другого приёма. Откройте комнату этого приёма.',
  },
  pictureLost: {
    browser: 'Запись не начата: нет изображения из Телемоста. Выберите вкладку Телемоста в окне записи ещё раз.',
    desktop: 'Запись не начата: нет изображения из Телемоста. Откройте окно записи: комната возьмётся ещё раз.',
  },
  noCitizenSound: {
    browser:
      'Запись не начата: нет звука из Телемоста. Выберите вкладку ещё раз и включите «Предоставить доступ к аудио».',
    desktop: 'Запись не начата: нет звука из Телемоста. Откройте окно записи: комната возьмётся ещё раз.',
  },
  noMicrophone: 'Запись не начата: микрофон специалиста недоступен. Подключите микрофон и выберите его в окне записи.',
  noRoom: 'Запись не начата: на диске не хватает места для приёма. Освободите место и повторите.',
  roomNotRecognised:
    'Запись не начата: не подтверждено, что в окне записи комната этого приёма. Посмотрите на изображение и ответьте.',
}

export const notArmed = (reason: NotArmedReason, host: Host): StartRefusal => ({
  ok: false,
  code: reason === 'noRoom' ? 'noRoom' : 'recorderNotArmed',
  hint: textOn(host, notArmedHints[reason]),
})

/** With the figures, so that the technician knows how much to free. */
export function noRoom(freeBytes: number, neededBytes: number): StartRefusal {
  return {
    ok: false,
    code: 'noRoom',
    hint:
      `Запись не начата: на диске свободно ${size(freeBytes)}, для одного приёма нужно ${size(neededBytes)} ` +
      '(запись и её проверенная копия). Освободите место и повторите.',
  }
}

export const notStarted = (why: NotStartedReason, host: Host): StartRefusal => ({
  ok: false,
  code: 'recordingNotStarted',
  hint: textOn(host, notStartedHints[why]),
})

const notStartedHints = {
  busy: 'Ещё идёт другая запись. Завершите её, затем начните эту.',
  noAnswer: {
    browser: 'Запись не началась: окно записи не ответило. Закройте его, откройте заново и повторите.',
    desktop: 'Запись не началась: запись внутри программы не ответила. Повторите.',
  },
  pageGone: {
    browser: 'Запись не началась: окно записи закрылось. Откройте его заново и повторите.',
    desktop: 'Запись не началась: запись внутри программы остановилась из-за ошибки и открывается сама. Повторите.',
  },
  diskFull: 'Запись не началась: на диске закончилось место. Освободите место и повторите.',
  diskForbidden:
    'Запись не началась: у этой учётной записи нет прав на папку видеозаписей. Возможно, её создал другой пользователь ' +
    'компьютера. Технический специалист может дать права или указать другую папку.',
  diskReadOnly:
    'Запись не началась: диск с папкой видеозаписей доступен только для чтения. Вызовите технического специалиста.',
  diskGone: 'Запись не началась: папка видеозаписей недоступна. Подключите диск или сетевую папку и повторите.',
  fileReplaced:
    'Запись не началась: файл записи удалила или заменила другая программа. Вызовите технического специалиста.',
  diskFailed: 'Запись не началась: не удалось записать файл на диск. Проверьте диск и повторите.',
  closing: 'Запись не началась: программа завершает работу.',
  unknown: 'Эта запись уже завершена. Продолжить её нельзя.',
} as const satisfies Readonly<Record<string, HostText>>

export type NotStartedReason = keyof typeof notStartedHints

function size(bytes: number): string {
  const megabytes = bytes / 1_000_000
  return megabytes >= 1_000 ? `${number(megabytes / 1_000, 1)} ГБ` : `${number(megabytes, megabytes >= 10 ? 0 : 1)} МБ`
}

const number = (value: number, digits: number): string =>
  new Intl.NumberFormat('ru', { maximumFractionDigits: digits }).format(value)
