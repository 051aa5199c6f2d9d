import type { MatterEvent } from '../../shared/contract/application-list.ts'
import type { NoticeKind } from '../../shared/notices/notice-kind.ts'
import { noticeKindWords } from '../../shared/notices/notice-kind.ts'
import { formatDateTime, formatLocalDate } from '../../shared/text/date-time.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { ReadDb } from '../database/handles.ts'

interface Row {
  readonly at: string
  readonly full_name: string
  readonly one: string | null
  readonly two: string | null
  readonly three?: string
}

const consentNames = { personalData: 'обработку персональных данных', video: 'видеозапись' } as const
const consentStates = { given: 'дано', notGiven: 'не дано', withdrawn: 'отозвано' } as const
const decisionWords = {
  appointed: 'Назначен приём',
  rejected: 'Заявка отклонена',
  cancelled: 'Приём отменён (п. 2.6)',
} as const

/** What was done and decided on an application, oldest first. */
export function makeMatterHistory(
  read: Pick<ReadDb, 'prepareRead'>,
): (applicationId: string, timeZone: string) => MatterEvent[] {
  const of = (columns: string, table: string, author: string, rest = '') =>
    read.prepareRead<Row>(`
      select ${columns}, account.full_name from ${table} join account on account.id = ${author} ${rest}`)
  const registered = of(
    'registered_at as at, channel as one, cast(journal_number as text) as two',
    'application',
    'registrar_id',
    'where application.id = ?',
  )
  const annulled = of(
    'at, reason as one, null as two',
    'application_annulment',
    'author_id',
    'where application_id = ?',
  )
  const completed = of(
    'at, basis as one, null as two',
    'application_completion',
    'author_id',
    'where application_id = ?',
  )
  const receipts = of(
    'at, received_before as one, received_after as two, reason as three',
    'receipt_correction',
    'author_id',
    'where application_id = ?',
  )
  // The first two came with the application itself.
  const consents = of(
    "recorded_at as at, kind || ' ' || state as one, wording as two",
    'application_consent',
    'author_id',
    "where application_id = ? and wording <> ''",
  )
  const decisions = of(
    'decided_at as at, application_decision.kind as one, coalesce(reason, reception.appointed_at) as two',
    'application_decision',
    'application_decision.author_id',
    'left join reception on reception.id = reception_id where application_decision.application_id = ?',
  )
  const notices = of('formed_at as at, kind as one, null as two', 'notice', 'author_id', 'where application_id = ?')
  const told = of(
    'recorded_at as at, occurred_at as one, note as two',
    'cancellation_told',
    'author_id',
    'where application_id = ?',
  )
  const moves = of(
    'moved_at as at, coalesce(basis, result_text) as one, later.appointed_at as two',
    'reception_move',
    'author_id',
    'join reception as later on later.id = to_reception_id where reception_move.application_id = ?',
  )

  return (applicationId, timeZone) => {
    const said = (statement: typeof registered, kind: MatterEvent['kind'], text: (row: Row) => string) =>
      statement
        .all(applicationId)
        .map(row => ({ kind, at: row.at, authorName: shortName(row.full_name), text: text(row) }))
    return [
      ...said(registered, 'registered', ({ two }) => `Зарегистрирована под № ${two}`),
      ...said(annulled, 'annulled', ({ one }) => `Запись аннулирована как ошибочная: ${one}`),
      ...said(completed, 'completed', ({ one }) => `Дополнена: ${one}`),
      ...said(receipts, 'receipt', receiptText),
      ...said(consents, 'consent', consentText),
      ...decisions.all(applicationId).map(row => {
        const kind = row.one as keyof typeof decisionWords
        const at = row.two !== null && Date.parse(row.two) > 0 && /Z$/.test(row.two)
        const rest = row.two === null ? '' : at ? ` на ${formatDateTime(row.two, timeZone)}` : `: ${row.two}`
        return { kind, at: row.at, authorName: shortName(row.full_name), text: `${decisionWords[kind]}${rest}` }
      }),
      ...said(told, 'told', ({ one, two }) => `Об отмене сообщено ${formatDateTime(one ?? '', timeZone)}: ${two}`),
      ...said(moves, 'moved', ({ one, two }) => movedText(one, two, timeZone)),
      ...said(notices, 'notice', ({ one }) => `Составлено: ${noticeKindWords[one as NoticeKind]}`),
    ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  }
}

function consentText({ one, two }: Row): string {
  const [kind, state] = (one ?? '').split(' ')
  const name = consentNames[kind as keyof typeof consentNames]
  return `Согласие на ${name} ${consentStates[state as keyof typeof consentStates]}: ${two}`
}

const receiptText = ({ one, two, three }: Row): string =>
  `Дата поступления: было ${formatLocalDate(one ?? '')}, стало ${formatLocalDate(two ?? '')}. Причина: ${three ?? ''}`

const movedText = (basis: string | null, to: string | null, timeZone: string): string =>
  `Приём перенесён${to === null ? '' : ` на ${formatDateTime(to, timeZone)}`}${basis ? `: ${basis}` : ''}`
