import type { ReceptionAction } from './event.ts'

const lamps = {
  connected: 'гражданин подключился',
  audible: 'гражданина слышно',
  documentShown: 'документ показан',
} as const
const identification = {
  established: 'личность установлена',
  technicallyImpossible: 'идентификация невозможна технически',
  refusedToShow: 'гражданин отказался предъявить документ',
  notPassed: 'гражданин не прошёл идентификацию',
} as const
const grounds = {
  notConnected: 'гражданин не подключился',
  microphoneOff: 'не включён микрофон',
  noDemonstration: 'не подключена демонстрация экрана',
  notIdentified: 'не пройдена идентификация',
  documentRefused: 'отказ предъявить документ',
  abuse: 'оскорбления или угрозы',
} as const
const calls = {
  agreed: 'согласован иной срок',
  declined: 'от иного срока отказался',
  notReached: 'не ответил',
  willConnect: 'сейчас подключится',
} as const
const devices = { android: 'Android', iphone: 'iPhone', computer: 'компьютер' } as const
const topics = { sound: 'звук', camera: 'камера', screen: 'показ экрана', document: 'документ в камеру' } as const
const ways = { clipboard: 'скопирована для отправки', dictated: 'номер встречи продиктован' } as const
const means = { voice: 'голосом', chat: 'через чат', interpreter: 'через переводчика' } as const
const moves = {
  fault: 'неисправность',
  specialistReplaced: 'замена специалиста',
  citizenAsked: 'просьба гражданина',
} as const
const causes = {
  restart: 'перезапуск программы',
  recorderLost: 'потеряна связь с окном записи',
  sleep: 'компьютер уходил в сон',
} as const

/** What happened, in plain Russian for a history on screen; the time and the author are the caller's. */
export function eventWords(action: ReceptionAction): string {
  switch (action.kind) {
    case 'roomOpened':
      return 'Комната открыта'
    case 'lampLit':
      return `Отмечено: ${lamps[action.lamp]}`
    case 'citizenConnected':
      return 'Гражданин подключился'
    case 'noticeGiven':
      return 'Гражданин уведомлён о видеозаписи'
    case 'noticeRepeated':
      return 'Сообщено, что видеозапись продолжается'
    case 'documentShown':
      return 'Документ показан'
    case 'documentRemoved':
      return 'Документ убран'
    case 'identified':
      return `Идентификация: ${withReason(identification[action.result], action.reason)}`
    case 'continuedWithoutPersonalInformation':
      return 'Приём продолжен без персонифицированной информации'
    case 'extended':
      return `Время увеличено на ${action.minutes} мин: ${lowerFirst(action.reason)}`
    case 'extensionExplained':
      return `Причина увеличения времени изменена: ${lowerFirst(action.reason)}`
    case 'overtimeLeft':
      return 'Превышение времени оставлено без решения об увеличении'
    case 'helpGiven':
      return `Помощь с подключением: ${topics[action.topic]}, ${devices[action.device]}`
    case 'linkSent':
      return `Ссылка ещё раз: ${ways[action.way]}`
    case 'contactMeansSet':
      return `Общение ${means[action.means]}`
    case 'personPresent':
      return `Присутствует: ${action.who} (${action.citizenConsents ? 'гражданин согласен' : 'согласие не получено'})`
    case 'personLeft':
      return `Больше не присутствует: ${action.who}`
    case 'headInformed':
      return 'Руководитель уведомлён'
    case 'addressRevealed':
      return 'Открыт адрес гражданина (экстренный случай)'
    case 'emergencyServiceCalled':
      return `Вызвана экстренная служба ${action.service}`
    case 'connectionLost':
      return 'Связь с гражданином прервалась'
    case 'connectionRestored':
      return 'Связь восстановлена'
    case 'warningGiven':
      return 'Сделано предупреждение'
    case 'interrupted':
      return `Приём прерван: ${withReason(grounds[action.ground], action.reason)}`
    case 'faultFound':
      return `Неисправность: ${lowerFirst(action.description)}`
    case 'faultCleared':
      return 'Неисправность устранена'
    case 'heldElsewhere':
      return `Другое рабочее место: ${action.place}`
    case 'phoneCalled':
      return `Звонок гражданину: ${calls[action.result]}`
    case 'recordingRefused':
      return 'Гражданин отказался от видеозаписи'
    case 'endedByCitizen':
      return 'Гражданин завершил разговор'
    case 'emergencyDeclared':
      return 'Приём прекращён: чрезвычайная ситуация'
    case 'talkEnded':
      return 'Разговор завершён'
    case 'rightsExplained':
      return 'Разъяснено право обратиться очно или письменно'
    case 'citizenLeftRoom':
      return 'Гражданин вышел из комнаты'
    case 'closed':
      return 'Результат записан в журнал'
    case 'reopened':
      return `Приём возобновлён: ${lowerFirst(action.reason)}`
    case 'cancelled':
      return action.reason === 'refused' ? 'Приём отменён: отказ гражданина' : 'Приём отменён: участие не подтверждено'
    case 'moving':
      return `Нужен иной срок: ${moves[action.reason]}`
    case 'moved':
      return 'Приём перенесён на иной срок'
    case 'reassigned':
      return 'Назначен другой специалист'
    case 'tickUndone':
      return 'Отметка отменена'
    case 'timeCorrected':
      return 'Время отметки изменено'
    case 'workInterrupted':
      return `Перерыв в работе: ${causes[action.cause]}`
  }
}

const withReason = (words: string, reason: string | null): string =>
  reason === null ? words : `${words} (${lowerFirst(reason)})`

/** A reason typed as a sentence goes on in the middle of one; «ФИО» and «СФР» stay as they are. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLocaleLowerCase('ru')}${text.slice(1)}` : text
