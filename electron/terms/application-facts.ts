import type { ApplicationFacts } from '../../shared/calendar/application-events.ts'
import type { ApplicationMarkKind } from '../../shared/contract/applications.ts'
import type { NoticeKind } from '../../shared/notices/notice-kind.ts'
import type { ReadDb } from '../database/handles.ts'

interface FactsRow {
  readonly application_id: string
  /** Of the reception that stands now; null = none. */
  readonly reception_id: string | null
  readonly received_on: string
  readonly form_submitted_at: string | null
}
interface MarkRow {
  readonly reception_id: string
  readonly kind: ApplicationMarkKind
  readonly occurred_at: string
}
interface MoveRow {
  readonly from_reception_id: string
  readonly to_reception_id: string
  readonly confirmation_valid: 0 | 1
}
interface DecisionRow {
  readonly kind: 'appointed' | 'rejected' | 'cancelled'
  readonly notice_id: string | null
  readonly decided_at: string
}
interface NoticeRow {
  readonly kind: NoticeKind
  readonly reception_id: string | null
  readonly accepted_at: string | null
  readonly by_hand_at: string | null
  /** Of a try after the last letter that came back; of one that never did the first. */
  readonly reached_at: string | null
  readonly told_at: string | null
}

/** The facts' `rejectionSentAt` as a condition of SQL: the rejected ones of all years are left unread by it. */
export const rejectionIsSent = (applicationId: string): string => `(
  exists (select 1 from notice where notice.application_id = ${applicationId} and notice.kind = 'rejection'
    and (exists (select 1 from notice_attempt where notice_id = notice.id and outcome = 'accepted')
      or exists (select 1 from notice_fact where notice_id = notice.id and kind = 'sentByHand')))
  or exists (select 1 from rejection_dispatch as given
    where given.application_id = ${applicationId} and given.way = 'other'))`

/** What the terms of an application are counted by, from what was marked, decided, moved and sent. */
export function makeApplicationFacts(read: Pick<ReadDb, 'prepareRead'>): (row: FactsRow) => ApplicationFacts {
  const marks = read.prepareRead<MarkRow>(
    'select reception_id, kind, occurred_at from standing_application_mark where application_id = ? order by occurred_at',
  )
  const moves = read.prepareRead<MoveRow>(
    'select from_reception_id, to_reception_id, confirmation_valid from reception_move where application_id = ?',
  )
  const decisions = read.prepareRead<DecisionRow>(
    'select kind, notice_id, decided_at from application_decision where application_id = ? order by decided_at',
  )
  const accepted = (rest = '') =>
    `(select min(at) from notice_attempt where notice_id = notice.id and outcome = 'accepted' ${rest})`
  const noted = (kind: 'sentByHand' | 'toldByPhone') =>
    `(select min(occurred_at) from notice_fact where notice_id = notice.id and kind = '${kind}')`
  const lastBounce = "select max(at) from notice_fact where notice_id = notice.id and kind = 'bounced'"
  const notices = read.prepareRead<NoticeRow>(`
    select notice.kind, notice.reception_id, ${accepted()} as accepted_at,
        ${accepted(`and at > coalesce((${lastBounce}), '')`)} as reached_at,
        ${noted('sentByHand')} as by_hand_at, ${noted('toldByPhone')} as told_at
      from notice where notice.application_id = ? order by notice.formed_at`)
  // Handed over or by post. Terms count days: this hour lies on that day in every zone of the country.
  const givenOtherwise = read.prepareRead<{ given_at: string }>(
    "select given_on || 'T06:00:00.000Z' as given_at from rejection_dispatch where application_id = ? and way = 'other'",
  )

  return row => {
    const id = row.application_id
    const marked = marks.all(id)
    const decided = decisions.all(id)
    const written = notices.all(id)
    const valid = validReceptions(row.reception_id, moves.all(id))
    const ofReception = ({ kind }: NoticeRow) => kind === 'appointment' || kind === 'move'
    const markAt = (kind: ApplicationMarkKind, of: (mark: MarkRow) => boolean) =>
      marked.filter(mark => mark.kind === kind && of(mark)).map(({ occurred_at }) => occurred_at)
    const isValid = ({ reception_id }: Pick<MarkRow | NoticeRow, 'reception_id'>) =>
      reception_id !== null && valid.has(reception_id)
    return {
      receivedOn: row.received_on,
      formSubmittedAt: row.form_submitted_at,
      appointedAt:
        decided.find(({ kind, notice_id }) => kind === 'appointed' && notice_id !== null)?.decided_at ?? null,
      firstNoticeAt: earliest([...written.filter(ofReception).map(sentAt), ...markAt('noticeSent', () => true)]),
      validNoticeAt: earliest([
        ...written.filter(notice => ofReception(notice) && isValid(notice)).map(reachedAt),
        ...markAt('noticeSent', isValid),
      ]),
      confirmedAt: earliest(markAt('confirmed', isValid)),
      rejectedAt: decided.find(({ kind }) => kind === 'rejected')?.decided_at ?? null,
      rejectionSentAt: earliest([
        ...written.filter(({ kind }) => kind === 'rejection').map(sentAt),
        givenOtherwise.first(id)?.given_at ?? null,
      ]),
    }
  }
}

/** The reception that stands, and those before it that our faults alone moved (п. 3.5): what was said of them holds. */
function validReceptions(receptionId: string | null, moves: readonly MoveRow[]): ReadonlySet<string> {
  const valid = new Set<string>()
  for (let at = receptionId; at !== null; ) {
    valid.add(at)
    const to = at
    at = moves.find(move => move.to_reception_id === to && move.confirmation_valid === 1)?.from_reception_id ?? null
  }
  return valid
}

const sentAt = ({ accepted_at, by_hand_at }: NoticeRow): string | null => earliest([accepted_at, by_hand_at])

/** A letter that came back was sent, but nothing runs from it until the citizen was told otherwise. */
const reachedAt = ({ reached_at, by_hand_at, told_at }: NoticeRow): string | null =>
  earliest([reached_at, by_hand_at, told_at])

function earliest(moments: readonly (string | null)[]): string | null {
  const known = moments.filter(moment => moment !== null)
  return known.length === 0 ? null : known.reduce((one, other) => (Date.parse(other) < Date.parse(one) ? other : one))
}
