import type { Flag } from '../schema.ts'

/** What a person decided of a citizen's answer; append-only, one that counts for a letter. */
export interface ReplyDecisionTable {
  id: string
  body_id: string
  workplace_id: string
  letter_id: string
  application_id: string | null
  reception_id: string | null
  decision: 'confirms' | 'declines' | 'neither'
  /** It came after its term (п. 2.5). */
  late: Flag
  note: string
  author_id: string
  at: string
}

/** Append-only: a decision that does not count any more. */
export interface ReplyTakenBackTable {
  decision_id: string
  author_id: string
  at: string
}

/** Append-only: a mark that does not count any more. */
export interface MarkTakenBackTable {
  mark_id: string
  author_id: string
  at: string
}

/** Tables of confirmations, by name. */
export interface ConfirmationTables {
  reply_decision: ReplyDecisionTable
  reply_taken_back: ReplyTakenBackTable
  mark_taken_back: MarkTakenBackTable
}
