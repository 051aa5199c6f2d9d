import type { AnswerableKind, AttentionItem, AttentionKind, DayState } from '../../../shared/contract/day.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import type { Tone } from '../../ui/tone.ts'

const words: Record<AttentionKind, { tone: Tone; text: string }> = {
  unfinished: { tone: 'bad', text: 'не записан результат' },
  notHeld: { tone: 'bad', text: 'время прошло, приём не отмечен' },
  moving: { tone: 'warn', text: 'нужен иной срок' },
  recordingMissing: { tone: 'bad', text: 'нет видеозаписи' },
  recordingFlawed: { tone: 'warn', text: 'видеозапись с замечаниями или не сохранена' },
  writtenReply: { tone: 'warn', text: 'нужен письменный ответ' },
  headReview: { tone: 'warn', text: 'результат ждёт решения руководителя' },
  noLink: { tone: 'warn', text: 'нет ссылки на встречу' },
  backupFailed: {
    tone: 'bad',
    text: 'Резервная копия не сделана. Сообщите техническому специалисту: «Настройки», «Резервные копии».',
  },
  fewRoom: {
    tone: 'bad',
    text: 'На диске не хватит места на все приёмы дня. Сообщите техническому специалисту до начала следующего приёма.',
  },
}

/** One thing in words: who, when it was, what is wrong. */
export function attentionWords(item: AttentionItem, today: string): { tone: Tone; text: string } {
  const { tone, text } = words[item.kind]
  if (item.shortName === null) return { tone, text }
  const day = item.day === null || item.day === today ? '' : `, ${formatLocalDate(item.day)}`
  return { tone, text: `${item.shortName}, № ${item.journalNumber}${day}: ${text}` }
}

/** What is asked when the thing is answered in words; null where it is mended and not answered. */
export function answerWords(kind: AttentionKind): { button: string; title: string; label: string } | null {
  return kind in answers ? answers[kind as AnswerableKind] : null
}

const answers: Record<AnswerableKind, { button: string; title: string; label: string }> = {
  recordingMissing: {
    button: 'Отметить причину…',
    title: 'Почему нет видеозаписи',
    label: 'Причина и что сделано (акт, кому сообщено)',
  },
  recordingFlawed: {
    button: 'Отметить причину…',
    title: 'Замечания к видеозаписи',
    label: 'Что с записью и что сделано (кому сообщено)',
  },
  writtenReply: {
    button: 'Ответ отправлен…',
    title: 'Письменный ответ',
    label: 'Когда и за каким номером отправлен ответ',
  },
  headReview: {
    button: 'Рассмотрено…',
    title: 'Результат рассмотрен руководителем',
    label: 'Что решено и кому поручено',
  },
}

export interface DayLine {
  readonly tone: Tone
  readonly text: string
}

/** «Завершить день»: each thing the day is closed by, green or with its number. */
export function dayLines({ items, remaining }: DayState): readonly DayLine[] {
  const count = (...kinds: AttentionKind[]) => items.filter(({ kind }) => kinds.includes(kind)).length
  const line = (number: number, good: string, open: string, tone: Tone = 'bad'): DayLine =>
    number === 0 ? { tone: 'good', text: good } : { tone, text: `${open}: ${number}` }
  return [
    line(remaining, 'Все приёмы завершены', 'Ещё не завершены приёмы'),
    line(count('unfinished', 'notHeld'), 'Все результаты записаны в журнал', 'Не записан результат'),
    line(count('moving'), 'Иной срок никому не нужен', 'Нужен иной срок'),
    line(count('recordingMissing'), 'Видеозаписи на месте', 'Нет видеозаписи'),
    line(count('recordingFlawed'), 'Видеозаписи без замечаний', 'Видеозаписи с замечаниями'),
    line(count('writtenReply'), 'Письменных ответов не ждут', 'Нужен письменный ответ (дня не держит)', 'warn'),
    line(count('noLink'), 'Ссылки на встречи есть', 'Нет ссылки на встречу (дня не держит)', 'warn'),
  ]
}

/** Whether «День закрыт» may be said. */
export const mayCloseDay = ({ items, remaining }: DayState): boolean =>
  remaining === 0 && !items.some(({ holdsDay }) => holdsDay)
