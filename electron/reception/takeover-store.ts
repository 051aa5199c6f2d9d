import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import { fullNameOfRow } from '../applications/application-row.ts'
import type { ReadDb } from '../database/handles.ts'

/** A scheduled reception that somebody else may hold. */
export interface AheadReception {
  readonly receptionId: string
  readonly applicationId: string
  readonly appointedAt: string
  readonly appointedOn: string
  readonly journalNumber: number
  readonly shortName: string
  readonly topicId: string | null
  /** A notice with the former official went out. */
  readonly isAnnounced: boolean
}

/** What «Передать приёмы» asks of the database. */
export interface TakeoverStore {
  /** Scheduled receptions of somebody from a local date on, in order of time. */
  ahead(specialistId: string, since: string): readonly AheadReception[]
  byId(receptionId: string): (AheadReception & { readonly specialistId: string }) | null
  /** How many are ahead, by specialist. */
  counts(since: string): ReadonlyMap<string, number>
}

interface Row {
  readonly id: string
  readonly application_id: string
  readonly specialist_id: string
  readonly appointed_at: string
  readonly appointed_on: string
  readonly topic_id: string | null
  readonly announced: 0 | 1
  readonly journal_number: number
  readonly family_name: string
  readonly given_name: string
  readonly patronymic: string | null
}

const columns = `
  reception.id, reception.application_id, reception.specialist_id, reception.appointed_at, reception.appointed_on,
  application.topic_id, application.journal_number, application.family_name, application.given_name,
  application.patronymic,
  (exists (select 1 from notice where notice.application_id = application.id and notice.kind in ('appointment', 'move'))
    or exists (select 1 from application_mark as mark
      where mark.application_id = application.id and mark.kind = 'noticeSent')) as announced`

export function makeTakeoverStore({ read, place }: { read: ReadDb; place: () => Place }): TakeoverStore {
  const from = 'from reception join application on application.id = reception.application_id'
  const ahead = read.prepareRead<Row>(`
    select ${columns} ${from}
      where reception.body_id = ? and reception.appointed_on >= ? and reception.step = 'scheduled'
        and reception.specialist_id = ?
      order by reception.appointed_at`)
  const one = read.prepareRead<Row>(`select ${columns} ${from} where reception.id = ? and reception.body_id = ?`)
  const counts = read.prepareRead<{ specialist_id: string; number: number }>(`
    select specialist_id, count(*) as number from reception
      where body_id = ? and appointed_on >= ? and step = 'scheduled' group by specialist_id`)

  return {
    ahead: (specialistId, since) => ahead.all(place().bodyId, since, specialistId).map(asAhead),
    byId(receptionId) {
      const row = one.first(receptionId, place().bodyId)
      return row ? { ...asAhead(row), specialistId: row.specialist_id } : null
    },
    counts: since =>
      new Map(counts.all(place().bodyId, since).map(({ specialist_id, number }) => [specialist_id, number])),
  }
}

const asAhead = (row: Row): AheadReception => ({
  receptionId: row.id,
  applicationId: row.application_id,
  appointedAt: row.appointed_at,
  appointedOn: row.appointed_on,
  journalNumber: row.journal_number,
  shortName: shortName(fullNameOfRow(row)),
  topicId: row.topic_id,
  isAnnounced: row.announced === 1,
})
