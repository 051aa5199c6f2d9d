import { randomUUID } from 'node:crypto'
import type { SubjectRequestKind, SubjectRequestWay } from '../../shared/rights/subject-request.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import { fullNameOfRow } from '../applications/application-row.ts'
import { makeConsentStore } from '../applications/consent-store.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'

export interface StoredRequest {
  readonly id: string
  readonly applicationId: string
  readonly kind: SubjectRequestKind
  readonly way: SubjectRequestWay
  readonly receivedAt: string
  readonly authorName: string
  readonly act: {
    readonly kind: 'done' | 'refused'
    readonly note: string
    readonly doneAt: string
    readonly authorName: string
  } | null
}

/** An open request with whose it is, for «Сделать сегодня». */
export interface OpenRequest {
  readonly request: Pick<StoredRequest, 'id' | 'kind' | 'receivedAt'>
  readonly applicationId: string
  readonly journalNumber: number
  readonly shortName: string
  /** The last reception of the application, if it ever had one. */
  readonly reception: { readonly id: string; readonly day: string } | null
}

export interface ApplicationData {
  readonly registeredAt: string
  readonly documentErasedAt: string | null
  readonly letterErasedAt: string | null
  readonly recordings: readonly { recordingId: string; retainUntil: string; held: boolean }[]
}

/** Requests of people about their data and what was done; every write with its line in the event log. */
export interface RightsStore {
  data(applicationId: string): ApplicationData | null
  ofApplication(applicationId: string): readonly StoredRequest[]
  byId(requestId: string): StoredRequest | null
  open(): readonly OpenRequest[]
  add(request: Pick<StoredRequest, 'applicationId' | 'kind' | 'way' | 'receivedAt'> & { authorId: string }): void
  finish(act: { request: StoredRequest; kind: 'done' | 'refused'; note: string; authorId: string }): void
}

export interface RightsStoreDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly eventLog: EventLog
  readonly clock: Clock
}

interface RequestRow {
  readonly id: string
  readonly application_id: string
  readonly kind: SubjectRequestKind
  readonly way: SubjectRequestWay
  readonly received_at: string
  readonly author_name: string
  readonly act_kind: 'done' | 'refused' | null
  readonly note: string | null
  readonly done_at: string | null
  readonly act_author_name: string | null
}

interface OpenRow {
  readonly id: string
  readonly application_id: string
  readonly kind: SubjectRequestKind
  readonly received_at: string
  readonly journal_number: number
  readonly family_name: string
  readonly given_name: string
  readonly patronymic: string | null
  readonly reception_id: string | null
  readonly day: string | null
}

export function makeRightsStore({ write, place, eventLog, clock }: RightsStoreDeps): RightsStore {
  const select = `
    select request.id, request.application_id, request.kind, request.way, request.received_at,
        author.full_name as author_name, act.kind as act_kind, act.note, act.done_at, actor.full_name as act_author_name
      from subject_request as request
      join account as author on author.id = request.author_id
      left join subject_request_act as act on act.request_id = request.id
      left join account as actor on actor.id = act.author_id`
  // Through the writer: what is erased is judged and done in one transaction.
  const ofApplication = write.prepareRead<RequestRow>(
    `${select} where request.application_id = ? order by request.rowid`,
  )
  const one = write.prepareRead<RequestRow>(`${select} where request.id = ? and request.body_id = ?`)
  const open = write.prepareRead<OpenRow>(`
    select request.id, request.application_id, request.kind, request.received_at, application.journal_number, application.family_name,
        application.given_name, application.patronymic, reception.id as reception_id, reception.appointed_on as day
      from subject_request as request
      join application on application.id = request.application_id
      left join reception on reception.id = (
        select id from reception where reception.application_id = application.id order by created_at desc limit 1)
      where request.body_id = ? and request.workplace_id = ?
        and not exists (select 1 from subject_request_act as act where act.request_id = request.id)
      order by request.received_at`)
  const data = write.prepareRead<{
    registered_at: string
    document_erased_at: string | null
    letter_erased_at: string | null
  }>(`
    select application.registered_at, application.document_erased_at, letter.erased_at as letter_erased_at
      from application left join letter on letter.id = application.letter_id
      where application.id = ? and application.body_id = ?`)
  const recordings = write.prepareRead<{ id: string; retain_until: string; held: 0 | 1 }>(`
    select recording.id, recording.retain_until, exists (select 1 from recording_hold as hold
        where hold.recording_id = recording.id and hold.released_at is null) as held
      from recording join reception on reception.id = recording.reception_id
      where reception.application_id = ? and recording.state <> 'destroyed' order by recording.started_at`)
  const consents = makeConsentStore({ write, place, clock })
  const now = () => new Date(clock.nowMs()).toISOString()

  return {
    data(applicationId) {
      const row = data.first(applicationId, place().bodyId)
      if (!row) return null
      return {
        registeredAt: row.registered_at,
        documentErasedAt: row.document_erased_at,
        letterErasedAt: row.letter_erased_at,
        recordings: recordings
          .all(applicationId)
          .map(({ id, retain_until, held }) => ({ recordingId: id, retainUntil: retain_until, held: held === 1 })),
      }
    },
    ofApplication: applicationId => ofApplication.all(applicationId).map(asRequest),
    byId(requestId) {
      const row = one.first(requestId, place().bodyId)
      return row ? asRequest(row) : null
    },
    open: () => open.all(place().bodyId, place().workplaceId).map(asOpen),
    add: ({ applicationId, kind, way, receivedAt, authorId }) =>
      write.transaction(() => {
        const { bodyId, workplaceId } = place()
        write.run(
          write.build.insertInto('subject_request').values({
            ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, application_id: applicationId },
            ...{ kind, way, received_at: receivedAt, recorded_at: now(), author_id: authorId },
          }),
        )
        if (kind === 'withdrawal') {
          const wording = 'заявителем (152-ФЗ, ст. 9)'
          consents.add(applicationId, {
            ...{ kind: 'personalData', state: 'withdrawn', wording, occurredAt: receivedAt, letterId: null, authorId },
          })
        }
        const objects = { applicationId }
        eventLog.append({ accountId: authorId, kind: 'subjectRequestReceived', objects, result: 'request' })
      }),
    finish: ({ request, kind, note, authorId }) =>
      write.transaction(() => {
        const { bodyId, workplaceId } = place()
        write.run(
          write.build.insertInto('subject_request_act').values({
            ...{ request_id: request.id, body_id: bodyId, workplace_id: workplaceId, kind, note },
            ...{ done_at: now(), recorded_at: now(), author_id: authorId },
          }),
        )
        const { applicationId } = request
        const result = kind === 'done' ? 'done' : 'refused'
        eventLog.append({ accountId: authorId, kind: 'subjectRequestAnswered', objects: { applicationId }, result })
      }),
  }
}

const asRequest = (row: RequestRow): StoredRequest => ({
  id: row.id,
  applicationId: row.application_id,
  kind: row.kind,
  way: row.way,
  receivedAt: row.received_at,
  authorName: shortName(row.author_name),
  act:
    row.act_kind === null || row.note === null || row.done_at === null || row.act_author_name === null
      ? null
      : { kind: row.act_kind, note: row.note, doneAt: row.done_at, authorName: shortName(row.act_author_name) },
})

const asOpen = (row: OpenRow): OpenRequest => ({
  request: { id: row.id, kind: row.kind, receivedAt: row.received_at },
  applicationId: row.application_id,
  journalNumber: row.journal_number,
  shortName: shortName(fullNameOfRow(row)),
  reception: row.reception_id === null || row.day === null ? null : { id: row.reception_id, day: row.day },
})
