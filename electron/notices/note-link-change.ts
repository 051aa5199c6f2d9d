import type { WriteDb } from '../database/handles.ts'
import type { NoticeDesk } from './notice-order.ts'

/** A reception got another link. */
export interface LinkChange {
  readonly receptionId: string
  readonly url: string
  /** null = nobody is signed in. */
  readonly authorId: string | null
}

/**
 * A changed link is a new notice (п. 2.4: the notice names the link): whoever was written the former one is written this
 * one, inside the transaction that sets it. Who was told otherwise, or has no address, stays a line of «Сделать сегодня».
 */
export function noteLinkChange({
  write,
  notices,
}: {
  readonly write: WriteDb
  readonly notices: NoticeDesk
}): (change: LinkChange) => void {
  const told = write.prepareRead<{ application_id: string; text: string }>(`
    select reception.application_id, notice.text from reception
      join notice on notice.application_id = reception.application_id and notice.reception_id = reception.id
      where reception.id = ? and reception.step = 'scheduled' and notice.kind in ('appointment', 'move')
      order by notice.rowid desc limit 1`)
  return ({ receptionId, url, authorId }) => {
    const last = told.first(receptionId)
    if (last === undefined || authorId === null || last.text.includes(url)) return
    const applicationId = last.application_id
    notices.form({ kind: 'move', applicationId, receptionId, authorId, attachments: [] })
    // Once the transaction is over.
    queueMicrotask(() => notices.sendSoon())
  }
}
