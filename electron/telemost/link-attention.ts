import type { AttentionItem, AttentionKind } from '../../shared/contract/day.ts'
import { localDate } from '../../shared/text/date-time.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import { fullNameOfRow } from '../applications/application-row.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb } from '../database/handles.ts'
import { unanswered } from '../day/unanswered.ts'

interface Row {
  readonly subject_id: string
  readonly reception_id: string
  readonly day: string
  readonly journal_number: number
  readonly family_name: string
  readonly given_name: string
  readonly patronymic: string | null
}

export interface LinkAttentionDeps {
  readonly read: ReadDb
  readonly place: () => Place
  readonly clock: Clock
}

/**
 * What links ask for: one that did not answer twice in a row, and one that was changed after the citizen got the notice
 * with the former (п. 2.4), until a new notice is formed or somebody says how the citizen was told.
 */
export function makeLinkAttention({ read, place, clock }: LinkAttentionDeps): () => AttentionItem[] {
  const who = 'application.journal_number, application.family_name, application.given_name, application.patronymic'
  const dead = read.prepareRead<Row>(`
    select reception.id as subject_id, reception.id as reception_id, reception.appointed_on as day, ${who}
      from reception join application on application.id = reception.application_id
      where reception.body_id = ? and reception.workplace_id = ? and reception.step = 'scheduled'
        and reception.appointed_on >= ? and reception.appointed_at > ?
        and 2 = (select count(*) from (
          select problem from link_check where link_check.reception_id = reception.id
            and link_check.meeting_number = reception.meeting_number order by link_check.at desc limit 2)
          where problem is not null)
      order by reception.appointed_at`)
  const changed = read.prepareRead<Row>(`
    select link.id as subject_id, reception.id as reception_id, reception.appointed_on as day, ${who}
      from reception join application on application.id = reception.application_id
      join reception_link as link on link.rowid = (
        select max(rowid) from reception_link where reception_link.reception_id = reception.id)
      where reception.body_id = ? and reception.workplace_id = ? and reception.step = 'scheduled'
        and reception.appointed_on >= ? and reception.appointed_at > ?
        -- The notice that went out last, whichever way it was noted, is older than the link.
        and link.given_at > (select max(at) from (
          select max(occurred_at) as at from application_mark as mark
            where mark.application_id = application.id and mark.kind = 'noticeSent'
          union all select max(formed_at) from notice
            where notice.application_id = application.id and notice.kind in ('appointment', 'move')))
        and ${unanswered('link.id', 'linkChanged')}
      order by reception.appointed_at`)
  const itemOf =
    (kind: AttentionKind) =>
    (row: Row): AttentionItem => ({
      ...{ kind, subjectId: row.subject_id, receptionId: row.reception_id, recordingId: null },
      ...{
        applicationId: null,
        day: row.day,
        journalNumber: row.journal_number,
        shortName: shortName(fullNameOfRow(row)),
        term: null,
        holdsDay: false,
      },
    })
  return () => {
    const { bodyId, workplaceId, timeZone } = place()
    const nowMs = clock.nowMs()
    const since = [bodyId, workplaceId, localDate(nowMs, timeZone), new Date(nowMs).toISOString()] as const
    return [...dead.all(...since).map(itemOf('linkDead')), ...changed.all(...since).map(itemOf('linkChanged'))]
  }
}
