import type { AnsweredApplication } from '../../shared/contract/replies.ts'

/** What of a letter says which application it belongs to. */
export interface ReplyMarks {
  /** Message-IDs it answers, the nearest first. */
  readonly answers: readonly string[]
  readonly subject: string
  readonly fromAddress: string
}

export interface ReplyMatch {
  readonly applicationId: string
  readonly by: AnsweredApplication['matchedBy']
  /** Reception the answered notice was about; null where no notice matched. */
  readonly noticeReceptionId: string | null
}

/** Where applications are looked up. */
export interface ReplySources {
  /** By Message-ID of a notice of this body. */
  notice(messageId: string): { readonly applicationId: string; readonly receptionId: string | null } | null
  /** The newest application with a number, the open ones before the others. */
  byNumber(journalNumber: number): string | null
  /** The newest open application with an e-mail address. */
  byAddress(address: string): string | null
}

/** The number of the journal in a subject: «Re: Приём по видеосвязи, № 123». */
export function numberInSubject(subject: string): number | null {
  const figures = /(?:№|#|(?<!\p{L})N)\s*(\d{1,6})(?!\d)/u.exec(subject)?.[1]
  return figures === undefined ? null : Number(figures)
}

/** The application an answer belongs to: by the notice it answers, else the number in its subject, else its sender. */
export function matchReply({ answers, subject, fromAddress }: ReplyMarks, sources: ReplySources): ReplyMatch | null {
  for (const messageId of answers) {
    const notice = sources.notice(messageId)
    if (notice) return { applicationId: notice.applicationId, by: 'notice', noticeReceptionId: notice.receptionId }
  }
  const number = numberInSubject(subject)
  const numbered = number === null ? null : sources.byNumber(number)
  if (numbered !== null) return { applicationId: numbered, by: 'number', noticeReceptionId: null }
  const sent = fromAddress === '' ? null : sources.byAddress(fromAddress)
  return sent === null ? null : { applicationId: sent, by: 'address', noticeReceptionId: null }
}
