import type { NoticeLine, NoticeRow, OutboxState } from '../../../shared/contract/notices.ts'
import type { NoticeKind } from '../../../shared/notices/notice-kind.ts'
import type { AttemptOutcome, NoticeFactKind, NoticeStandingKind } from '../../../shared/notices/notice-standing.ts'
import type { Tone } from '../../ui/tone.ts'

/** What a notice is about, as the screen calls it. */
export const kindWords: Readonly<Record<NoticeKind, string>> = {
  appointment: 'Уведомление о приёме',
  move: 'Уведомление об изменении приёма',
  cancellation: 'Уведомление об отмене приёма',
  rejection: 'Решение об отклонении',
}

const standings: Readonly<Record<NoticeStandingKind, { tone: Tone; text: string }>> = {
  waiting: { tone: 'info', text: 'ждёт отправки' },
  sending: { tone: 'info', text: 'отправляется' },
  deferred: { tone: 'warn', text: 'пока не отправлено, программа повторит сама' },
  unclear: { tone: 'warn', text: 'неизвестно, ушло ли; программа отправит ещё раз' },
  accepted: { tone: 'good', text: 'отправлено' },
  delivered: { tone: 'good', text: 'доставлено' },
  refused: { tone: 'bad', text: 'не отправлено: сервер отказал' },
  bounced: { tone: 'bad', text: 'не доставлено: письмо вернулось' },
  withdrawn: { tone: 'quiet', text: 'заменено следующим уведомлением' },
  late: { tone: 'bad', text: 'не отправлено: время приёма наступило' },
  sentByHand: { tone: 'good', text: 'сообщено на бумаге или другой почтой' },
  toldByPhone: { tone: 'good', text: 'гражданину сообщено по телефону' },
}

/** Where a notice stands, in words; what nobody knows is said so. */
export function standingWords({ standing, needsPerson }: Pick<NoticeRow, 'standing' | 'needsPerson'>): {
  tone: Tone
  text: string
} {
  if (standing === 'unclear' && needsPerson) return { tone: 'bad', text: 'неизвестно, ушло ли: позвоните гражданину' }
  return standings[standing]
}

/** Whether an outbox sends, or tries again by itself. */
export const isMoving = (state: OutboxState): boolean => state === 'ready' || state === 'unreachable'

const triedAgain: readonly NoticeStandingKind[] = ['sending', 'deferred', 'unclear']

/** The same in an outbox that moves or stands still: of one that stands still no line says that it tries again. */
export const standingIn = (moving: boolean, notice: Pick<NoticeRow, 'standing' | 'needsPerson'>) =>
  standingWords(
    moving || notice.needsPerson || !triedAgain.includes(notice.standing) ? notice : { ...notice, standing: 'waiting' },
  )

const outcomes: Readonly<Record<AttemptOutcome, string>> = {
  started: 'начата отправка',
  accepted: 'принято почтовым сервером',
  deferred: 'отложено',
  refused: 'отказ',
  unclear: 'оборвалось, неизвестно, ушло ли',
}
const facts: Readonly<Record<NoticeFactKind, string>> = {
  bounced: 'Письмо вернулось: не доставлено',
  delivered: 'Сервер получателя сообщил о доставке',
  withdrawn: 'Заменено следующим уведомлением',
  late: 'Не отправлено: время приёма наступило',
  resendAsked: 'Решено отправить ещё раз',
  sentByHand: 'Сообщено гражданину',
  toldByPhone: 'Гражданину сообщено по телефону',
}

/** One line of the evidence without its time. */
export function lineWords(line: NoticeLine): string {
  if (line.of === 'attempt') {
    const answer = line.answer === '' ? '' : `: ${line.answer}`
    return `Попытка ${line.number}: ${outcomes[line.outcome]}${answer}`
  }
  const by = line.authorName === null ? '' : ` (${line.authorName})`
  return `${facts[line.kind]}${line.detail === '' ? '' : `: ${line.detail}`}${by}`
}

/** Whether anything goes out, and what to do. */
export const outboxWords: Readonly<Record<OutboxState, { tone: Tone; text: string }>> = {
  ready: { tone: 'good', text: 'Уведомления уходят' },
  noServer: {
    tone: 'warn',
    text: 'Уведомления не уходят: почтовый сервер не указан. Его вписывает администратор: «Настройки», «Почта».',
  },
  turnedOff: {
    tone: 'warn',
    text: 'Уведомления не уходят: отправка выключена администратором. Срочное сообщите по телефону.',
  },
  unreachable: { tone: 'warn', text: 'Почтовый сервер недоступен. Ничего не потеряно, программа повторит сама' },
  stopped: { tone: 'bad', text: 'Отправка остановлена. Ничего не потеряно; нужен администратор' },
}
