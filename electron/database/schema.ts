import type { Generated } from 'kysely'
import type { BackupFailure, BackupReason } from '../../shared/contract/backup.ts'
import type { CorrectableColumn } from '../../shared/contract/journal.ts'
import type { Role } from '../../shared/contract/procedure.ts'
import type { RecordingState } from '../../shared/contract/recording-state.ts'
import type { EventSource, MoveReason, OutcomeCode } from '../../shared/reception/event.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import type { HoldGround } from '../../shared/recording/hold.ts'
import type { Presence } from '../../shared/recording/presence.ts'
import type { Verdict } from '../../shared/recording/slip.ts'
import type { RecorderNoteKind } from '../../shared/recording/story.ts'
import type { AbsenceTables } from './tables/absences.ts'
import type { ApplicationTables } from './tables/applications.ts'
import type { CalendarTables } from './tables/calendar.ts'
import type { ConfirmationTables } from './tables/confirmations.ts'
import type { EquipmentTables } from './tables/equipment.ts'
import type { LetterTables } from './tables/letters.ts'
import type { NoticeTables } from './tables/notices.ts'
import type { RecordingTables } from './tables/recordings.ts'
import type { RejectionTables } from './tables/rejections.ts'
import type { RightsTables } from './tables/rights.ts'
import type { TrustedTimeTables } from './tables/trusted-time.ts'

/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1

export interface BodyTable {
  id: string
  name: string
  time_zone: string
  created_at: string
}

export interface WorkplaceTable {
  id: string
  body_id: string
  name: string
  /** Who works here, or worked here last. */
  active_account_id: string | null
  created_at: string
  /** null = nobody is signed in. */
  signed_in_at: Generated<string | null>
  locked_at: Generated<string | null>
  last_active_at: Generated<string | null>
}

export interface AccountTable {
  id: string
  body_id: string
  workplace_id: string
  full_name: string
  position: string
  role: Role
  created_at: string
  /** PHC string; null = no password yet. */
  password_hash: Generated<string | null>
  password_change_due: Generated<Flag>
  /** Wrong passwords in a row. */
  failed_tries: Generated<number>
  /** No password is looked at before. */
  paused_until: Generated<string | null>
  disabled_at: Generated<string | null>
}

/** JSON per key; what is missing has the default of the schema. */
export interface SettingTable {
  body_id: string
  key: string
  value: string
}

export interface ReceptionTable {
  id: string
  body_id: string
  workplace_id: string
  application_id: string
  specialist_id: string
  /** UTC, «…Z», so that text order is time order. */
  appointed_at: string
  /** Local date of the body. */
  appointed_on: string
  link: string | null
  meeting_number: string | null
  note: string
  /** Who wrote it last; null: nobody, or it is not known. */
  note_author_id?: string | null
  /** Last known step of the fold; the events stay the truth. */
  step: ReceptionStepName
  created_at: string
}

/** Append-only. */
export interface ReceptionEventTable {
  reception_id: string
  sequence: number
  body_id: string
  workplace_id: string
  occurred_at: string
  recorded_at: string
  author_id: string
  source: EventSource
  /** JSON of ReceptionAction. */
  action: string
}

export interface RecordingTable {
  id: string
  body_id: string
  workplace_id: string
  reception_id: string
  author_id: string
  store_id: string | null
  /** Inside the store, with slashes. */
  relative_path: string
  state: RecordingState
  started_at: string
  retain_until: string
  program: string
  regulation: string
  duration_ms: number | null
  verdict: Verdict | null
  /** JSON of Slip. */
  slip: string | null
  /** JSON of Manifest. */
  manifest: string | null
  sha256: string | null
  byte_length: number | null
  trouble: string | null
  destroyed_on: string | null
  presence: Presence | null
  /** When it was looked at last. */
  presence_at: string | null
  /** When all of it was read and compared last. */
  proven_at: string | null
}

/** The seven columns of Annex 1 as they stand: a projection of the tables above. */
export interface JournalRowTable {
  /** Also the rowid of the search index. */
  row_id: Generated<number>
  application_id: string
  body_id: string
  workplace_id: string
  journal_year: number
  journal_number: number
  received_on: string
  full_name: string
  topic: string
  consideration: string
  specialist_name: string
  result: string
  reception_id: string | null
  reception_date: string | null
  outcome: OutcomeCode | null
  recording_id: string | null
  /** Day the row is grouped under: of the latest reception, else of the receipt. */
  day: string
  has_result: Flag
  has_recording: Flag
  /** What the row shows instead of the text written first; null = it still stands. */
  corrected_full_name: string | null
  corrected_topic: string | null
  corrected_specialist_name: string | null
  corrected_result: string | null
  /** A citizen was connected and nothing watchable exists of it; kept by triggers (0008). */
  recording_missing: Flag
  /** The line was registered by mistake: struck through, its number kept. */
  annulled: Generated<Flag>
}

/** Append-only: who put which column right, from what to what, why. */
export interface JournalCorrectionTable {
  id: string
  body_id: string
  workplace_id: string
  application_id: string
  sequence: number
  column_name: CorrectableColumn
  text_before: string
  text_after: string
  reason: string
  author_id: string
  corrected_at: string
}

/** «Запрет уничтожения»: placed, and at most once released. */
export interface RecordingHoldTable {
  id: string
  body_id: string
  workplace_id: string
  recording_id: string
  ground: HoldGround
  reason: string
  placed_at: string
  placed_by: string
  released_at: string | null
  released_by: string | null
  release_reason: string | null
}

/** Where a recording comes from that this program did not make; append-only. */
export interface RecordingImportTable {
  recording_id: string
  body_id: string
  workplace_id: string
  source: 'telemost'
  imported_at: string
  imported_by: string
  original_name: string
  sha256: string
  byte_length: number
  made_at: string | null
  /** JSON array of ImportWarning. */
  warnings: string
}

/** What the recorder said of itself while a reception was open; append-only. */
export interface RecorderNoteTable {
  id: string
  body_id: string
  workplace_id: string
  reception_id: string
  at: string
  kind: RecorderNoteKind
  code: string | null
  shown_to: string | null
}

/** Hash-chained per workplace, append-only; ids and codes only. */
export interface EventLogTable {
  workplace_id: string
  sequence: number
  id: string
  body_id: string
  at: string
  account_id: string | null
  kind: string
  /** Canonical JSON of the ids concerned. */
  objects: string
  result: string
  previous_hash: string
  hash: string
}

/** The end of each chain, so that a shortened log is noticed. */
export interface EventLogHeadTable {
  workplace_id: string
  sequence: number
  hash: string
}

/** A reception that goes on as another one of the same application. Append-only. */
export interface ReceptionMoveTable {
  from_reception_id: string
  to_reception_id: string
  body_id: string
  workplace_id: string
  application_id: string
  reason: MoveReason
  /** The decision in words, where the order gives no ground. */
  basis: string | null
  confirmation_valid: Flag
  /** What column 7 says of the reception that was moved. */
  result_text: string
  author_id: string
  moved_at: string
}

/** Decisions of a head that a second application may use a meeting. Append-only. */
export interface LinkReuseTable {
  id: string
  body_id: string
  workplace_id: string
  application_id: string
  meeting_number: string
  reason: string
  author_id: string
  decided_at: string
}

/** Receptions closed with «нужен письменный ответ». */
export interface WrittenReplyTable {
  reception_id: string
  body_id: string
  workplace_id: string
  noted_at: string
}

/** What was said of a thing that asked for attention. Append-only. */
export interface AttentionNoteTable {
  /** Reception or recording. */
  subject_id: string
  kind: string
  body_id: string
  workplace_id: string
  note: string
  author_id: string
  noted_at: string
}

/** Days closed and opened again. Append-only. */
export interface DayClosingTable {
  id: string
  body_id: string
  workplace_id: string
  /** Local date. */
  day: string
  sequence: number
  kind: 'closed' | 'reopened'
  reason: string | null
  author_id: string
  at: string
}

/** Append-only: copies made, failed and restored. */
export interface BackupRunTable {
  /** Also the rowid: the order they were written in. */
  sequence: Generated<number>
  id: string
  body_id: string
  workplace_id: string
  at: string
  reason: BackupReason | 'restore'
  /** null: it succeeded. */
  failure: BackupFailure | null
  /** The copy made or restored. */
  name: string | null
  account_id: string | null
}

/** Own words for column 7, by account. */
export interface PhraseTable {
  id: string
  body_id: string
  workplace_id: string
  account_id: string
  text: string
  /** JSON. */
  topic_ids: Generated<string>
  used_count: Generated<number>
  created_at: string
  removed_at: Generated<string | null>
}

export interface MigrationTable {
  number: number
  name: string
  applied_at: string
}

/** Every table by its name; the search index (FTS5) is reached by raw statements only. */
export interface Tables
  extends AbsenceTables,
    ApplicationTables,
    CalendarTables,
    ConfirmationTables,
    EquipmentTables,
    LetterTables,
    NoticeTables,
    RecordingTables,
    RejectionTables,
    RightsTables,
    TrustedTimeTables {
  body: BodyTable
  workplace: WorkplaceTable
  account: AccountTable
  reception: ReceptionTable
  reception_event: ReceptionEventTable
  recording: RecordingTable
  journal_row: JournalRowTable
  journal_correction: JournalCorrectionTable
  recording_hold: RecordingHoldTable
  recording_import: RecordingImportTable
  recorder_note: RecorderNoteTable
  event_log: EventLogTable
  event_log_head: EventLogHeadTable
  reception_move: ReceptionMoveTable
  link_reuse: LinkReuseTable
  written_reply: WrittenReplyTable
  attention_note: AttentionNoteTable
  day_closing: DayClosingTable
  backup_run: BackupRunTable
  phrase: PhraseTable
  setting: SettingTable
  migration: MigrationTable
}
