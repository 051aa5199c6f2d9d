import { randomUUID } from 'node:crypto'
import type { ApplicationFacts } from '../../shared/calendar/application-events.ts'
import type { ApplicationMarkKind, ApplicationTerm } from '../../shared/contract/applications.ts'
import type { TermShift } from '../../shared/contract/calendar.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import { fullNameOfRow } from '../applications/application-row.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { utcText } from '../database/utc-text.ts'

/** An application with what its terms are counted by, and the reception that stands for it now. */
export interface TermedApplication {
  readonly applicationId: string
  readonly receptionId: string
  readonly appointedOn: string
  readonly step: ReceptionStepName
  readonly hasLink: boolean
  readonly journalNumber: number
  readonly shortName: string
  readonly facts: ApplicationFacts
}

/** A term of an open application that another calendar moves. */
export type Shift = TermShift & { readonly applicationId: string }

/** What terms are counted by: receipts, notices, confirmations, and the trace of what was counted anew. */
export interface TermStore {
  /** Of the application the reception belongs to; null where there is no such reception. */
  ofReception(receptionId: string): TermedApplication | null
  /** Those whose citizen is still to be received. */
  open(): readonly TermedApplication[]
  /** `false`: it is noted already. Mark and line of the event log together. */
  addMark(mark: NewApplicationMark): boolean
  /** The last change of each term of an application. */
  changes(applicationId: string): ReadonlyMap<string, NonNullable<ApplicationTerm['recounted']>>
  /** Joins the running transaction. */
  addChanges(shifts: readonly Shift[], by: { authorId: string; basis: string }): void
}

export interface NewApplicationMark {
  readonly applicationId: string
  readonly receptionId: string
  readonly kind: ApplicationMarkKind
  readonly occurredAt: string
  readonly authorId: string
}

export interface TermStoreDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}

interface Row {
  readonly application_id: string
  readonly reception_id: string
  readonly appointed_on: string
  readonly step: ReceptionStepName
  readonly link: string | null
  readonly received_on: string
  readonly journal_number: number
  readonly family_name: string
  readonly given_name: string
  readonly patronymic: string | null
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

const columns = `
  application.id as application_id, reception.id as reception_id, reception.appointed_on, reception.step, reception.link,
  application.received_on, application.journal_number, application.family_name, application.given_name,
  application.patronymic`

export function makeTermStore({ write, place, clock, eventLog }: TermStoreDeps): TermStore {
  // Through the writer: a calendar is decided and counted with in one transaction.
  const current = write.prepareRead<Row>(`
    select ${columns} from reception as asked
      join application on application.id = asked.application_id
      join reception on reception.application_id = application.id and reception.step <> 'moved'
      where asked.id = ? order by reception.created_at desc limit 1`)
  const open = write.prepareRead<Row>(`
    select ${columns} from reception join application on application.id = reception.application_id
      where reception.body_id = ? and reception.step in ('scheduled', 'moving')
      order by application.journal_year, application.journal_number`)
  const marks = write.prepareRead<MarkRow>(
    'select reception_id, kind, occurred_at from application_mark where application_id = ? order by occurred_at',
  )
  const moves = write.prepareRead<MoveRow>(
    'select from_reception_id, to_reception_id, confirmation_valid from reception_move where application_id = ?',
  )
  const changes = write.prepareRead<{
    term_id: string
    legal_before: string
    legal_after: string
    basis: string
    changed_at: string
  }>(
    'select term_id, legal_before, legal_after, basis, changed_at from term_change where application_id = ? order by rowid',
  )

  const asTermed = (row: Row): TermedApplication => ({
    applicationId: row.application_id,
    receptionId: row.reception_id,
    appointedOn: row.appointed_on,
    step: row.step,
    hasLink: row.link !== null,
    journalNumber: row.journal_number,
    shortName: shortName(fullNameOfRow(row)),
    facts: factsOf(row, marks.all(row.application_id), moves.all(row.application_id)),
  })

  return {
    ofReception(receptionId) {
      const row = current.first(receptionId)
      return row ? asTermed(row) : null
    },
    open: () => open.all(place().bodyId).map(asTermed),
    addMark: ({ applicationId, receptionId, kind, occurredAt, authorId }) =>
      write.transaction(() => {
        if (marks.all(applicationId).some(mark => mark.reception_id === receptionId && mark.kind === kind)) return false
        const { bodyId, workplaceId } = place()
        write.run(
          write.build.insertInto('application_mark').values({
            ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId },
            ...{ application_id: applicationId, reception_id: receptionId, kind, occurred_at: utcText(occurredAt) },
            ...{ recorded_at: new Date(clock.nowMs()).toISOString(), author_id: authorId },
          }),
        )
        const logged = kind === 'noticeSent' ? 'noticeMarked' : 'confirmationMarked'
        eventLog.append({ accountId: authorId, kind: logged, objects: { applicationId, receptionId }, result: 'done' })
        return true
      }),
    changes: applicationId =>
      new Map(
        changes
          .all(applicationId)
          .map(row => [
            row.term_id,
            { legalBefore: row.legal_before, legalAfter: row.legal_after, basis: row.basis, at: row.changed_at },
          ]),
      ),
    addChanges(shifts, { authorId, basis }) {
      const { bodyId, workplaceId } = place()
      for (const { applicationId, termId, legalBefore, legalAfter } of shifts) {
        write.run(
          write.build.insertInto('term_change').values({
            ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, application_id: applicationId },
            ...{ term_id: termId, legal_before: legalBefore, legal_after: legalAfter, basis },
            ...{ author_id: authorId, changed_at: new Date(clock.nowMs()).toISOString() },
          }),
        )
      }
    },
  }
}

/** Marks of the time that stands now: its own, and those of the times before that our faults alone moved (п. 3.5). */
function factsOf(row: Row, marks: readonly MarkRow[], moves: readonly MoveRow[]): ApplicationFacts {
  const valid = new Set([row.reception_id])
  for (let at: string | undefined = row.reception_id; at !== undefined; ) {
    const move = moves.find(one => one.to_reception_id === at && one.confirmation_valid === 1)
    at = move?.from_reception_id
    if (at !== undefined) valid.add(at)
  }
  const first = (kind: ApplicationMarkKind, of: (mark: MarkRow) => boolean) =>
    marks.find(mark => mark.kind === kind && of(mark))?.occurred_at ?? null
  const isValid = ({ reception_id }: MarkRow) => valid.has(reception_id)
  return {
    receivedOn: row.received_on,
    firstNoticeAt: first('noticeSent', () => true),
    validNoticeAt: first('noticeSent', isValid),
    confirmedAt: first('confirmed', isValid),
  }
}
