import type { PersonRights } from '../../../shared/contract/rights.ts'
import type { SubjectRequestKind, SubjectRequestWay } from '../../../shared/rights/subject-request.ts'
import { formatDate, formatLocalDate } from '../../../shared/text/date-time.ts'
import type { Tone } from '../../ui/tone.ts'

export const requestWords: Readonly<Record<SubjectRequestKind, string>> = {
  information: 'Сообщить, какие данные обрабатываются',
  correction: 'Исправить данные',
  withdrawal: 'Отзыв согласия на обработку данных',
}

export const requestWayWords: Readonly<Record<SubjectRequestWay, string>> = {
  letter: 'письмом',
  phone: 'по телефону',
  visit: 'лично',
}

/** What the field asks when the request is answered. */
export const answerLabels: Readonly<Record<SubjectRequestKind, string>> = {
  information: 'Когда, как и за каким номером дан ответ',
  correction: 'Что исправлено, за каким номером сообщено',
  withdrawal: 'На каком основании стирается, за каким номером сообщено',
}

/** What is gone, what stays although it was asked to go, and why. */
export function stayingLines(
  { documentErasedAt, letterErasedAt, isOpen, recordings }: Omit<PersonRights, 'requests'>,
  timeZone: string,
): readonly { tone: Tone; text: string }[] {
  const gone = (what: string, at: string | null) =>
    at === null ? [] : [{ tone: 'quiet' as const, text: `${what} ${formatDate(at, timeZone)}` }]
  return [
    ...(isOpen
      ? [{ tone: 'info' as const, text: 'Заявка открыта: сведения нужны для приёма и пока не стираются' }]
      : []),
    ...recordings.map(({ retainUntil, held }) => ({
      tone: 'info' as const,
      text: held
        ? 'Видеозапись под запретом уничтожения: она и сведения к ней остаются, пока запрет не снят'
        : `Видеозапись хранится по ${formatLocalDate(retainUntil)} включительно (п. 3.6): раньше её не уничтожают`,
    })),
    ...gone('Сведения о документе стёрты', documentErasedAt),
    ...gone('Исходный текст письма стёрт', letterErasedAt),
    { tone: 'info', text: 'Запись в журнале учёта остаётся (п. 2.4)' },
  ]
}
