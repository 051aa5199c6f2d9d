import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import type { RecordingState } from '../../shared/contract/recording-state.ts'
import type { RecordingCard } from '../../shared/contract/recordings.ts'
import type { RecordingSession } from '../../shared/recording/part-log.ts'
import type { Presence } from '../../shared/recording/presence.ts'
import { Manifest, Slip, type Verdict } from '../../shared/recording/slip.ts'
import { daysLeft } from '../../shared/retention/retain-until.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { ReadDb } from '../database/handles.ts'
import type { RecordingTable } from '../database/schema.ts'

/** A recording as the services need it. */
export interface StoredRecording {
  readonly session: RecordingSession
  readonly directory: string
  /** Of the store it was put into; null: before stores had a stamp. */
  readonly storeId: string | null
  readonly authorId: string
  readonly state: RecordingState
  readonly durationMs: number | null
  readonly verdict: Verdict | null
  readonly slip: Slip | null
  readonly manifest: Manifest | null
  /** Of the film as it was sealed; null before. */
  readonly sealed: { readonly sha256: string; readonly byteLength: number } | null
  readonly trouble: string | null
  /** null: not sealed, or not looked at yet. */
  readonly presence: Presence | null
  /** Local date. */
  readonly destroyedOn: string | null
}

/** `rootDirectory`: of the store in use, wherever the disk is now. */
export const asStored = (row: RecordingTable, rootDirectory: string): StoredRecording => ({
  session: {
    recordingId: row.id,
    receptionId: row.reception_id,
    bodyId: row.body_id,
    workplaceId: row.workplace_id,
    startedAt: row.started_at,
    retainUntil: row.retain_until,
    program: row.program,
    regulation: row.regulation,
  },
  directory: join(rootDirectory, ...row.relative_path.split('/')),
  storeId: row.store_id,
  authorId: row.author_id,
  state: row.state,
  durationMs: row.duration_ms,
  verdict: row.verdict,
  slip: row.slip === null ? null : Slip.parse(JSON.parse(row.slip)),
  manifest: row.manifest === null ? null : Manifest.parse(JSON.parse(row.manifest)),
  sealed: row.sha256 === null || row.byte_length === null ? null : { sha256: row.sha256, byteLength: row.byte_length },
  trouble: row.trouble,
  presence: row.presence,
  destroyedOn: row.destroyed_on,
})

/**
 * Last time this person opened it, from the event log. The plus takes the column's kind away: only then is the index
 * event_log_by_recording searched; compared as text, all of it was read for every line of the list.
 */
const seenBy = (accountId: string | null): RawBuilder<string | null> => sql<string | null>`(
  select max(seen.at) from event_log as seen
  where json_extract(seen.objects, '$.recordingId') = +recording.id
    and seen.kind = 'recordingViewed' and seen.account_id = ${accountId}
)`

/** What a card is made of: the recording, whose reception it holds (as the journal says now), and who looks at it. */
export const selectRecordings = (read: ReadDb, viewerId: string | null) =>
  read.select
    .selectFrom('recording')
    .innerJoin('reception', 'reception.id', 'recording.reception_id')
    .innerJoin('journal_row', 'journal_row.application_id', 'reception.application_id')
    .leftJoin('recording_import', 'recording_import.recording_id', 'recording.id')
    .select(['recording.id', 'recording.reception_id', 'recording.started_at', 'recording.duration_ms'])
    .select(['recording.state', 'recording.verdict', 'recording.retain_until', 'recording_import.source'])
    .select('recording.presence')
    .select(['journal_row.journal_number', 'journal_row.full_name', 'journal_row.corrected_full_name'])
    .select(({ selectFrom, exists }) =>
      exists(
        selectFrom('recording_hold')
          .select('recording_hold.id')
          .whereRef('recording_hold.recording_id', '=', 'recording.id')
          .where('recording_hold.released_at', 'is', null),
      ).as('held'),
    )
    .select(seenBy(viewerId).as('seen_at'))

type Selected = Awaited<ReturnType<ReturnType<typeof selectRecordings>['executeTakeFirstOrThrow']>>

/** `today` is the body's local date. */
export const asCard = (row: Selected, today: string): RecordingCard => ({
  id: row.id,
  receptionId: row.reception_id,
  journalNumber: row.journal_number,
  shortName: shortName(row.corrected_full_name ?? row.full_name),
  startedAt: row.started_at,
  durationMs: row.duration_ms,
  state: row.state,
  verdict: row.verdict,
  presence: row.presence,
  retainUntil: row.retain_until,
  daysLeft: daysLeft(row.retain_until, today),
  origin: row.source,
  held: Boolean(row.held),
  seenAt: row.seen_at,
})
