import { formatDateTime, formatTime, localDate, moscowShift } from '../text/date-time.ts'
import type { NoticeValues } from './notice-template.ts'
import { zonePlace } from './zone-place.ts'

/** What a notice is made of. Instants as ISO text; nothing here holds topic, document or address. */
export interface NoticeFacts {
  readonly givenName: string
  readonly patronymic: string | null
  readonly journalNumber: number
  readonly bodyName: string
  readonly timeZone: string
  /** «Телефон для граждан»; empty = not set. */
  readonly phone: string
  /** null for a rejection. */
  readonly reception: {
    readonly appointedAt: string
    readonly officialName: string
    readonly officialPosition: string
    readonly link: string | null
  } | null
  /** When the reception was appointed before a move. */
  readonly formerAt: string | null
  /** Of this very time the citizen was written another link. */
  readonly isLinkNew: boolean
  /** The last local day of D5; null where it is not asked for, or falls into a year without a calendar. */
  readonly confirmBy: string | null
  /** The citizen has confirmed, and that stands (п. 3.5). */
  readonly isConfirmed: boolean
  /** п. 2.6. */
  readonly cancelledFor: 'refused' | 'notConfirmed' | null
}

/** Every field of a notice in words; what does not concern it is empty. */
export function noticeValues(facts: NoticeFacts): NoticeValues {
  const { reception, timeZone, phone } = facts
  return {
    greeting: [facts.givenName, facts.patronymic ?? ''].join(' ').trim(),
    journalNumber: String(facts.journalNumber),
    bodyName: facts.bodyName,
    phone,
    date: reception === null ? '' : dayInWords(localDate(reception.appointedAt, timeZone)),
    time: reception === null ? '' : timeInWords(reception.appointedAt, timeZone),
    official: reception === null ? '' : [reception.officialName, reception.officialPosition].filter(Boolean).join(', '),
    link: reception?.link ?? '',
    howToConfirm: reception === null ? '' : howToConfirm(facts),
    haveReady:
      'Подготовьте документ, удостоверяющий личность: его нужно будет показать (п. 3.7 Порядка). Проверьте камеру и микрофон.',
    recordingNote: 'Ведётся видеозапись приёма, она хранится 2 года (пп. 3.6, 3.7 Порядка).',
    formerTime: formerTime(facts),
    cancelReason: cancelReasons[facts.cancelledFor ?? 'other'],
    applyAgain: 'Вы вправе подать новую заявку в любое время (п. 2.8 Порядка).',
  }
}

/** Where only the official (п. 3.3) or the link is another, the citizen must not look for a difference in the times. */
function formerTime({ formerAt, isLinkNew, reception, timeZone }: NoticeFacts): string {
  if (isLinkNew) return 'не изменилось, новая ссылка на встречу'
  if (formerAt === null) return ''
  return reception !== null && Date.parse(reception.appointedAt) === Date.parse(formerAt)
    ? 'не изменилось, приём проведёт другой сотрудник'
    : `${formatDateTime(formerAt, timeZone)} (${moscowShift(formerAt, timeZone)})`
}

/** «10:00 по Кемерово (МСК+4)». */
export const timeInWords = (moment: string, timeZone: string): string =>
  `${formatTime(moment, timeZone)} ${zonePlace(timeZone)} (${moscowShift(moment, timeZone)})`

/** «пятница, 20 ноября 2026 г.» of a local date. */
export const dayInWords = (date: string): string =>
  new Intl.DateTimeFormat('ru-RU', {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    timeZone: 'UTC',
  }).format(new Date(`${date}T12:00:00Z`))

function howToConfirm({ isConfirmed, confirmBy, phone }: NoticeFacts): string {
  const answer = 'ответьте на это письмо словом «Подтверждаю» или «Отказываюсь», не меняя темы'
  const call = phone === '' ? '' : `, или позвоните: ${phone}`
  if (isConfirmed) return 'подтверждать ещё раз не нужно, ваше подтверждение действует.'
  // Of a year without a calendar no day is named: the words of the order hold without it.
  const until =
    confirmBy === null
      ? 'не позднее 1 рабочего дня со дня получения этого письма'
      : `не позднее чем ${dayInWords(confirmBy)} включительно`
  return `${answer}${call}. Срок — ${until} (п. 2.5 Порядка). Без подтверждения приём отменяется (п. 2.6), подать новую заявку можно в любое время (п. 2.8).`
}

const cancelReasons = {
  refused: 'получен ваш отказ от участия (п. 2.6 Порядка)',
  notConfirmed: 'участие не подтверждено в срок (п. 2.6 Порядка)',
  other: 'приём не состоится (п. 2.6 Порядка)',
} as const
