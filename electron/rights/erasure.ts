import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'

export interface ErasureDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly eventLog: EventLog
  readonly clock: Clock
}

/** Raw letters and document details after their terms (152-ФЗ ст. 5 ч. 7), each with a record and a line in the log. */
export interface Erasure {
  /**
   * Erases what is due, some at a time; answers how many went. Kept: the document of an open application, a letter nobody
   * has handled, and both where the person's own request is open or a recording is under a hold.
   */
  run(after: { rawLetterDays: number; documentDays: number }, trustedNowMs: number): number
  /** Joins the running transaction: both of one application, now. */
  ofApplication(applicationId: string, authorId: string): void
  /** Still to be received, or nothing decided. */
  isOpen(applicationId: string): boolean
}

const batch = 50
const dayMs = 24 * 60 * 60_000

/** When an application was closed: its last reception, or its decision; null while it is open. */
const closedAt = `
  case
    when exists (select 1 from reception where reception.application_id = application.id
      and reception.step not in ('closed', 'cancelled', 'moved')) then null
    when exists (select 1 from reception where reception.application_id = application.id) then (
      select max(recorded_at) from reception_event join reception on reception.id = reception_event.reception_id
        where reception.application_id = application.id)
    else (select max(decided_at) from application_decision as decision
      where decision.application_id = application.id and decision.kind in ('rejected', 'cancelled'))
  end`

/** Somebody still needs the data: the person asks about them, or they are evidence. */
const needed = `(
  exists (select 1 from subject_request as request where request.application_id = application.id
    and not exists (select 1 from subject_request_act as act where act.request_id = request.id))
  or exists (select 1 from recording join reception on reception.id = recording.reception_id
    join recording_hold as hold on hold.recording_id = recording.id and hold.released_at is null
    where reception.application_id = application.id))`

export function makeErasure({ write, place, eventLog, clock }: ErasureDeps): Erasure {
  const letters = write.prepareRead<{ id: string }>(`
    select id from (
      select letter.id, letter.stored_at,
          coalesce(application.registered_at,
            (select case when act.kind = 'takenBack' then null else act.at end from letter_act as act
              where act.letter_id = letter.id order by act.rowid desc limit 1),
            (select max(at) from notice_fact where notice_fact.letter_id = letter.id),
            case when letter.kind in ('autoReply', 'bounce') then letter.stored_at end) as handled_at
        from letter left join application on application.letter_id = letter.id
        where letter.body_id = ? and letter.raw is not null and (application.id is null or not ${needed}))
      where handled_at < ? limit ${batch}`)
  const documents = write.prepareRead<{ id: string }>(`
    select application.id from application
      where application.body_id = ? and application.document_erased_at is null and application.registered_at < ?
        and (application.document_number is not null or application.document_kind is not null)
        and ${closedAt} < ? and not ${needed}
      limit ${batch}`)
  const closed = write.prepareRead<{ at: string | null }>(`select ${closedAt} as at from application where id = ?`)
  const ofOne = write.prepareRead<{ letter_id: string | null; document_erased_at: string | null; has_raw: 0 | 1 }>(`
    select application.letter_id, application.document_erased_at, letter.raw is not null as has_raw
      from application left join letter on letter.id = application.letter_id where application.id = ?`)
  const eraseLetter = write.prepareWrite('update letter set raw = null, erased_at = ? where id = ?')
  const eraseDocument = write.prepareWrite(`
    update application set document_kind = null, document_series = null, document_number = null,
      document_issued_by = null, document_issued_on = null, document_erased_at = ? where id = ?`)
  const now = () => new Date(clock.nowMs()).toISOString()

  interface Why {
    readonly reason: 'term' | 'withdrawal'
    readonly afterDays: number | null
    /** null = the program. */
    readonly authorId: string | null
  }

  function record(kind: 'rawLetter' | 'documentDetails', subjectId: string, { reason, afterDays }: Why): void {
    const { bodyId, workplaceId } = place()
    write.run(
      write.build.insertInto('erasure_record').values({
        ...{ kind, subject_id: subjectId, body_id: bodyId, workplace_id: workplaceId },
        ...{ reason, after_days: afterDays, at: now() },
      }),
    )
  }

  function letter(letterId: string, why: Why): void {
    eraseLetter.run(now(), letterId)
    record('rawLetter', letterId, why)
    eventLog.append({ accountId: why.authorId, kind: 'letterErased', objects: { letterId }, result: 'done' })
  }

  function document(applicationId: string, why: Why): void {
    eraseDocument.run(now(), applicationId)
    record('documentDetails', applicationId, why)
    eventLog.append({ accountId: why.authorId, kind: 'documentErased', objects: { applicationId }, result: 'done' })
  }

  return {
    run({ rawLetterDays, documentDays }, trustedNowMs) {
      const before = (days: number) => new Date(trustedNowMs - days * dayMs).toISOString()
      const { bodyId } = place()
      const why = { reason: 'term', authorId: null } as const
      const dueLetters = letters.all(bodyId, before(rawLetterDays))
      const limit = before(documentDays)
      const dueDocuments = documents.all(bodyId, limit, limit)
      for (const { id } of dueLetters) write.transaction(() => letter(id, { ...why, afterDays: rawLetterDays }))
      for (const { id } of dueDocuments) write.transaction(() => document(id, { ...why, afterDays: documentDays }))
      return dueLetters.length + dueDocuments.length
    },
    ofApplication(applicationId, authorId) {
      const row = ofOne.first(applicationId)
      const why = { reason: 'withdrawal', afterDays: null, authorId } as const
      if (row?.letter_id && row.has_raw === 1) letter(row.letter_id, why)
      if (row && row.document_erased_at === null) document(applicationId, why)
    },
    isOpen: applicationId => closed.first(applicationId)?.at === null,
  }
}
