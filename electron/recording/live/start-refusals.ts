import type { RecorderView } from '../../../shared/contract/workplace.ts'

export interface StartRefusal {
  readonly ok: false
  readonly code: 'recorderNotArmed' | 'noRoom' | 'recordingNotStarted'
  /** Russian, for the specialist: what happened, what to do. */
  readonly hint: string
}

type NotArmedReason = NonNullable<RecorderView['notArmedBecause']> | 'roomNotRecognised'

const notArmedHints: Record<NotArmedReason, string> = {
  noPage: 'Запись не начата: окно записи закрыто. Откройте окно записи и выберите вкладку Телемоста.',
  noSources: 'Запись не начата: в окне записи не выбраны изображение и звук. Выберите вкладку Телемоста со звуком.',
  otherReception:
    'Запись не начата: в окне записи выбрана комната другого приёма. Выберите вкладку Телемоста этого приёма.',
  pictureLost: 'Запись не начата: нет изображения из Телемоста. Выберите вкладку Телемоста в окне записи ещё раз.',
  noCitizenSound:
    'Запись не начата: нет звука из Телемоста. Выберите вкладку ещё раз и включите «Предоставить доступ к аудио».',
  noMicrophone: 'Запись не начата: микрофон специалиста недоступен. Подключите микрофон и выберите его в окне записи.',
  noRoom: 'Запись не начата: на диске не хватает места для приёма. Освободите место и повторите.',
  roomNotRecognised:
    'Запись не начата: не подтверждено, что в окне записи комната этого приёма. Посмотрите на изображение и ответьте.',
}

export const notArmed = (reason: NotArmedReason): StartRefusal => ({
  ok: false,
  code: reason === 'noRoom' ? 'noRoom' : 'recorderNotArmed',
  hint: notArmedHints[reason],
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

export const notStarted = (why: keyof typeof notStartedHints): StartRefusal => ({
  ok: false,
  code: 'recordingNotStarted',
  hint: notStartedHints[why],
})

const notStartedHints = {
  busy: 'Ещё идёт другая запись. Завершите её, затем начните эту.',
  noAnswer: 'Запись не началась: окно записи не ответило. Закройте его, откройте заново и повторите.',
  pageGone: 'Запись не началась: окно записи закрылось. Откройте его заново и повторите.',
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
} as const

function size(bytes: number): string {
  const megabytes = bytes / 1_000_000
  return megabytes >= 1_000 ? `${number(megabytes / 1_000, 1)} ГБ` : `${number(megabytes, megabytes >= 10 ? 0 : 1)} МБ`
}

const number = (value: number, digits: number): string =>
  new Intl.NumberFormat('ru', { maximumFractionDigits: digits }).format(value)
