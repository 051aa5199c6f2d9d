import type { CaseGroup, CaseLine, CaseStep } from '../../../shared/contract/cases.ts'
import { fieldWords } from '../../../shared/letters/field-words.ts'
import { formatDateTime, formatLocalDate } from '../../../shared/text/date-time.ts'
import { midSentence } from '../../../shared/text/mid-sentence.ts'
import type { Tone } from '../../ui/tone.ts'

export const groupWords: Readonly<Record<CaseGroup, string>> = {
  toDo: 'Нужно сделать',
  awaiting: 'Ждём гражданина',
  done: 'Готово',
}

/** What is to be done next, or what is waited for; coloured only where something is wrong. */
export const stepWords: Readonly<Record<CaseStep, { readonly tone: Tone | null; readonly text: string }>> = {
  readLetter: { tone: null, text: 'Письмо: прочтите' },
  judgeReply: { tone: null, text: 'Пришёл ответ: решите, подтверждает ли гражданин участие' },
  decide: { tone: null, text: 'Назначьте приём или отклоните' },
  signRejection: { tone: null, text: 'Отклонение на подписи' },
  sendRejection: { tone: null, text: 'Отклонение подписано: направьте гражданину' },
  noticeFailed: { tone: 'bad', text: 'Уведомление не дошло: сообщите гражданину' },
  noticeStuck: { tone: 'bad', text: 'Уведомление не уходит: сообщите гражданину' },
  untold: { tone: 'warn', text: 'Приём назначен, гражданину не сообщено' },
  setLink: { tone: 'warn', text: 'Нет ссылки на встречу' },
  agreeTime: { tone: 'warn', text: 'Согласуйте иной срок' },
  decideUnanswered: { tone: 'warn', text: 'Ответа в срок нет: отмените приём или отметьте подтверждение' },
  holdReception: { tone: 'warn', text: 'Время приёма наступило' },
  finishReception: { tone: 'warn', text: 'Приём начат, результат не записан' },
  tellCancelled: { tone: 'warn', text: 'Приём отменён: сообщите гражданину об отмене' },
  writtenReply: { tone: 'warn', text: 'Нужен письменный ответ' },
  noticeOnItsWay: { tone: null, text: 'Уведомление ждёт отправки' },
  awaitReply: { tone: null, text: 'Ждём подтверждения участия' },
  awaitReception: { tone: null, text: 'Участие подтверждено, ждём приёма' },
  rejected: { tone: null, text: 'Отклонена, решение направлено' },
  cancelled: { tone: null, text: 'Приём отменён' },
  closed: { tone: null, text: 'Приём завершён' },
  annulled: { tone: null, text: 'Аннулирована: внесена по ошибке' },
  setAside: { tone: null, text: 'Письмо отложено: не заявка' },
  machineLetter: { tone: null, text: 'Автоматическое письмо' },
}

const shownFields = 3

/** «не хватает: телефон, адрес и ещё 2»; null where nothing is. */
export function missingText({ kind, step, missing }: Pick<CaseLine, 'kind' | 'step' | 'missing'>): string | null {
  if (kind === 'reply' || step === 'machineLetter' || step === 'setAside') return null
  if (missing === null) return 'полей заявки не найдено'
  if (missing.length === 0) return null
  const named = missing.slice(0, shownFields).map(name => midSentence(fieldWords[name]))
  const rest = missing.length - named.length
  return `${kind === 'letter' ? 'проверить' : 'не хватает'}: ${named.join(', ')}${rest > 0 ? ` и ещё ${rest}` : ''}`
}

/** When it came, or when the citizen is received. */
export function whenText({ kind, appointedAt, receivedOn }: CaseLine, timeZone: string): string {
  if (appointedAt !== null) return `приём ${formatDateTime(appointedAt, timeZone)}`
  return `${kind === 'application' ? 'поступила' : 'получено'} ${formatLocalDate(receivedOn)}`
}

/** A letter nobody named himself in. */
export const nameText = ({ name }: Pick<CaseLine, 'name'>): string => (name === '' ? 'Отправитель не указан' : name)
