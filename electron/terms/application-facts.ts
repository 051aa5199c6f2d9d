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
/** Rows of many applications are read together. */
interface OfApplication {
  readonly application_id: string
}
interface MarkRow extends OfApplication {
  readonly reception_id: string
  readonly kind: ApplicationMarkKind
  readonly occurred_at: string
}
interface MoveRow extends OfApplication {
  readonly from_reception_id: string
  readonly to_reception_id: string
  readonly confirmation_valid: 0 | 1
}
interface DecisionRow extends OfApplication {
  readonly kind: 'appointed' | 'rejected' | 'cancelled'
  readonly notice_id: string | null
  readonly decided_at: string
}
interface NoticeRow extends OfApplication {
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

/**
 * Reads what the terms of applications are counted by, from what was marked, decided, moved and sent. All of them in five
 * queries: one after another, three hundred open ones took the workstation's thread for as long as a chunk may wait.
 */
export function makeApplicationFacts(
  read: Pick<ReadDb, 'prepareRead'>,
): <Row extends FactsRow>(rows: readonly Row[]) => { readonly row: Row; readonly facts: ApplicationFacts }[] {
  const grouped = <Row extends OfApplication>(sql: string) => {
    const statement = read.prepareRead<Row>(sql)
    return (ids: string) => Map.groupBy(statement.all(ids), ({ application_id }) => application_id)
  }
  const isAsked = 'application_id in (select value from json_each(?))'
  const marks = grouped<MarkRow>(`
    select application_id, reception_id, kind, occurred_at from standing_application_mark
      where ${isAsked} order by occurred_at`)
  const moves = grouped<MoveRow>(
    `select application_id, from_reception_id, to_reception_id, confirmation_valid from reception_move where ${isAsked}`,
  )
  const decisions = grouped<DecisionRow>(
    `select application_id, kind, notice_id, decided_at from application_decision where ${isAsked} order by decided_at`,
  )
  const accepted = (rest = '') =>
    `(select min(at) from notice_attempt where notice_id = notice.id and outcome = 'accepted' ${rest})`
  const noted = (kind: 'sentByHand' | 'toldByPhone') =>
    `(select min(occurred_at) from notice_fact where notice_id = notice.id and kind = '${kind}')`
  const lastBounce = "select max(at) from notice_fact where notice_id = notice.id and kind = 'bounced'"
  const notices = grouped<NoticeRow>(`
    select notice.application_id, notice.kind, notice.reception_id, ${accepted()} as accepted_at,
        ${accepted(`and at > coalesce((${lastBounce}), '')`)} as reached_at,
        ${noted('sentByHand')} as by_hand_at, ${noted('toldByPhone')} as told_at
      from notice where notice.${isAsked} order by notice.formed_at`)
  // Handed over or by post. Terms count days: this hour lies on that day in every zone of the country.
  const givenOtherwise = grouped<GivenRow>(`
    select application_id, given_on || 'T06:00:00.000Z' as given_at from rejection_dispatch
      where ${isAsked} and way = 'other'`)

  return rows => {
    const ids = JSON.stringify(rows.map(({ application_id }) => application_id))
    const found = {
      ...{ marked: marks(ids), moves: moves(ids), decided: decisions(ids) },
      ...{ written: notices(ids), given: givenOtherwise(ids) },
    }
    return rows.map(row => {
      const of = <T>(found: ReadonlyMap<string, T[]>): readonly T[] => found.get(row.application_id) ?? []
      return {
        row,
        facts: factsOf(row, {
          ...{ marked: of(found.marked), moves: of(found.moves), decided: of(found.decided) },
          ...{ written: of(found.written), givenAt: of(found.given)[0]?.given_at ?? null },
        }),
      }
    })
  }
}

interface GivenRow extends OfApplication {
  readonly given_at: string
}
/** All rows of one application. */
interface FoundRows {
  readonly marked: readonly MarkRow[]
  readonly moves: readonly MoveRow[]
  readonly decided: readonly DecisionRow[]
  readonly written: readonly NoticeRow[]
  readonly givenAt: string | null
}

function factsOf(row: FactsRow, { marked, moves, decided, written, givenAt }: FoundRows): ApplicationFacts {
  const valid = validReceptions(row.reception_id, moves)
  const ofReception = ({ kind }: NoticeRow) => kind === 'appointment' || kind === 'move'
  const markAt = (kind: ApplicationMarkKind, of: (mark: MarkRow) => boolean) =>
    marked.filter(mark => mark.kind === kind && of(mark)).map(({ occurred_at }) => occurred_at)
  const isValid = ({ reception_id }: Pick<MarkRow | NoticeRow, 'reception_id'>) =>
    reception_id !== null && valid.has(reception_id)
  return {
    receivedOn: row.received_on,
    formSubmittedAt: row.form_submitted_at,
    appointedAt: decided.find(({ kind, notice_id }) => kind === 'appointed' && notice_id !== null)?.decided_at ?? null,
    firstNoticeAt: earliest([...written.filter(ofReception).map(sentAt), ...markAt('noticeSent', () => true)]),
    validNoticeAt: earliest([
      ...written.filter(notice => ofReception(notice) && isValid(notice)).map(reachedAt),
      ...markAt('noticeSent', isValid),
    ]),
    confirmedAt: earliest(markAt('confirmed', isValid)),
    rejectedAt: decided.find(({ kind }) => kind === 'rejected')?.decided_at ?? null,
    rejectionSentAt: earliest([...written.filter(({ kind }) => kind === 'rejection').map(sentAt), givenAt]),
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
