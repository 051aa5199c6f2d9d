import type { ExportPurpose } from '../../../shared/contract/journal-export.ts'
import type { EventKind, EventResult } from '../../../shared/event-log/event-kind.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'

/** Kinds of the event log in words; a kind without words does not compile. */
const kinds: Readonly<Record<EventKind, string>> = {
  firstRun: 'Первый запуск',
  recoveryKeyMade: 'Выдан ключ восстановления',
  applicationRegistered: 'Заявка зарегистрирована',
  documentRevealed: 'Открыты данные документа',
  linkChanged: 'Изменена ссылка на встречу',
  receptionEvent: 'Отметка приёма',
  receptionClosed: 'Приём закрыт',
  recordingStarted: 'Начата запись',
  recordingSealed: 'Запись сохранена и проверена',
  recordingSealFailed: 'Запись не сохранена',
  recordingViewed: 'Просмотр записи',
  recordingVerified: 'Проверка целостности записи',
  recordingDestroyed: 'Запись уничтожена',
  destructionRefused: 'В уничтожении отказано',
  signedIn: 'Вход',
  signInRefused: 'Отказ во входе',
  signedOut: 'Выход',
  locked: 'Рабочее место заблокировано',
  passwordChanged: 'Смена пароля',
  passwordReset: 'Выдан новый пароль',
  accountAdded: 'Сотрудник добавлен',
  accountChanged: 'Сведения о сотруднике изменены',
  accountDisabled: 'Сотрудник отключён',
  settingsChanged: 'Изменены настройки',
  eventLogViewed: 'Просмотр журнала событий',
  callRefused: 'Отказ в действии',
  documentUncovered: 'Открыт отрезок с документом',
  recordingHeld: 'Запрет уничтожения',
  recordingReleased: 'Запрет уничтожения снят',
  recordingImported: 'Запись получена из Телемоста',
  journalRowViewed: 'Открыта строка журнала',
  journalCorrected: 'Исправление в журнале',
  linkReused: 'Ссылка использована повторно',
  receptionMoved: 'Приём перенесён',
  daySheetPrinted: 'Напечатан лист приёмов',
  dayClosed: 'День закрыт',
  dayReopened: 'День открыт снова',
  attentionAnswered: 'Отмечено в «Требуют внимания»',
  backupMade: 'Резервная копия сделана',
  backupFailed: 'Резервная копия не сделана',
  backupRestored: 'Восстановлено из копии',
  calendarExceptionDecided: 'Изменён день в календаре органа',
  calendarImported: 'Загружен календарь года',
  scheduleChanged: 'Изменён график работы органа',
  noticeMarked: 'Отмечена отправка уведомления',
  confirmationMarked: 'Отмечено подтверждение участия',
  computerSuspended: 'Компьютер уснул',
  computerResumed: 'Компьютер проснулся',
  screenLocked: 'Экран компьютера заблокирован',
  screenUnlocked: 'Экран компьютера разблокирован',
  computerShutDown: 'Компьютер выключается',
  equipmentDecided: 'Решение по проверке оборудования',
  noticeFormed: 'Составлено уведомление',
  noticeAccepted: 'Уведомление принято почтовым сервером',
  noticeFailed: 'Уведомление не доставлено',
  noticeWithdrawn: 'Уведомление заменено следующим',
  noticeResendAsked: 'Повторная отправка уведомления',
  noticeSentByHand: 'Уведомление отправлено иначе',
  noticeToldByPhone: 'Гражданину сообщено по телефону',
  noticeTemplateChanged: 'Изменён текст уведомления',
  outgoingServerChanged: 'Изменён сервер исходящей почты',
  rejectionSubmitted: 'Решение об отклонении передано на подпись',
  rejectionWithdrawn: 'Проект решения об отклонении отозван',
  rejectionSigned: 'Решение об отклонении подписано',
  rejectionSent: 'Решение об отклонении направлено',
  rejectionFileOpened: 'Открыто решение об отклонении',
  abuseQuoteRevealed: 'Показаны выражения из заявки',
  headTold: 'Сообщено руководителю',
  documentTemplateChanged: 'Изменён шаблон документа',
  journalExported: 'Выгрузка журнала',
  journalExportCancelled: 'Выгрузка журнала прервана',
}

/** How it ended or what it was; the result of a reception and its steps are told without anything of the citizen. */
const results: Readonly<Record<EventResult, string>> = {
  done: '',
  refused: 'отказано',
  refusedNotAllowed: 'нет права',
  refusedHeld: 'запрет уничтожения',
  refusedRetention: 'срок хранения не истёк',
  refusedLinkInUse: 'ссылка другой заявки',
  refusedByRule: 'правила не допускают',
  identification: 'для идентификации',
  correction: 'для исправления',
  control: 'для контроля',
  complaint: 'по жалобе',
  request: 'по запросу',
  intact: 'цепь цела',
  notIntact: 'цепь нарушена',
  sound: 'полная',
  doubtful: 'с замечаниями',
  damaged: 'повреждена',
  falseAlarm: 'признано ложной тревогой',
  withoutCamera: 'приём без камеры',
  xlsx: 'XLSX',
  docx: 'DOCX',
  pdf: 'PDF',
  held: 'результат: приём проведён',
  heldGeneral: 'результат: без персонифицированной информации',
  notConnected: 'результат: гражданин не подключился',
  microphoneOff: 'результат: не включён микрофон',
  noDemonstration: 'результат: не подключена демонстрация экрана',
  notIdentified: 'результат: не пройдена идентификация',
  documentRefused: 'результат: отказ предъявить документ',
  abuse: 'результат: оскорбления или угрозы',
  fault: 'результат: неисправность',
  other: 'результат: иное',
  emergency: 'результат: экстренный случай',
  cancelledRefused: 'отменён: отказ гражданина',
  cancelledNotConfirmed: 'отменён: участие не подтверждено',
  roomOpened: 'комната открыта',
  lampLit: 'отмечено подключение',
  citizenConnected: 'гражданин подключился',
  noticeGiven: 'уведомление о видеозаписи',
  noticeRepeated: 'сообщено, что запись продолжается',
  documentShown: 'документ показан',
  documentRemoved: 'документ убран',
  identified: 'идентификация',
  continuedWithoutPersonalInformation: 'продолжен без персонифицированной информации',
  extended: 'время увеличено',
  extensionExplained: 'причина увеличения времени',
  overtimeLeft: 'превышение времени оставлено',
  connectionLost: 'связь прервалась',
  connectionRestored: 'связь восстановлена',
  warningGiven: 'предупреждение',
  interrupted: 'приём прерван',
  faultFound: 'неисправность',
  faultCleared: 'неисправность устранена',
  phoneCalled: 'звонок гражданину',
  helpGiven: 'помощь с подключением',
  linkSent: 'ссылка передана ещё раз',
  contactMeansSet: 'способ общения',
  personPresent: 'присутствие другого лица',
  personLeft: 'другое лицо ушло',
  headInformed: 'руководитель уведомлён',
  addressRevealed: 'открыт адрес гражданина',
  emergencyServiceCalled: 'вызвана экстренная служба',
  recordingRefused: 'отказ от видеозаписи',
  endedByCitizen: 'гражданин завершил разговор',
  emergencyDeclared: 'чрезвычайная ситуация',
  talkEnded: 'разговор завершён',
  citizenLeftRoom: 'гражданин вышел из комнаты',
  closed: 'результат записан',
  reopened: 'приём возобновлён',
  cancelled: 'приём отменён',
  moving: 'нужен иной срок',
  moved: 'перенесён на иной срок',
  reassigned: 'назначен другой специалист',
  tickUndone: 'отметка отменена',
  timeCorrected: 'время отметки изменено',
  workInterrupted: 'перерыв в работе',
}

const isKey = <Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> =>
  Object.hasOwn(words, key)

/** A kind of a later version is shown as it is. */
export const kindWord = (kind: string): string => (isKey(kinds, kind) ? kinds[kind] : kind)
export const kindOptions = Object.entries(kinds)
  .map(([value, label]) => ({ value, label }))
  .sort((one, other) => one.label.localeCompare(other.label, 'ru'))

/** Outcomes that have the name of a step; of a closing they are the result. */
const endings = {
  connectionLost: 'результат: связь прервалась',
  recordingRefused: 'результат: отказ от видеозаписи',
  endedByCitizen: 'результат: завершён гражданином',
} as const

/** What came of an event of that kind, empty where there is nothing to say. */
export function resultWord(result: string, kind?: string): string {
  if (kind === 'receptionClosed' && isKey(endings, result)) return endings[result]
  return isKey(results, result) ? results[result] : result
}

const purposes: Readonly<Record<ExportPurpose, string>> = {
  control: 'для контроля',
  report: 'для отчётности',
  inspection: 'для проверки',
  request: 'по запросу',
  archive: 'в архив',
  other: 'иная цель',
}

/** One of the things an event is about: a date or a number as it is, of an id enough to tell two apart. */
export function objectWord([name, value]: readonly [string, string | number]): string {
  if (name === 'from' || name === 'to') return `${name === 'from' ? 'с' : 'по'} ${formatLocalDate(String(value))}`
  if (name === 'rows') return `строк: ${value.toLocaleString('ru')}`
  if (name === 'purpose' && isKey(purposes, String(value))) return purposes[String(value) as ExportPurpose]
  return String(value).slice(0, 24).split('-')[0] ?? ''
}
