import type { RefusalCode } from './refusal.ts'

interface RefusalWords {
  readonly sentence: string
  /** The clause the refusal rests on; null where it is a rule of the program. */
  readonly clause: string | null
}

const words: Readonly<Record<RefusalCode, RefusalWords>> = {
  staleSequence: { sentence: 'Приём уже изменился: проверьте текущий шаг и повторите действие', clause: null },
  receptionFinished: { sentence: 'Приём завершён, действие невозможно', clause: null },
  receptionMoves: { sentence: 'Приём переносится на другой срок, действие невозможно', clause: null },
  notStarted: { sentence: 'Сначала откройте комнату', clause: null },
  alreadyStarted: { sentence: 'Приём уже начат', clause: null },
  notConnectedYet: { sentence: 'Сначала начните приём: «Это он? Начать»', clause: null },
  noticeFirst: { sentence: 'Сначала уведомите гражданина о видеозаписи', clause: 'п. 3.7' },
  identificationFirst: { sentence: 'Сначала отметьте результат идентификации', clause: 'п. 3.7' },
  connectionIsLost: { sentence: 'Связь с гражданином прервана: восстановите её или завершите приём', clause: null },
  faultIsOpen: {
    sentence: 'Отмечена неисправность: позвоните гражданину или отметьте, что она устранена',
    clause: 'п. 3.5',
  },
  talkIsOver: { sentence: 'Разговор завершён, осталось записать результат', clause: 'п. 3.11' },
  talkNotOver: { sentence: 'Сначала завершите или прервите приём', clause: null },
  alreadyDone: { sentence: 'Это уже отмечено', clause: null },
  lampIsLit: { sentence: 'Уже отмечено, что это условие выполнено: основания нет', clause: 'п. 3.12 абз. 2' },
  citizenNotConnected: {
    sentence: 'Гражданин не подключён: основание — «не подключился»',
    clause: 'п. 3.12 абз. 2',
  },
  tooEarlyToInterrupt: { sentence: 'Время ожидания ещё не истекло, прервать приём нельзя', clause: 'п. 3.12 абз. 2' },
  reasonToInterruptEarly: {
    sentence: 'Подождите ещё или укажите, почему приём прерывается раньше',
    clause: 'п. 3.12 абз. 2',
  },
  receptionUnderWay: {
    sentence: 'Консультация уже идёт: прервать приём по этому основанию нельзя',
    clause: 'п. 3.12 абз. 2',
  },
  noticeNotDue: { sentence: 'Повторять уведомление о видеозаписи не требуется', clause: null },
  repeatNoticeFirst: {
    sentence: 'Запись прерывалась: сначала сообщите гражданину, что видеозапись продолжается',
    clause: 'п. 3.7',
  },
  microphoneNotNeeded: {
    sentence: 'Отмечена связь через чат или переводчика: выключенный микрофон — не основание прервать приём',
    clause: 'п. 3.12 абз. 2',
  },
  noSuchExtension: { sentence: 'Такого увеличения времени нет', clause: 'п. 3.10' },
  noOvertime: { sentence: 'Время приёма не превышено', clause: 'п. 3.10' },
  personNotPresent: { sentence: 'Присутствие этого лица сейчас не отмечено', clause: null },
  talkStillOn: { sentence: 'Отметка делается после завершения разговора', clause: null },
  recordingNotRefused: { sentence: 'Отказ от видеозаписи не отмечен', clause: null },
  callAgain: {
    sentence: 'Гражданин не ответил: повторите звонок, прежде чем записать результат',
    clause: 'п. 3.5',
  },
  documentAlreadyShown: { sentence: 'Документ уже отмечен как показанный', clause: null },
  documentNotShown: { sentence: 'Документ сейчас не отмечен как показанный', clause: null },
  alreadyIdentified: { sentence: 'Личность уже установлена', clause: 'п. 3.7' },
  matchIncomplete: {
    sentence: 'Личность установлена, если сверены лицо, ФИО и дата рождения и указано, как показан документ',
    clause: 'п. 3.7',
  },
  showingNotMarked: { sentence: 'Отметьте, как показан документ', clause: 'п. 3.7' },
  methodNotMarked: { sentence: 'Документ показан не тем способом, который отмечен', clause: 'п. 3.7' },
  showingNotRefused: { sentence: 'Сначала отметьте, что гражданин отказался предъявить документ', clause: 'п. 3.9' },
  connectionNotLost: { sentence: 'Связь не отмечена как прерванная', clause: null },
  noFault: { sentence: 'Неисправность не отмечена', clause: null },
  faultNotRecorded: { sentence: 'Сначала отметьте неисправность', clause: 'п. 3.5' },
  callFirst: { sentence: 'Сначала позвоните гражданину и отметьте результат звонка', clause: 'п. 3.5' },
  newTimeNotAgreed: { sentence: 'Иной срок с гражданином не согласован', clause: 'п. 3.5' },
  agreedTimePast: { sentence: 'Согласованный срок уже прошёл', clause: null },
  outcomeDoesNotFit: { sentence: 'Этот результат не соответствует ходу приёма', clause: null },
  resultHasBlank: { sentence: 'Заполните в результате приёма места, отмеченные {…}', clause: 'п. 3.11' },
  notClosed: { sentence: 'Возобновить можно только завершённый приём', clause: null },
  notReopenable: { sentence: 'Возобновить можно только приём, прерванный из-за неподключения', clause: null },
  reopenAnotherDay: { sentence: 'Возобновить приём можно только в тот же день', clause: null },
  timeInFuture: { sentence: 'Указанное время ещё не наступило', clause: null },
  beforePreviousFact: {
    sentence: 'Указанное время раньше события, которое должно было произойти до него',
    clause: null,
  },
  correctionBreaksOrder: { sentence: 'С таким временем нарушится порядок следующих отметок', clause: null },
  noSuchEvent: { sentence: 'Такой отметки нет', clause: null },
  notUndoable: { sentence: 'Эту отметку отменить нельзя', clause: null },
  notLastTick: { sentence: 'Отменить можно только последнюю отметку', clause: null },
  undoTooLate: { sentence: 'Время для отмены отметки истекло; можно исправить её время', clause: null },
  timeNotCorrectable: { sentence: 'Время этой отметки исправить нельзя', clause: null },
}

/** The Russian sentence of a refusal, with its clause in brackets where there is one. */
export function refusalText(code: RefusalCode): string {
  const { sentence, clause } = words[code]
  return clause === null ? `${sentence}.` : `${sentence} (${clause}).`
}

/** The clause a refusal rests on; null where it is a rule of the program, not of the order. */
export const refusalClause = (code: RefusalCode): string | null => words[code].clause
