import type { NoticeKind } from '../../shared/notices/notice-kind.ts'

/** What is to be written to a citizen; the words come from the templates. */
export interface NoticeOrder {
  readonly kind: NoticeKind
  readonly applicationId: string
  /** The reception it is about; null for a rejection. */
  readonly receptionId: string | null
  readonly authorId: string
  /** When the citizen was first told of this reception: the term of the confirmation runs from it; left out: nobody was. */
  readonly toldAt?: string | null
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; readonly content: Buffer }[]
}

/** A notice as it was put into the outbox. */
export interface FormedNotice {
  readonly noticeId: string
  /** With its angle brackets. */
  readonly messageId: string
  readonly formedAt: string
}

/** The desk of notices as other services know it. */
export interface NoticeDesk {
  /**
   * Forms a notice and puts it into the outbox, inside the caller's transaction: decision and notice are written together
   * or not at all. It goes out afterwards, also after a restart. `noAddress`: the application has no e-mail.
   */
  form(order: NoticeOrder): FormedNotice | 'noAddress'
  /** Asks the outbox to look now; after the transaction. */
  sendSoon(): void
}
