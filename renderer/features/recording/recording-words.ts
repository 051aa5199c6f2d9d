import type { RecordingCard } from '../../../shared/contract/recordings.ts'
import type { Presence } from '../../../shared/recording/presence.ts'
import type { MarkerCode } from '../../../shared/recording/slip.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { nouns, remainsText } from '../../../shared/text/plural.ts'
import type { Tone } from '../../ui/tone.ts'

/** State of the check in a word for the list. */
export function checkWord({ state, verdict, presence }: Pick<RecordingCard, 'state' | 'verdict' | 'presence'>): {
  tone: Tone
  word: string
} {
  switch (state) {
    case 'recording':
      return { tone: 'info', word: 'идёт запись' }
    case 'sealing':
      return { tone: 'info', word: 'сохраняется и проверяется' }
    case 'sealFailed':
      return { tone: 'bad', word: 'сохранить не удалось' }
    case 'destroyed':
      return { tone: 'quiet', word: 'уничтожена' }
    case 'sealed':
      if (presence !== 'here') return presenceWords[presence ?? 'unknown']
      switch (verdict) {
        case 'sound':
          return { tone: 'good', word: 'полная' }
        case 'doubtful':
          return { tone: 'warn', word: 'с замечаниями' }
        case 'damaged':
          return { tone: 'bad', word: 'повреждена' }
        case null:
          return { tone: 'quiet', word: 'не проверена' }
      }
  }
}

/** What is said of a film that is not known to lie in its place with its bytes. */
export const presenceWords = {
  missing: { tone: 'bad', word: 'файла нет на месте' },
  altered: { tone: 'bad', word: 'файл изменён' },
  elsewhere: { tone: 'bad', word: 'файл в другой папке записей' },
  unknown: { tone: 'quiet', word: 'файл ещё не сверен' },
} as const satisfies Record<Exclude<Presence, 'here'> | 'unknown', { tone: Tone; word: string }>

/** «осталось 730 дней»; the last day counts in full. */
export function daysLeftWords(daysLeft: number): string {
  if (daysLeft > 0) return remainsText(daysLeft, nouns.day)
  return daysLeft === 0 ? 'последний день хранения' : 'срок хранения истёк'
}

/** «хранить по 20.11.2028 включительно · осталось 730 дней» */
export const retentionWords = ({ retainUntil, daysLeft }: Pick<RecordingCard, 'retainUntil' | 'daysLeft'>): string =>
  `хранить по ${formatLocalDate(retainUntil)} включительно · ${daysLeftWords(daysLeft)}`

/** Markers of the time bar in words. */
export const markerWords: Readonly<Record<MarkerCode, string>> = {
  connected: 'Гражданин подключился',
  notice: 'Уведомление о видеозаписи',
  noticeRepeated: 'Сообщено: запись продолжается',
  documentShown: 'Документ показан',
  documentRemoved: 'Документ убран',
  identified: 'Результат идентификации',
  extended: 'Время увеличено',
  warning: 'Предупреждение',
  interrupted: 'Приём прерван',
  connectionLost: 'Связь прервалась',
  connectionRestored: 'Связь восстановлена',
  fault: 'Неисправность',
  microphoneMuted: 'Микрофон в записи выключен',
  microphoneUnmuted: 'Микрофон в записи включён',
  pictureLost: 'Изображение пропало',
  pictureRestored: 'Изображение вернулось',
  microphoneLost: 'Микрофон отключился',
  microphoneRestored: 'Микрофон подключён',
  roomLost: 'Встреча закрылась',
  roomEntered: 'Вход во встречу снова выполнен',
  help: 'Помощь с подключением',
  ended: 'Разговор завершён',
  mark: 'Отметка',
}
