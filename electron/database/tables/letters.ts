import type { Generated } from 'kysely'
import type { LetterKind } from '../../../shared/letters/letter-reading.ts'
import type { LetterReceiptSource } from '../../../shared/mailroom/receipt-source.ts'
import type { Flag } from '../schema.ts'

export interface MailboxTable {
  id: string
  body_id: string
  workplace_id: string
  address: string
  host: string
  port: number
  security: 'tls' | 'startTls'
  user_name: string
  authentication: 'password' | 'oauth'
  secret: string
  folder: string
  ca_file: string | null
  /** Local date. */
  since: string
  created_at: string
  removed_at: Generated<string | null>
}

/** Never changed but for the erasure of the raw text. */
export interface LetterTable {
  id: string
  body_id: string
  workplace_id: string
  source: 'mail' | 'file' | 'folder'
  message_id: string | null
  /** SHA-256, hexadecimal. */
  content_hash: string
  /** SHA-256 of what stands below the head, hexadecimal. */
  body_hash: string
  received_at: string
  header_at: string | null
  byte_length: number
  raw: Buffer | null
  too_big: Flag
  kind: LetterKind
  stored_at: string
  erased_at: Generated<string | null>
}

/** Append-only; missing of letters taken before it was asked. */
export interface LetterReceiptTable {
  letter_id: string
  source: LetterReceiptSource
}

/** Append-only: every place a letter was seen at. */
export interface LetterSightingTable {
  mailbox_id: string
  uid_validity: number
  uid: number
  letter_id: string
  seen_at: string
}

/** Append-only; the last act counts. */
export interface LetterActTable {
  id: string
  body_id: string
  workplace_id: string
  letter_id: string
  kind: 'setAside' | 'takenBack' | 'handled'
  reason: string
  author_id: string
  at: string
}

/** Append-only; the last word counts. */
export interface LetterFolderTable {
  id: string
  body_id: string
  workplace_id: string
  directory: string | null
  author_id: string
  at: string
}

/** Append-only; the last version of a profile counts. */
export interface MappingProfileTable {
  id: string
  body_id: string
  workplace_id: string
  profile_id: string
  name: string
  /** JSON of MappingProfile. */
  content: string
  removed: Flag
  author_id: string
  at: string
}

/** What a letter says; read by this version of the reader with these profiles. */
export interface LetterReadingTable {
  letter_id: string
  reader: string
  /** JSON of LetterReading. */
  content: string
  read_at: string
}

/** Tables of letters, by name. */
export interface LetterTables {
  mailbox: MailboxTable
  letter: LetterTable
  letter_receipt: LetterReceiptTable
  letter_sighting: LetterSightingTable
  letter_act: LetterActTable
  letter_folder: LetterFolderTable
  mapping_profile: MappingProfileTable
  letter_reading: LetterReadingTable
}
