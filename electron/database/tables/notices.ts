import type { NoticeKind } from '../../../shared/notices/notice-kind.ts'
import type { AttemptOutcome, NoticeFactKind } from '../../../shared/notices/notice-standing.ts'

/** Append-only; the last one counts. */
export interface OutgoingServerTable {
  id: string
  body_id: string
  workplace_id: string
  content: string
  author_id: string
  at: string
}

/** Append-only. */
export interface NoticeTable {
  id: string
  body_id: string
  workplace_id: string
  application_id: string
  reception_id: string | null
  kind: NoticeKind
  sequence: number
  to_address: string
  subject: string
  text: string
  /** Text of the ICS file. */
  calendar: string | null
  /** With its angle brackets. */
  message_id: string
  formed_at: string
  author_id: string
}

/** Append-only. */
export interface NoticeAttachmentTable {
  notice_id: string
  position: number
  name: string
  media_type: string
  content: Buffer
}

/** Append-only. */
export interface NoticeAttemptTable {
  id: string
  notice_id: string
  number: number
  at: string
  outcome: AttemptOutcome
  answer: string
}

/** Append-only. */
export interface NoticeFactTable {
  id: string
  notice_id: string
  kind: NoticeFactKind
  at: string
  /** When it happened; differs from `at` where a person noted it later. */
  occurred_at: string
  after_attempt: number
  letter_id: string | null
  author_id: string | null
  detail: string
}

/** Work list of the outbox. */
export interface NoticeOpenTable {
  notice_id: string
  body_id: string
  state: 'waiting' | 'failed'
}

/** Append-only; the last one of a kind counts. */
export interface NoticeTemplateTable {
  id: string
  body_id: string
  workplace_id: string
  kind: NoticeKind
  subject: string
  text: string
  author_id: string
  at: string
}

/** Append-only: the press that sent a link once more. */
export interface LinkRequestTable {
  request_id: string
  notice_id: string
}

/** Tables of notices, by name. */
export interface NoticeTables {
  outgoing_server: OutgoingServerTable
  notice: NoticeTable
  notice_attachment: NoticeAttachmentTable
  notice_attempt: NoticeAttemptTable
  notice_fact: NoticeFactTable
  notice_open: NoticeOpenTable
  notice_template: NoticeTemplateTable
  link_request: LinkRequestTable
}
