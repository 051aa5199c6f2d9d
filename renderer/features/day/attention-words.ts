import { type TermTextContext, termStateText } from '../../../shared/calendar/term-text.ts'
import type { AnswerableKind, AttentionItem, AttentionKind } from '../../../shared/contract/day.ts'
import { clauseText } from '../../../shared/regulation/clause-text.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { midSentence } from '../../../shared/text/mid-sentence.ts'
import type { Tone } from '../../ui/tone.ts'

const words: Record<AttentionKind, { tone: Tone; text: string }> = {
  // What a term asks for it says itself: termWords.
  unfinished: { tone: 'bad', text: 'не записан результат' },
  notHeld: { tone: 'bad', text: 'время прошло, приём не отмечен' },
  moving: { tone: 'warn', text: 'нужен иной срок' },
  recordingMissing: { tone: 'bad', text: 'нет видеозаписи' },
  recordingFlawed: { tone: 'warn', text: 'видеозапись с замечаниями или не сохранена' },
  recordingNotHere: {
    tone: 'bad',
    text: 'файла видеозаписи нет на месте или он изменён. Сообщите руководителю и техническому специалисту',
  },
  recordingFound: { tone: 'warn', text: 'На диске найдены видеозаписи, которых нет в базе. Решите, вносить ли их' },
  writtenReply: { tone: 'warn', text: 'нужен письменный ответ' },
  headReview: { tone: 'warn', text: 'результат ждёт решения руководителя' },
  termOverdue: { tone: 'bad', text: '' },
  termToday: { tone: 'warn', text: '' },
  calendarMissing: { tone: 'bad', text: '' },
  noLink: { tone: 'warn', text: 'нет ссылки на встречу' },
  newLetters: { tone: 'info', text: 'Новые письма' },
  mailboxSilent: {
    tone: 'bad',
    text: 'Почта недоступна больше получаса, новые заявки не приходят. Сообщите техническому специалисту: «Настройки», «Почта».',
  },
  abuseReported: { tone: 'bad', text: 'в заявке оскорбления или угрозы (п. 2.7)' },
  notDelivered: { tone: 'bad', text: 'уведомление не доставлено. Позвоните гражданину' },
  noticesStuck: {
    tone: 'bad',
    text: 'Уведомления гражданам не уходят. Сообщите администратору: «Настройки», «Почта». Срочное сообщите по телефону.',
  },
  linkDead: {
    tone: 'bad',
    text: 'ссылка на встречу не отвечает. Откройте её и проверьте; если встречи нет, создайте новую и сообщите гражданину',
  },
  linkChanged: { tone: 'warn', text: 'ссылка изменилась после уведомления: гражданину нужна новая (п. 2.4)' },
  requestOverdue: { tone: 'bad', text: '' },
  requestToday: { tone: 'warn', text: '' },
  replyToJudge: {
    tone: 'warn',
    text: 'пришёл ответ на уведомление, решите, подтверждает ли гражданин участие (п. 2.5)',
  },
  requestOpen: { tone: 'info', text: '' },
  backupFailed: {
    tone: 'bad',
    text: 'Резервная копия не сделана. Сообщите техническому специалисту: «Настройки», «Резервные копии».',
  },
  clockDoubted: {
    tone: 'bad',
    text: 'Время компьютера не сходится с последней работой. Стирание сведений по сроку и удаление старых копий остановлены. Проверьте дату и время, затем подтвердите их.',
  },
  fewRoom: {
    tone: 'bad',
    text: 'На диске не хватит места на все приёмы дня. Сообщите техническому специалисту до начала следующего приёма.',
  },
  rejectionToSign: { tone: 'info', text: 'решение об отклонении на подписи' },
  rejectionToSend: { tone: 'warn', text: 'решение об отклонении подписано, не направлено' },
  stillToCome: { tone: 'bad', text: 'приём не завершён' },
  noticeWaiting: { tone: 'warn', text: 'уведомление ждёт отправки' },
  citizenUntold: { tone: 'warn', text: 'приём назначен, уведомления нет' },
  cancellationUntold: { tone: 'warn', text: 'приём отменён, гражданину не сообщено' },
  recordingUnproven: { tone: 'quiet', text: 'видеозапись ещё сохраняется, не проверена' },
}

/** One thing in words: who, when it was, what is wrong, of a term also what to do. */
export function attentionWords(
  item: AttentionItem,
  { today, ...now }: TermTextContext & { readonly today: string },
): { tone: Tone; text: string } {
  const { tone } = words[item.kind]
  const text = item.term === null ? words[item.kind].text : termWords(item.term, now)
  if (item.count !== undefined) return { tone, text: `${text}: ${item.count}` }
  if (item.kind === 'replyToJudge' && item.shortName === null) {
    return { tone, text: 'Пришёл ответ гражданина, чья заявка, не установлено: выберите её сами (п. 2.5)' }
  }
  if (item.shortName === null) return { tone, text }
  const day = item.day === null || item.day === today ? '' : `, ${formatLocalDate(item.day)}`
  return { tone, text: `${item.shortName}, № ${item.journalNumber}${day}: ${text}` }
}

/** «решение по заявке (п. 2.4) просрочен…»: the term, its clause, where it stands, and what to do once it is missed. */
function termWords({ rule, state }: NonNullable<AttentionItem['term']>, now: TermTextContext): string {
  const said = `${midSentence(rule.title)} (${clauseText(rule.clause)}): ${termStateText(rule, state, now)}`
  if (state.kind === 'missingYear') return `${said}. Сообщите руководителю: календарь загружают в «Настройках».`
  return state.kind === 'overdue' ? `${said}. ${rule.whenMissed.text}` : said
}

/** What is asked when the thing is answered in words; null where it is mended and not answered. */
export function answerWords(kind: AttentionKind): { button: string; title: string; label: string } | null {
  return kind in answers ? answers[kind as AnswerableKind] : null
}

const answers: Record<AnswerableKind, { button: string; title: string; label: string }> = {
  linkChanged: {
    button: 'Сообщено гражданину…',
    title: 'Новая ссылка сообщена гражданину',
    label: 'Когда и как сообщено (звонок, письмо)',
  },
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
  abuseReported: {
    button: 'Рассмотрено…',
    title: 'Оскорбления или угрозы в заявке',
    label: 'Что решено и кому поручено',
  },
  headReview: {
    button: 'Рассмотрено…',
    title: 'Результат рассмотрен руководителем',
    label: 'Что решено и кому поручено',
  },
}
