import type { LinkKind } from '../../../shared/contract/telemost.ts'
import type { ErasureKind, SubjectRequestKind, SubjectRequestWay } from '../../../shared/rights/subject-request.ts'
import type { WaitingRoomLevel } from '../../../shared/telemost/waiting-room.ts'
import type { Flag } from '../schema.ts'

/** Append-only: every link a reception was given; the last one counts. */
export interface ReceptionLinkTable {
  id: string
  reception_id: string
  body_id: string
  workplace_id: string
  url: string
  meeting_number: string
  kind: LinkKind
  made_at: string
  given_at: string
  author_id: string | null
}

/** Append-only: whether the link of a reception answered. */
export interface LinkCheckTable {
  id: string
  reception_id: string
  meeting_number: string
  at: string
  /** HostProblem; null = it answered. */
  problem: string | null
}

/** The way into Telemost's API, one row per body. */
export interface TelemostAccessTable {
  body_id: string
  workplace_id: string
  enabled: Flag
  token: string | null
  /** What the token was entered for, and is sent to; null: not known, it is asked for again. */
  token_origin: string | null
  waiting_room_level: WaitingRoomLevel
  author_id: string
  changed_at: string
}

/** Append-only: meetings made through Telemost's API. */
export interface TelemostMeetingTable {
  meeting_number: string
  conference_id: string
  body_id: string
  workplace_id: string
  made_at: string
  author_id: string
}

/** Append-only: what a person demanded of their data (152-ФЗ). */
export interface SubjectRequestTable {
  id: string
  body_id: string
  workplace_id: string
  application_id: string
  kind: SubjectRequestKind
  way: SubjectRequestWay
  received_at: string
  recorded_at: string
  author_id: string
}

/** Append-only: what was done about it, once. */
export interface SubjectRequestActTable {
  request_id: string
  body_id: string
  workplace_id: string
  kind: 'done' | 'refused'
  note: string
  done_at: string
  recorded_at: string
  author_id: string
}

/** Append-only: what was erased, when and why; survives what it speaks of. */
export interface ErasureRecordTable {
  kind: ErasureKind
  subject_id: string
  body_id: string
  workplace_id: string
  reason: 'term' | 'withdrawal'
  after_days: number | null
  at: string
}

/** Tables of links and of the rights of the person in the data, by name. */
export interface RightsTables {
  reception_link: ReceptionLinkTable
  link_check: LinkCheckTable
  telemost_access: TelemostAccessTable
  telemost_meeting: TelemostMeetingTable
  subject_request: SubjectRequestTable
  subject_request_act: SubjectRequestActTable
  erasure_record: ErasureRecordTable
}
