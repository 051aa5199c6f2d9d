import type { Generated } from 'kysely'
import type { ApplicationMarkKind, MarkChannel } from '../../../shared/contract/applications.ts'
import type { ReceiptSource } from '../../../shared/mailroom/receipt-source.ts'
import type { Flag } from '../schema.ts'

/** All fields of п. 2.2. */
export interface ApplicationTable {
  id: string
  body_id: string
  workplace_id: string
  journal_year: number
  journal_number: number
  family_name: string
  given_name: string
  patronymic: string | null
  birth_date: string | null
  document_kind: string | null
  document_series: string | null
  document_number: string | null
  document_issued_by: string | null
  document_issued_on: string | null
  address: string | null
  address_kind: 'residence' | 'stay'
  consent_personal_data: Flag
  consent_video: Flag
  topic: string
  phone: string | null
  email: string | null
  channel: 'widget' | 'phone' | 'visit'
  received_on: string
  registered_at: string
  registrar_id: string
  /** Instant; null of applications registered before letters were read. */
  received_at: Generated<string | null>
  form_submitted_at: Generated<string | null>
  letter_id: Generated<string | null>
  previous_application_id: Generated<string | null>
  topic_id: Generated<string | null>
  document_erased_at: Generated<string | null>
  /** null: registered before it was asked. */
  received_source: Generated<ReceiptSource | null>
}

/** The last journal number given, per body and year. */
export interface JournalCounterTable {
  body_id: string
  year: number
  last_number: number
}

/** What was noted of an application; append-only. */
export interface ApplicationMarkTable {
  id: string
  body_id: string
  workplace_id: string
  application_id: string
  reception_id: string
  kind: Exclude<ApplicationMarkKind, 'cancellationTold'>
  occurred_at: string
  recorded_at: string
  author_id: string
  /** How it became known. */
  channel: Generated<MarkChannel>
  letter_id: Generated<string | null>
  note: Generated<string>
}

/** That a person told of a cancelled reception; append-only. */
export interface CancellationToldTable {
  reception_id: string
  body_id: string
  workplace_id: string
  application_id: string
  occurred_at: string
  recorded_at: string
  author_id: string
  channel: Exclude<MarkChannel, 'letter'>
  note: string
}

/** Append-only; the last one of a kind counts. */
export interface ApplicationConsentTable {
  id: string
  body_id: string
  workplace_id: string
  application_id: string
  kind: 'personalData' | 'video'
  state: 'given' | 'notGiven' | 'withdrawn'
  wording: string
  occurred_at: string
  recorded_at: string
  letter_id: string | null
  author_id: string
}

/** Append-only. */
export interface ApplicationDecisionTable {
  id: string
  body_id: string
  workplace_id: string
  application_id: string
  kind: 'appointed' | 'rejected' | 'cancelled'
  reception_id: string | null
  reason: string | null
  notice_id: string | null
  decided_at: string
  author_id: string
}

/** Append-only. */
export interface ApplicationCompletionTable {
  id: string
  body_id: string
  workplace_id: string
  application_id: string
  /** JSON: names of the fields. */
  fields: string
  basis: string
  author_id: string
  at: string
}

/** Append-only: the day of receipt put right. */
export interface ReceiptCorrectionTable {
  id: string
  body_id: string
  workplace_id: string
  application_id: string
  /** Local dates. */
  received_before: string
  received_after: string
  reason: string
  author_id: string
  at: string
}

/** Who may hold receptions on what (п. 3.3); topic null = every topic. */
export interface AuthorisationTable {
  id: string
  body_id: string
  workplace_id: string
  account_id: string
  topic_id: string | null
  /** Local dates. */
  valid_from: string
  valid_to: string | null
  basis: string
  author_id: string
  at: string
  revoked_at: Generated<string | null>
  revoked_by: Generated<string | null>
}

/** Append-only: which line of the journal was a mistake, by whose word. */
export interface ApplicationAnnulmentTable {
  application_id: string
  body_id: string
  workplace_id: string
  reason: string
  author_id: string
  at: string
}

/** Tables of applications and what is decided on them, by name. */
export interface ApplicationTables {
  application: ApplicationTable
  journal_counter: JournalCounterTable
  application_mark: ApplicationMarkTable
  cancellation_told: CancellationToldTable
  application_consent: ApplicationConsentTable
  application_decision: ApplicationDecisionTable
  application_annulment: ApplicationAnnulmentTable
  application_completion: ApplicationCompletionTable
  authorisation: AuthorisationTable
  receipt_correction: ReceiptCorrectionTable
}
