import { shortName } from '../../shared/text/person-name.ts'
import { fullNameOfRow } from '../applications/application-row.ts'
import type { ReadDb } from '../database/handles.ts'
import type { ReceptionRow } from './reception-rows.ts'

/** What a reception row is made of: the reception, its application, its specialist and its latest recording. */
export const selectReceptions = (read: ReadDb) =>
  read.select
    .selectFrom('reception')
    .innerJoin('application', 'application.id', 'reception.application_id')
    .innerJoin('account', 'account.id', 'reception.specialist_id')
    .select(['reception.id', 'reception.application_id', 'reception.link', 'reception.meeting_number'])
    .select(['reception.specialist_id', 'reception.appointed_at', 'reception.note', 'reception.created_at'])
    .select(['application.journal_number', 'application.topic', 'application.phone', 'application.consent_video'])
    .select(['application.family_name', 'application.given_name', 'application.patronymic'])
    .select('account.full_name as specialist_name')
    .select(expression =>
      expression
        .selectFrom('recording')
        .select('recording.id')
        .whereRef('recording.reception_id', '=', 'reception.id')
        .orderBy('recording.started_at', 'desc')
        .limit(1)
        .as('recording_id'),
    )

type Selected = Awaited<ReturnType<ReturnType<typeof selectReceptions>['executeTakeFirstOrThrow']>>

export function asReceptionRow(row: Selected): ReceptionRow {
  const fullName = fullNameOfRow(row)
  return {
    id: row.id,
    applicationId: row.application_id,
    journalNumber: row.journal_number,
    shortName: shortName(fullName),
    fullName,
    topic: row.topic,
    phone: row.phone ?? '',
    consentVideo: row.consent_video === 1,
    link: row.link,
    meetingNumber: row.meeting_number,
    specialistId: row.specialist_id,
    specialistName: row.specialist_name,
    appointedAt: row.appointed_at,
    recordingId: row.recording_id,
    note: row.note,
    createdAt: row.created_at,
  }
}
