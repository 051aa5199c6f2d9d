import type { AttentionItem } from '../../shared/contract/day.ts'
import type { NoticeRow } from '../../shared/contract/notices.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { NoticeStore } from './notice-store.ts'
import type { NoticeViews } from './notice-view.ts'
import type { OutboxRunner } from './outbox.ts'

/** A notice that waits so long is told on «Сегодня»: the terms of п. 2.4 are working days. */
const longWaitMs = 60 * 60_000

/** What has not gone out yet, for the end of the day: nobody can say that it arrived. */
export const waitingNotices = (store: NoticeStore, views: NoticeViews, place: () => Place): readonly AttentionItem[] =>
  store.open('waiting').map(notice => itemOf('noticeWaiting', views.row(notice), place))

/** What of the notices asks for somebody: each one that did not arrive, and an outbox that stands still. */
export function noticeAttention({
  store,
  views,
  outbox,
  place,
  clock,
}: {
  readonly store: NoticeStore
  readonly views: NoticeViews
  readonly outbox: Pick<OutboxRunner, 'state'>
  readonly place: () => Place
  readonly clock: Clock
}): readonly AttentionItem[] {
  const failed = store.open('failed').map(notice => itemOf('notDelivered', views.row(notice), place))
  const [oldest] = store.open('waiting')
  const isStuck =
    oldest !== undefined &&
    (outbox.state().state === 'stopped' || Date.parse(oldest.formedAt) + longWaitMs < clock.nowMs())
  const stuck: AttentionItem = {
    ...{ kind: 'noticesStuck', subjectId: null, receptionId: null, recordingId: null, applicationId: null },
    ...{ day: null, journalNumber: null, shortName: null, term: null, holdsDay: false },
  }
  return isStuck ? [...failed, stuck] : failed
}

const itemOf = (
  kind: 'notDelivered' | 'noticeWaiting',
  { id, receptionId, applicationId, journalNumber, shortName, formedAt }: NoticeRow,
  place: () => Place,
): AttentionItem => ({
  ...{ kind, subjectId: id, receptionId, recordingId: null, journalNumber, shortName },
  ...{ applicationId, day: localDate(formedAt, place().timeZone), term: null, holdsDay: false },
})
