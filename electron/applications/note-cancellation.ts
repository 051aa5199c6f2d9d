import type { ReceptionEvent } from '../../shared/reception/event.ts'
import type { Place } from '../accounts/place.ts'
import type { WriteDb } from '../database/handles.ts'
import type { NoticeDesk } from '../notices/notice-order.ts'
import { makeDecisionStore } from './decision-store.ts'

/**
 * What follows from a cancelled reception (п. 2.6): the decision on its application and a notice that one may apply
 * again (п. 2.8). Runs inside the transaction of the cancellation, whichever screen it came from.
 */
export function noteCancellation({
  write,
  place,
  notices,
}: {
  readonly write: WriteDb
  readonly place: () => Place
  readonly notices: NoticeDesk
}): (receptionId: string, event: ReceptionEvent) => void {
  const decisions = makeDecisionStore({ write, place })
  const applicationOf = write.prepareRead<{ application_id: string }>(
    'select application_id from reception where id = ?',
  )
  return (receptionId, { action, authorId, recordedAt }) => {
    const applicationId = applicationOf.first(receptionId)?.application_id
    if (action.kind !== 'cancelled' || applicationId === undefined) return
    const notice = notices.form({ kind: 'cancellation', applicationId, receptionId, authorId, attachments: [] })
    decisions.add({
      ...{ applicationId, kind: 'cancelled', receptionId, decidedAt: recordedAt, authorId },
      reason: action.reason === 'refused' ? 'гражданин отказался' : 'гражданин не подтвердил участие в срок',
      noticeId: notice === 'noAddress' ? null : notice.noticeId,
    })
    // Once the transaction is over.
    queueMicrotask(() => notices.sendSoon())
  }
}
