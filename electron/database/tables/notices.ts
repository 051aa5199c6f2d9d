import type { NoticeKind } from '../../../shared/notices/notice-kind.ts'

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
  outcome: 'started' | 'accepted' | 'deferred' | 'refused'
  answer: string
}

/** Append-only. */
export interface NoticeFactTable {
  id: string
  notice_id: string
  kind: 'bounced' | 'delivered' | 'withdrawn' | 'sentByHand' | 'toldByPhone'
  at: string
  letter_id: string | null
  author_id: string | null
  detail: string
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

/** Tables of notices, by name. */
export interface NoticeTables {
  outgoing_server: OutgoingServerTable
  notice: NoticeTable
  notice_attachment: NoticeAttachmentTable
  notice_attempt: NoticeAttemptTable
  notice_fact: NoticeFactTable
  notice_template: NoticeTemplateTable
}
