import { randomUUID } from 'node:crypto'
import type { ApplicationFacts } from '../../shared/calendar/application-events.ts'
import type {
  ApplicationMarkKind,
  ApplicationTerm,
  Confirmation,
  MarkChannel,
} from '../../shared/contract/applications.ts'
import type { TermShift } from '../../shared/contract/calendar.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import { shortName, unnamedApplicant } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import { fullNameOfRow } from '../applications/application-row.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { utcText } from '../database/utc-text.ts'
import { makeApplicationFacts, rejectionIsSent } from './application-facts.ts'
import { applicationsCancelledUntold, untoldCancellationAt } from './untold-cancellation.ts'

/** An application with what its terms are counted by, and the reception that stands for it now. */
export interface TermedApplication {
  readonly applicationId: string
  /** All three null where nothing is appointed yet. */
  readonly receptionId: string | null
  readonly appointedOn: string | null
  readonly step: ReceptionStepName | null
  readonly hasLink: boolean
  /** The reception has begun in law (п. 3.7): asked of one that is being moved. */
  readonly isBegun: boolean
  readonly isNamed: boolean
  readonly isAnnulled: boolean
  readonly consentsToData: boolean
  /** When the reception was cancelled, where the citizen is still to be told of it (п. 2.6). */
  readonly untoldCancellationAt: string | null
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
  ofApplication(applicationId: string): TermedApplication | null
  /** Those that are still to be decided, to be sent a rejection, or whose citizen is still to be received. */
  open(): readonly TermedApplication[]
  /** Cancelled, and nobody told of it. */
  untoldCancellations(): readonly TermedApplication[]
  /** `false`: it is noted already. Mark and line of the event log together. */
  addMark(mark: NewApplicationMark): boolean
  /** The confirmation noted at a moment; null where there is none. */
  confirmation(applicationId: string, occurredAt: string | null): Confirmation | null
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
  /** By hand where nothing is said. */
  readonly channel?: MarkChannel
  readonly letterId?: string | null
  readonly note?: string
}

export interface TermStoreDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}

interface Row {
  readonly application_id: string
  readonly reception_id: string | null
  readonly appointed_on: string | null
  readonly step: ReceptionStepName | null
  readonly link: string | null
  readonly begun: 0 | 1
  readonly consent_personal_data: 0 | 1
  readonly annulled: 0 | 1
  readonly untold_cancellation_at: string | null
  readonly received_on: string
  readonly form_submitted_at: string | null
  readonly journal_number: number
  readonly family_name: string
  readonly given_name: string
  readonly patronymic: string | null
}
const columns = `
  application.id as application_id, reception.id as reception_id, reception.appointed_on, reception.step, reception.link,
  reception.step = 'moving' and exists (select 1 from reception_event as start
    where start.reception_id = reception.id and json_extract(start.action, '$.kind') = 'citizenConnected'
      and not exists (select 1 from reception_event as undone where undone.reception_id = reception.id
        and json_extract(undone.action, '$.kind') = 'tickUndone'
        and json_extract(undone.action, '$.sequence') = start.sequence)) as begun,
  application.consent_personal_data,
  exists (select 1 from application_annulment where application_annulment.application_id = application.id) as annulled,
  ${untoldCancellationAt} as untold_cancellation_at,
  application.received_on, application.form_submitted_at, application.journal_number, application.family_name,
  application.given_name, application.patronymic`

export function makeTermStore({ write, place, clock, eventLog }: TermStoreDeps): TermStore {
  // Through the writer: a calendar is decided and counted with in one transaction.
  const current = write.prepareRead<Row>(`
    select ${columns} from reception as asked
      join application on application.id = asked.application_id
      join reception on reception.application_id = application.id and reception.step <> 'moved'
      where asked.id = ? order by reception.created_at desc limit 1`)
  const one = write.prepareRead<Row>(`
    select ${columns} from application
      left join reception on reception.application_id = application.id and reception.step <> 'moved'
      where application.id = ? order by reception.created_at desc limit 1`)
  // From the journal: its rows without a reception are indexed.
  const undecided = write.prepareRead<Row>(`
    select ${columns} from journal_row
      join application on application.id = journal_row.application_id
      left join reception on reception.application_id = application.id
      where journal_row.body_id = ? and journal_row.reception_id is null and journal_row.annulled = 0
        and not ${rejectionIsSent('application.id')}
      order by application.journal_year, application.journal_number`)
  const open = write.prepareRead<Row>(`
    select ${columns} from reception join application on application.id = reception.application_id
      where reception.body_id = ? and reception.step in ('scheduled', 'moving')
      order by application.journal_year, application.journal_number`)
  const untold = write.prepareRead<Row>(`
    select ${columns} from application join reception on reception.application_id = application.id
      where application.id in (${applicationsCancelledUntold}) and reception.step = 'cancelled'
      order by application.journal_year, application.journal_number`)
  const readFacts = makeApplicationFacts(write)
  const marks = write.prepareRead<{ reception_id: string; kind: ApplicationMarkKind }>(
    'select reception_id, kind from standing_application_mark where application_id = ?',
  )
  const confirmations = write.prepareRead<{
    occurred_at: string
    channel: MarkChannel
    note: string
    full_name: string
  }>(`
    select mark.occurred_at, mark.channel, mark.note, account.full_name from standing_application_mark as mark
      join account on account.id = mark.author_id
      where mark.application_id = ? and mark.kind = 'confirmed' and mark.occurred_at = ? limit 1`)
  const changes = write.prepareRead<{
    term_id: string
    legal_before: string
    legal_after: string
    basis: string
    changed_at: string
  }>(
    'select term_id, legal_before, legal_after, basis, changed_at from term_change where application_id = ? order by rowid',
  )

  const termed = (rows: readonly Row[]): TermedApplication[] =>
    readFacts(rows).map(({ row, facts }) => asTermed(row, facts))
  const asTermed = (row: Row, facts: ApplicationFacts): TermedApplication => ({
    applicationId: row.application_id,
    receptionId: row.reception_id,
    appointedOn: row.appointed_on,
    step: row.step,
    hasLink: row.link !== null,
    isBegun: row.begun === 1 || (row.step !== null && begunSteps.has(row.step)),
    isNamed: row.family_name !== unnamedApplicant,
    isAnnulled: row.annulled === 1,
    consentsToData: row.consent_personal_data === 1,
    untoldCancellationAt: row.untold_cancellation_at,
    journalNumber: row.journal_number,
    shortName: shortName(fullNameOfRow(row)),
    facts,
  })

  function addTold(told: Required<Omit<NewApplicationMark, 'kind' | 'letterId'>>): boolean {
    const { applicationId, receptionId, occurredAt, authorId, channel, note } = told
    if (current.first(receptionId)?.untold_cancellation_at == null) return false
    const { bodyId, workplaceId } = place()
    write.run(
      write.build.insertInto('cancellation_told').values({
        ...{ reception_id: receptionId, body_id: bodyId, workplace_id: workplaceId, application_id: applicationId },
        ...{ occurred_at: utcText(occurredAt), recorded_at: new Date(clock.nowMs()).toISOString() },
        ...{ author_id: authorId, channel: channel === 'phone' ? 'phone' : 'hand', note },
      }),
    )
    const objects = { applicationId, receptionId }
    eventLog.append({ accountId: authorId, kind: 'cancellationToldMarked', objects, result: 'done' })
    return true
  }

  return {
    ofReception(receptionId) {
      const row = current.first(receptionId)
      return row ? (termed([row])[0] ?? null) : null
    },
    ofApplication(applicationId) {
      const row = one.first(applicationId)
      return row ? (termed([row])[0] ?? null) : null
    },
    open: () => termed([...undecided.all(place().bodyId), ...open.all(place().bodyId)]),
    untoldCancellations: () => termed(untold.all(place().bodyId)),
    addMark: ({
      applicationId,
      receptionId,
      kind,
      occurredAt,
      authorId,
      channel = 'hand',
      letterId = null,
      note = '',
    }) =>
      write.transaction(() => {
        if (kind === 'cancellationTold')
          return addTold({ applicationId, receptionId, occurredAt, authorId, channel, note })
        if (marks.all(applicationId).some(mark => mark.reception_id === receptionId && mark.kind === kind)) return false
        const { bodyId, workplaceId } = place()
        write.run(
          write.build.insertInto('application_mark').values({
            ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId },
            ...{ application_id: applicationId, reception_id: receptionId, kind, occurred_at: utcText(occurredAt) },
            ...{ recorded_at: new Date(clock.nowMs()).toISOString(), author_id: authorId },
            ...{ channel, letter_id: letterId, note },
          }),
        )
        const logged = kind === 'noticeSent' ? 'noticeMarked' : 'confirmationMarked'
        eventLog.append({ accountId: authorId, kind: logged, objects: { applicationId, receptionId }, result: 'done' })
        return true
      }),
    confirmation(applicationId, occurredAt) {
      const row = occurredAt === null ? undefined : confirmations.first(applicationId, occurredAt)
      return row
        ? { occurredAt: row.occurred_at, channel: row.channel, note: row.note, authorName: shortName(row.full_name) }
        : null
    },
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

/** Steps a reception reaches only once the citizen is connected. */
const begunSteps: ReadonlySet<ReceptionStepName> = new Set<ReceptionStepName>([
  ...(['notifying', 'identifying', 'consulting', 'connectionLost'] as const),
])
