import type { Generated } from 'kysely'
import type { ExportFormat, ExportPurpose } from '../../../shared/contract/journal-export.ts'

/** Append-only; the last version of an application counts. */
export interface RejectionDraftTable {
  sequence: Generated<number>
  id: string
  body_id: string
  workplace_id: string
  application_id: string
  state: 'draft' | 'toSign' | 'withdrawn'
  /** JSON of RejectionDraft. */
  content: string
  author_id: string
  at: string
}

/** Append-only; the last one counts. */
export interface RejectionQuoteTable {
  sequence: Generated<number>
  body_id: string
  workplace_id: string
  application_id: string
  text: string
  author_id: string
  at: string
}

/** Append-only, one of an application. */
export interface RejectionSigningTable {
  application_id: string
  body_id: string
  workplace_id: string
  draft_id: string
  decision_id: string
  kind: 'scan' | 'detached'
  /** Local date. */
  decided_on: string
  author_id: string
  at: string
}

/** Append-only. */
export interface RejectionFileTable {
  application_id: string
  position: number
  role: 'decision' | 'signature'
  name: string
  media_type: string
  /** SHA-256, hexadecimal. */
  content_hash: string
  content: Buffer
}

/** Append-only, one of an application. */
export interface RejectionDispatchTable {
  application_id: string
  body_id: string
  workplace_id: string
  way: 'email' | 'other'
  notice_id: string | null
  note: string
  /** Local date. */
  given_on: string
  author_id: string
  at: string
}

/** Append-only, one of an application. */
export interface RejectionReportTable {
  application_id: string
  body_id: string
  workplace_id: string
  author_id: string
  at: string
}

/** Append-only; the last one of a kind counts, null = the program's own. */
export interface DocumentTemplateTable {
  sequence: Generated<number>
  body_id: string
  workplace_id: string
  kind: 'annex2'
  author_id: string
  at: string
  content: Buffer | null
}

/** Append-only. */
export interface JournalExportTable {
  id: string
  body_id: string
  workplace_id: string
  /** Local dates, both included. */
  period_from: string
  period_to: string
  format: ExportFormat
  purpose: ExportPurpose
  purpose_text: string
  row_count: number
  author_id: string
  at: string
}

/** Tables of rejections and of what leaves the journal, by name. */
export interface RejectionTables {
  rejection_draft: RejectionDraftTable
  rejection_quote: RejectionQuoteTable
  rejection_signing: RejectionSigningTable
  rejection_file: RejectionFileTable
  rejection_dispatch: RejectionDispatchTable
  rejection_report: RejectionReportTable
  document_template: DocumentTemplateTable
  journal_export: JournalExportTable
}
