import type { Term } from '../../../shared/calendar/term.ts'
import type { AttentionKind, TodoGroup } from '../../../shared/contract/day.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { countText, type Noun } from '../../../shared/text/plural.ts'

const noun = (one: string, few: string, many: string): Noun => ({ one, few, many, gender: 'neuter' })

/** Several things of one kind, as the line counts them. */
const kinds: Readonly<Record<AttentionKind, Noun>> = {
  unfinished: noun('приём без результата', 'приёма без результата', 'приёмов без результата'),
  notHeld: noun(
    'приём без отметки, время прошло',
    'приёма без отметки, время прошло',
    'приёмов без отметки, время прошло',
  ),
  moving: noun('приёму нужен иной срок', 'приёмам нужен иной срок', 'приёмам нужен иной срок'),
  recordingMissing: noun('приём без видеозаписи', 'приёма без видеозаписи', 'приёмов без видеозаписи'),
  recordingFlawed: noun('видеозапись с замечаниями', 'видеозаписи с замечаниями', 'видеозаписей с замечаниями'),
  recordingNotHere: noun(
    'файла видеозаписи нет на месте или он изменён',
    'файлов видеозаписей нет на месте или они изменены',
    'файлов видеозаписей нет на месте или они изменены',
  ),
  recordingFound: noun(
    'видеозапись без строки в базе',
    'видеозаписи без строки в базе',
    'видеозаписей без строки в базе',
  ),
  writtenReply: noun('письменный ответ', 'письменных ответа', 'письменных ответов'),
  headReview: noun(
    'результат на решение руководителя',
    'результата на решение руководителя',
    'результатов на решение руководителя',
  ),
  noLink: noun('приём без ссылки', 'приёма без ссылки', 'приёмов без ссылки'),
  termOverdue: noun('просроченный срок', 'просроченных срока', 'просроченных сроков'),
  termToday: noun('срок', 'срока', 'сроков'),
  calendarMissing: noun('срок без календаря года', 'срока без календаря года', 'сроков без календаря года'),
  abuseReported: noun(
    'заявка с оскорблениями или угрозами',
    'заявки с оскорблениями или угрозами',
    'заявок с оскорблениями или угрозами',
  ),
  notDelivered: noun('письмо не дошло', 'письма не дошли', 'писем не дошло'),
  noticesStuck: noun('остановка отправки', 'остановки отправки', 'остановок отправки'),
  replyToJudge: noun('ответ гражданина', 'ответа граждан', 'ответов граждан'),
  backupFailed: noun('несделанная копия', 'несделанные копии', 'несделанных копий'),
  clockDoubted: noun('сомнение в часах', 'сомнения в часах', 'сомнений в часах'),
  linkDead: noun('ссылка не отвечает', 'ссылки не отвечают', 'ссылок не отвечают'),
  linkChanged: noun('новая ссылка не сообщена', 'новые ссылки не сообщены', 'новых ссылок не сообщено'),
  requestOverdue: noun(
    'просроченное обращение о данных',
    'просроченных обращения о данных',
    'просроченных обращений о данных',
  ),
  requestToday: noun('обращение о данных', 'обращения о данных', 'обращений о данных'),
  requestOpen: noun('обращение о данных', 'обращения о данных', 'обращений о данных'),
  fewRoom: noun('нехватка места', 'нехватки места', 'нехваток места'),
  newLetters: noun('новое письмо', 'новых письма', 'новых писем'),
  mailboxSilent: noun('недоступный ящик', 'недоступных ящика', 'недоступных ящиков'),
  rejectionToSign: noun('отклонение на подписи', 'отклонения на подписи', 'отклонений на подписи'),
  rejectionToSend: noun('отклонение не направлено', 'отклонения не направлены', 'отклонений не направлено'),
  stillToCome: noun('приём не завершён', 'приёма не завершены', 'приёмов не завершено'),
  noticeWaiting: noun('уведомление ждёт отправки', 'уведомления ждут отправки', 'уведомлений ждут отправки'),
  citizenUntold: noun('гражданин не уведомлён', 'гражданина не уведомлены', 'граждан не уведомлены'),
  cancellationUntold: noun('отмена не сообщена', 'отмены не сообщены', 'отмен не сообщено'),
  recordingUnproven: noun('видеозапись не проверена', 'видеозаписи не проверены', 'видеозаписей не проверено'),
}

/** What ends a term of an application, counted. */
const ends: Readonly<Record<string, Noun>> = {
  decisionMade: noun('решение', 'решения', 'решений'),
  noticeSent: noun('уведомление', 'уведомления', 'уведомлений'),
  rejectionSent: noun('решение об отклонении', 'решения об отклонении', 'решений об отклонении'),
  confirmationReceived: noun('подтверждение участия', 'подтверждения участия', 'подтверждений участия'),
}

interface TodoWordsContext {
  readonly terms: readonly Term[]
  readonly timeZone: string
  readonly nowMs: number
}

/** «3 решения до 18:00»: how many of what, and by when. */
export function todoWords(
  { kind, termId, count, due }: TodoGroup,
  { terms, timeZone, nowMs }: TodoWordsContext,
): string {
  const end = terms.find(({ id }) => id === termId)?.endEvent
  const counted = countText(count, (end === undefined ? undefined : ends[end]) ?? kinds[kind])
  if (due === null) return counted
  if (kind === 'termOverdue' || kind === 'requestOverdue') return `${counted}: срок истёк`
  if (kind !== 'termToday' && kind !== 'requestToday') return counted
  // The law's day ends at midnight; the working day before it.
  return `${counted} до ${nowMs < Date.parse(due.targetAt) ? formatTime(due.targetAt, timeZone) : '24:00'}`
}

/** «2 письма не дошли». */
export const countedKind = (kind: AttentionKind, count: number): string => countText(count, kinds[kind])
