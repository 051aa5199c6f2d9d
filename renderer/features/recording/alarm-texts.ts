import type { AlarmCode } from '../../../shared/contract/workplace.ts'
import { type Host, type HostText, textOn } from '../../../shared/desktop/host.ts'
import { WriteFailure } from '../../../shared/recording/slip.ts'

export interface AlarmText {
  /** What happened to the user's work. */
  readonly happened: string
  /** What is kept. */
  readonly kept: string
  /** What to do. */
  readonly todo: string
  /** The repair itself; null where nothing on this screen mends it. */
  readonly repair: 'openRecorder' | null
}

/** What happened is told alike on every host: the story of a recording may be read on another one. */
interface AlarmWords extends Pick<AlarmText, 'happened' | 'repair'> {
  readonly kept: HostText
  readonly todo: HostText
}

const reopenTodo: HostText = {
  browser: 'Откройте окно записи и выберите вкладку Телемоста заново.',
  desktop: 'Откройте окно записи: комната возьмётся в запись ещё раз.',
}

/** Every alarm in words, most of them with the way back. */
export const alarmTexts: Readonly<Record<AlarmCode, AlarmWords>> = {
  recorderLost: {
    happened: 'Запись остановилась: окно записи закрылось',
    kept: 'Всё записанное до этого сохранено на диске.',
    todo: 'Откройте окно записи, затем сообщите гражданину, что видеозапись продолжается: после этого она пойдёт новой частью.',
    repair: 'openRecorder',
  },
  noNewBytes: {
    happened: 'Запись не растёт: новых данных нет',
    kept: 'Записанное раньше сохранено.',
    todo: 'Откройте окно записи. Если не поможет — отметьте неисправность (п. 3.5).',
    repair: 'openRecorder',
  },
  chunkMissing: {
    happened: 'Фрагмент записи не дошёл до диска',
    kept: 'Остальная запись сохранена; пропуск отмечен в проверке.',
    todo: 'Продолжайте приём. Если тревога не уйдёт, откройте окно записи.',
    repair: 'openRecorder',
  },
  diskFull: {
    happened: 'Запись остановилась: на диске нет места',
    kept: 'Всё записанное до этого сохранено.',
    todo: 'Освободите место на диске или вызовите технического специалиста. Приём без записи не проводится (п. 3.6).',
    repair: null,
  },
  diskForbidden: {
    happened: 'Запись остановилась: нет прав на запись в папку видеозаписей',
    kept: 'Всё записанное до этого сохранено.',
    todo: 'Вызовите технического специалиста: папку видеозаписей может изменять только другая учётная запись компьютера.',
    repair: null,
  },
  diskReadOnly: {
    happened: 'Запись остановилась: диск доступен только для чтения',
    kept: 'Всё записанное до этого сохранено.',
    todo: 'Вызовите технического специалиста. Приём без записи не проводится (п. 3.6).',
    repair: null,
  },
  diskGone: {
    happened: 'Запись остановилась: диск или сетевая папка видеозаписей отключены',
    kept: 'Записанное раньше осталось на том диске.',
    todo: 'Подключите диск или восстановите связь с сетевой папкой, затем продолжите запись.',
    repair: null,
  },
  fileReplaced: {
    happened: 'Запись остановилась: её файл удалён или заменён другой программой',
    kept: 'Сохранено то, что осталось в папке; сколько именно — покажет проверка.',
    todo: 'Сообщите гражданину, что видеозапись продолжается: она пойдёт новой частью. Вызовите технического специалиста.',
    repair: null,
  },
  diskFailed: {
    happened: 'Запись остановилась: ошибка записи на диск',
    kept: 'Всё записанное до этого сохранено.',
    todo: 'Вызовите технического специалиста: диск может быть неисправен. Приём без записи не проводится (п. 3.6).',
    repair: null,
  },
  pictureEnded: {
    happened: 'Изображение Телемоста не записывается: показ остановлен',
    kept: 'Звук и всё записанное сохраняются.',
    todo: reopenTodo,
    repair: 'openRecorder',
  },
  pictureMuted: {
    happened: 'Изображение из Телемоста не поступает',
    kept: 'Звук записывается.',
    todo: {
      browser: 'Проверьте окно Телемоста: оно не должно быть свёрнуто.',
      desktop: 'Разверните окно программы: свёрнутое окно не показывает комнату.',
    },
    repair: 'openRecorder',
  },
  microphoneEnded: {
    happened: 'Ваш микрофон отключился: вас не слышно в записи',
    kept: 'Гражданин и изображение записываются.',
    todo: 'Подключите микрофон и выберите его в окне записи.',
    repair: 'openRecorder',
  },
  microphoneMutedByDevice: {
    happened: 'Микрофон выключен в системе или на гарнитуре: вас не слышно в записи',
    kept: 'Гражданин и изображение записываются.',
    todo: 'Включите микрофон кнопкой на гарнитуре или в настройках звука.',
    repair: null,
  },
  citizenSoundEnded: {
    happened: 'Голос гражданина не записывается: звук Телемоста пропал',
    kept: 'Ваш голос и изображение записываются.',
    todo: {
      browser: 'Откройте окно записи и выберите вкладку Телемоста заново, с отметкой «Также поделиться звуком».',
      desktop: 'Откройте окно записи: комната возьмётся в запись ещё раз, вместе со звуком.',
    },
    repair: 'openRecorder',
  },
  audibleNotRecorded: {
    happened: 'Гражданина слышно, но в запись его голос не попадает',
    kept: 'Ваш голос и изображение записываются.',
    todo: reopenTodo,
    repair: 'openRecorder',
  },
  pictureStill: {
    happened: 'Изображение не записывается: в запись не попадает ни одного кадра',
    kept: 'Всё записанное сохранено.',
    todo: 'Откройте окно записи. Если не поможет — отметьте неисправность (п. 3.5).',
    repair: 'openRecorder',
  },
  roomStill: {
    happened: 'Из комнаты Телемоста ничего не приходит: изображение стоит, звука нет',
    kept: 'Запись идёт, всё сохраняется.',
    todo: {
      browser:
        'Если гражданин молчит и не движется, продолжайте. Если окно Телемоста не отвечает, откройте комнату ещё раз и выберите её в окне записи.',
      desktop:
        'Если гражданин молчит и не движется, продолжайте. Если комната не отвечает, откройте её ещё раз: запись возьмёт её сама.',
    },
    repair: 'openRecorder',
  },
  decodeErrors: {
    happened: 'Сохранённый отрезок записи читается с ошибками',
    kept: 'Исходные данные на диске сохранены и будут проверены ещё раз.',
    todo: 'Продолжайте приём. Если тревога повторится, откройте окно записи.',
    repair: 'openRecorder',
  },
  heldLimitReached: {
    happened: 'Запись не успевает сохраняться на диск',
    kept: {
      browser: 'Несохранённое держит окно записи. Не закрывайте его.',
      desktop: 'Несохранённое держит запись внутри программы. Не выходите из программы.',
    },
    todo: 'Закройте лишние программы или вызовите технического специалиста.',
    repair: null,
  },
  diskLow: {
    happened: 'Места на диске осталось меньше чем на один приём',
    kept: 'Запись идёт, всё сохраняется.',
    todo: 'Освободите место до следующего приёма или вызовите технического специалиста.',
    repair: null,
  },
  pictureRenewed: {
    happened: 'Изображение записи прерывалось: запись продолжена новой частью',
    kept: 'Записанное до этого сохранено; перерыв отмечен в проверке записи.',
    todo: 'Продолжайте приём. Если тревога повторится, откройте окно записи.',
    repair: null,
  },
  clockChanged: {
    happened: 'Системные часы компьютера переведены',
    kept: 'Запись идёт. Длительность приёма считается верно.',
    todo: 'Сверьте часы компьютера; время отметок при необходимости исправьте.',
    repair: null,
  },
}

/** Alarms that say the recording itself goes on: amber, not red. */
export const isWarningOnly = (code: AlarmCode): boolean =>
  code === 'diskLow' ||
  code === 'pictureRenewed' ||
  code === 'roomStill' ||
  code === 'clockChanged' ||
  code === 'decodeErrors' ||
  code === 'chunkMissing'

/**
 * Alarms worth the right column before the recording begins. The others speak of sources and the recorder's window,
 * and there the line beside «Гражданин подключился» says what is missing.
 */
export const isAlarmBeforeRecording = (code: AlarmCode): boolean =>
  WriteFailure.safeParse(code).success || code === 'diskLow' || code === 'clockChanged'

/**
 * The recorder is back and armed, but the citizen was not told yet: only the notice lets the recording go on, so the
 * alarms of a recording that stands still say that instead of asking for the recorder's window again.
 */
export const noticeDueText: AlarmText = {
  happened: 'Запись стоит: гражданин ещё не уведомлён о её продолжении',
  kept: 'Записанное до перерыва сохранено, окно записи готово.',
  todo: 'Сообщите гражданину о видеозаписи и отметьте это: запись пойдёт новой частью.',
  repair: null,
}

/** The words for an alarm as things stand, on this host. */
export function alarmText(code: AlarmCode, waitsForNotice: boolean, host: Host): AlarmText {
  if (waitsForNotice && (code === 'recorderLost' || code === 'noNewBytes')) return noticeDueText
  const { happened, kept, todo, repair } = alarmTexts[code]
  return { happened, kept: textOn(host, kept), todo: textOn(host, todo), repair }
}
