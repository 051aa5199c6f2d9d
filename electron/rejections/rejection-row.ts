import { RejectionDraft, type RejectionFile } from '../../shared/contract/rejections.ts'
import type { ReadDb } from '../database/handles.ts'

/** The application as a rejection needs it. */
export interface RejectedApplication {
  readonly applicationId: string
  readonly journalNumber: number
  readonly receivedOn: string
  readonly familyName: string
  readonly givenName: string
  readonly patronymic: string | null
  readonly birthDate: string | null
  readonly address: string | null
  readonly topic: string
  readonly hasEmail: boolean
  readonly registeredAt: string
}

export interface StoredDraft {
  readonly id: string
  readonly state: 'draft' | 'toSign' | 'withdrawn'
  readonly draft: RejectionDraft
  readonly authorId: string
  readonly at: string
}

export interface StoredSigning {
  readonly kind: 'scan' | 'detached'
  readonly decidedOn: string
  readonly at: string
  readonly authorId: string
}

export interface StoredFile {
  readonly name: string
  readonly mediaType: string
  readonly content: Buffer
}

export interface StoredDispatch {
  readonly way: 'email' | 'other'
  readonly note: string
  readonly givenOn: string
  readonly at: string
}

/** Reads of one rejection; through whichever handle asks, so that an act sees what it writes. */
export function rejectionReads(from: ReadDb) {
  return {
    application(applicationId: string, bodyId: string): RejectedApplication | null {
      const row = from.first(
        from.select.selectFrom('application').selectAll().where('id', '=', applicationId).where('body_id', '=', bodyId),
      )
      if (!row) return null
      return {
        applicationId,
        journalNumber: row.journal_number,
        receivedOn: row.received_on,
        familyName: row.family_name,
        givenName: row.given_name,
        patronymic: row.patronymic,
        birthDate: row.birth_date,
        address: row.address,
        topic: row.topic,
        hasEmail: row.email !== null && row.email !== '',
        registeredAt: row.registered_at,
      }
    },
    /** What was decided of it otherwise: a reception stands or stood, or another decision was written. */
    decidedOtherwise(applicationId: string): boolean {
      const reception = from.first(
        from.select.selectFrom('reception').select('id').where('application_id', '=', applicationId),
      )
      const decision = from.first(
        from.select.selectFrom('application_decision').select('id').where('application_id', '=', applicationId),
      )
      return reception !== undefined || decision !== undefined
    },
    lastDraft(applicationId: string): StoredDraft | null {
      const row = from.first(
        from.select
          .selectFrom('rejection_draft')
          .selectAll()
          .where('application_id', '=', applicationId)
          .orderBy('sequence', 'desc')
          .limit(1),
      )
      if (!row) return null
      const draft = RejectionDraft.parse(JSON.parse(row.content))
      return { id: row.id, state: row.state, draft, authorId: row.author_id, at: row.at }
    },
    lastQuote(applicationId: string): string | null {
      const row = from.first(
        from.select
          .selectFrom('rejection_quote')
          .select('text')
          .where('application_id', '=', applicationId)
          .orderBy('sequence', 'desc')
          .limit(1),
      )
      return row?.text ?? null
    },
    headTold: (applicationId: string): boolean =>
      from.first(
        from.select.selectFrom('rejection_report').select('at').where('application_id', '=', applicationId),
      ) !== undefined,
    signing(applicationId: string): StoredSigning | null {
      const row = from.first(
        from.select.selectFrom('rejection_signing').selectAll().where('application_id', '=', applicationId),
      )
      return row ? { kind: row.kind, decidedOn: row.decided_on, at: row.at, authorId: row.author_id } : null
    },
    /** Without a byte of them. */
    fileFacts: (applicationId: string): RejectionFile[] =>
      from.all(
        from.select
          .selectFrom('rejection_file')
          .select(['position', 'role', 'name', 'media_type as mediaType'])
          .select(({ fn }) => fn<number>('length', ['content']).as('byteLength'))
          .where('application_id', '=', applicationId)
          .orderBy('position'),
      ),
    files: (applicationId: string): StoredFile[] =>
      from.all(
        from.select
          .selectFrom('rejection_file')
          .select(['name', 'media_type as mediaType', 'content'])
          .where('application_id', '=', applicationId)
          .orderBy('position'),
      ),
    file: (applicationId: string, position: number): StoredFile | null =>
      from.first(
        from.select
          .selectFrom('rejection_file')
          .select(['name', 'media_type as mediaType', 'content'])
          .where('application_id', '=', applicationId)
          .where('position', '=', position),
      ) ?? null,
    dispatch(applicationId: string): StoredDispatch | null {
      const row = from.first(
        from.select.selectFrom('rejection_dispatch').selectAll().where('application_id', '=', applicationId),
      )
      return row ? { way: row.way, note: row.note, givenOn: row.given_on, at: row.at } : null
    },
  }
}

export type RejectionReads = ReturnType<typeof rejectionReads>
