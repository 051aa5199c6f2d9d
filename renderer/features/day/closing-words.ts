import type { AttentionKind, ClosingLine, ClosingLineName } from '../../../shared/contract/day.ts'
import type { Tone } from '../../ui/tone.ts'
import { countedKind } from './todo-words.ts'

/** What is said of a line that is proven, and what nobody knows otherwise. */
const words: Readonly<Record<ClosingLineName, { readonly proven: string; readonly subject: string }>> = {
  receptions: { proven: 'Все приёмы завершены', subject: 'Приёмы' },
  results: { proven: 'Все результаты записаны в журнал', subject: 'Результаты' },
  otherTime: { proven: 'Иной срок никому не нужен', subject: 'Иной срок' },
  recordings: { proven: 'Видеозаписи на месте', subject: 'Видеозаписи' },
  recordingRemarks: { proven: 'Видеозаписи без замечаний', subject: 'Замечания к видеозаписям' },
  writtenReplies: { proven: 'Письменных ответов не ждут', subject: 'Письменные ответы' },
  rejections: { proven: 'Отклонения направлены', subject: 'Отклонения' },
  termsOver: { proven: 'Просроченных сроков нет', subject: 'Просроченные сроки' },
  termsToday: { proven: 'Сегодня сроки не истекают', subject: 'Истекает сегодня' },
  notices: { proven: 'Уведомления отправлены, возвратов нет', subject: 'Уведомления' },
  letters: { proven: 'Новых писем нет', subject: 'Письма' },
  replies: { proven: 'Ответы граждан разобраны', subject: 'Ответы граждан' },
  links: { proven: 'Ссылки на встречи есть', subject: 'Ссылки на встречи' },
}

const doubts: Readonly<Record<NonNullable<ClosingLine['unknownBecause']>, string>> = {
  noOutgoingMail: 'не проверено, почтовый сервер не настроен',
  outgoingMailDown: 'не проверено, отправка почты не работает',
  noIncomingMail: 'не проверено, почта для заявок не подключена',
  incomingMailDown: 'не проверено, почта недоступна или ещё не прочитана',
}

/** A line of «Завершить день»: green only where the workstation found it proven. */
export function closingWords({ name, standing, holdsDay, unknownBecause, cases }: ClosingLine): {
  readonly tone: Tone
  readonly text: string
} {
  const { proven, subject } = words[name]
  if (standing === 'proven') return { tone: 'good', text: proven }
  const doubt = unknownBecause === null ? '' : doubts[unknownBecause]
  if (standing === 'unknown') return { tone: 'quiet', text: `${subject}: ${doubt}` }
  const counted = [...countsOf(cases)].map(([kind, count]) => countedKind(kind, count)).join(', ')
  return {
    tone: holdsDay ? 'bad' : 'warn',
    text: `${subject}: ${counted}${doubt === '' ? '' : `; ${doubt}`}${holdsDay ? '' : ' (дня не держит)'}`,
  }
}

function countsOf(cases: ClosingLine['cases']): ReadonlyMap<AttentionKind, number> {
  const counts = new Map<AttentionKind, number>()
  for (const { kind, count } of cases) counts.set(kind, (counts.get(kind) ?? 0) + (count ?? 1))
  return counts
}
