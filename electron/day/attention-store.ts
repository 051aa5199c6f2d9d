import type { AnswerableKind, AttentionItem } from '../../shared/contract/day.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import { fullNameOfRow } from '../applications/application-row.ts'
import type { ReadDb } from '../database/handles.ts'
import { unanswered } from './unanswered.ts'

/** A reception that is not over, as far as the day is concerned. */
export interface OpenReception {
  readonly id: string
  readonly appointedAt: string
  readonly appointedOn: string
  readonly step: ReceptionStepName
  readonly hasLink: boolean
  readonly journalNumber: number
  readonly shortName: string
}

/** What of the database asks for somebody's attention. */
export interface AttentionStore {
  /** Neither closed nor cancelled nor moved, up to a local date, by the appointed time. */
  openReceptions(upTo: string): readonly OpenReception[]
  /** A recording was due since a local date, there is none, and nobody said anything to it. */
  recordingsMissing(since: string): readonly AttentionItem[]
  recordingsFlawed(): readonly AttentionItem[]
  /** Sealed, and the film is not in its place with its bytes. */
  recordingsNotHere(): readonly AttentionItem[]
  /** Of receptions of a local day, still being written or sealed. */
  recordingsUnproven(day: string): readonly AttentionItem[]
  writtenReplies(): readonly AttentionItem[]
  /** Closed with an outcome a head has to look at, and no head has. */
  headReviews(): readonly AttentionItem[]
  /** Abuse told to the heads, and not yet answered. */
  abuseReports(): readonly AttentionItem[]
  lastBackupFailed(): boolean
  /** An application was registered here once, whatever became of it. */
  hasApplications(): boolean
}

interface Named {
  readonly family_name: string
  readonly given_name: string
  readonly patronymic: string | null
  readonly journal_number: number
}
type OpenRow = Named & {
  readonly id: string
  readonly appointed_at: string
  readonly appointed_on: string
  readonly step: ReceptionStepName
  readonly link: string | null
}
type SubjectRow = Named & {
  readonly subject_id: string
  readonly reception_id: string
  readonly recording_id: string | null
  readonly day: string
}

type ApplicationRow = Named & { readonly subject_id: string; readonly day: string }

const who = 'application.family_name, application.given_name, application.patronymic, application.journal_number'
/** Sealed, and its film is not in its place with its bytes. */
const isNotHere = (recording: string) => `${recording}.presence <> 'here' and ${recording}.state = 'sealed'`

export interface AttentionStoreDeps {
  readonly read: ReadDb
  readonly place: () => Place
  /** Outcomes after which the regulation expects a recording. */
  readonly recordingExpected: readonly string[]
  /** Outcomes that go to the head's list. */
  readonly headReview: readonly string[]
}

export function makeAttentionStore({ read, place, recordingExpected, headReview }: AttentionStoreDeps): AttentionStore {
  const open = read.prepareRead<OpenRow>(`
    select reception.id, reception.appointed_at, reception.appointed_on, reception.step, reception.link, ${who}
      from reception join application on application.id = reception.application_id
      where reception.body_id = ? and reception.workplace_id = ? and reception.appointed_on <= ?
        and reception.step in ('scheduled', 'moving', 'waiting', 'notifying', 'identifying', 'consulting',
          'connectionLost', 'fault', 'closing')
      order by reception.appointed_at, reception.id`)
  const missing = read.prepareRead<SubjectRow>(`
    select row.reception_id as subject_id, row.reception_id, null as recording_id, row.day, ${who}
      from journal_row as row join application on application.id = row.application_id
      where row.body_id = ? and row.workplace_id = ? and row.day >= ? and row.reception_id is not null
        and row.outcome is not null
        and (row.recording_missing = 1
          or (row.has_recording = 0 and row.outcome in (${recordingExpected.map(() => '?').join(', ')})))
        and ${unanswered('row.reception_id', 'recordingMissing')}
        -- Those say themselves what is wrong.
        and not exists (select 1 from recording as gone
          where gone.reception_id = row.reception_id and ${isNotHere('gone')})
      order by row.day`)
  const recordings = (condition: string) =>
    read.prepareRead<SubjectRow>(`
    select recording.id as subject_id, recording.reception_id, recording.id as recording_id,
        reception.appointed_on as day, ${who}
      from recording
      join reception on reception.id = recording.reception_id
      join application on application.id = reception.application_id
      where recording.body_id = ? and recording.workplace_id = ? and ${condition}
      order by recording.started_at`)
  const flawed = recordings(`(recording.state = 'sealFailed' or recording.verdict in ('doubtful', 'damaged'))
        and recording.state <> 'destroyed' and ${unanswered('recording.id', 'recordingFlawed')}`)
  const notHere = recordings(isNotHere('recording'))
  const unproven = recordings("recording.state in ('recording', 'sealing') and reception.appointed_on = ?")
  const replies = read.prepareRead<SubjectRow>(`
    select reception.id as subject_id, reception.id as reception_id, null as recording_id,
        reception.appointed_on as day, ${who}
      from written_reply as due
      join reception on reception.id = due.reception_id
      join application on application.id = reception.application_id
      where due.body_id = ? and due.workplace_id = ? and ${unanswered('reception.id', 'writtenReply')}
      order by due.noted_at`)
  const reviews = read.prepareRead<SubjectRow>(`
    select row.reception_id as subject_id, row.reception_id, null as recording_id, row.day, ${who}
      from journal_row as row join application on application.id = row.application_id
      where row.body_id = ? and row.workplace_id = ? and row.reception_id is not null
        and row.outcome in (${headReview.map(() => '?').join(', ')})
        and ${unanswered('row.reception_id', 'headReview')}
      order by row.day`)
  const reports = read.prepareRead<ApplicationRow>(`
    select report.application_id as subject_id, application.received_on as day, ${who}
      from rejection_report as report join application on application.id = report.application_id
      where report.body_id = ? and ${unanswered('report.application_id', 'abuseReported')}
      order by report.at`)
  const backup = read.prepareRead<{ failure: string | null }>(`
    select failure from backup_run where body_id = ? and workplace_id = ? and reason <> 'restore'
      order by sequence desc limit 1`)
  const anyApplication = read.prepareRead<{ id: string }>('select id from application where body_id = ? limit 1')
  const here = (): [string, string] => [place().bodyId, place().workplaceId]

  return {
    openReceptions: upTo =>
      open.all(...here(), upTo).map(row => ({
        id: row.id,
        appointedAt: row.appointed_at,
        appointedOn: row.appointed_on,
        step: row.step,
        hasLink: row.link !== null,
        journalNumber: row.journal_number,
        shortName: shortName(fullNameOfRow(row)),
      })),
    recordingsMissing: since => missing.all(...here(), since, ...recordingExpected).map(asItem('recordingMissing')),
    recordingsFlawed: () => flawed.all(...here()).map(asItem('recordingFlawed')),
    recordingsNotHere: () =>
      // An old loss is no work of this day.
      notHere.all(...here()).map(row => ({ ...asItem('recordingNotHere')(row), holdsDay: false })),
    recordingsUnproven: day =>
      unproven.all(...here(), day).map(row => ({ ...asItem('recordingUnproven')(row), holdsDay: false })),
    writtenReplies: () => replies.all(...here()).map(asItem('writtenReply')),
    headReviews: () => reviews.all(...here(), ...headReview).map(asItem('headReview')),
    abuseReports: () => reports.all(place().bodyId).map(asReport),
    lastBackupFailed: () => typeof backup.first(...here())?.failure === 'string',
    hasApplications: () => anyApplication.first(place().bodyId) !== undefined,
  }
}

const asItem =
  (kind: AnswerableKind | 'recordingNotHere' | 'recordingUnproven') =>
  (row: SubjectRow): AttentionItem => ({
    kind,
    subjectId: row.subject_id,
    receptionId: row.reception_id,
    recordingId: row.recording_id,
    applicationId: null,
    day: row.day,
    journalNumber: row.journal_number,
    shortName: shortName(fullNameOfRow(row)),
    term: null,
    // A written reply is due in days, and the day is the specialist's, not the head's.
    holdsDay: kind !== 'writtenReply' && kind !== 'headReview',
  })

/** Of an application, which has no reception; the day is not held by it. */
const asReport = (row: ApplicationRow): AttentionItem => ({
  ...{ kind: 'abuseReported', subjectId: row.subject_id, receptionId: null, recordingId: null },
  ...{
    applicationId: row.subject_id,
    day: row.day,
    journalNumber: row.journal_number,
    shortName: shortName(fullNameOfRow(row)),
    term: null,
    holdsDay: false,
  },
})
