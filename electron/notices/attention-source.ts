import type { AttentionItem } from '../../shared/contract/day.ts'
import type { NoticeRow } from '../../shared/contract/notices.ts'
import { localDate } from '../../shared/text/date-time.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import { fullNameOfRow } from '../applications/application-row.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { NoticeStore } from './notice-store.ts'
import type { NoticeViews } from './notice-view.ts'
import type { OutboxRunner } from './outbox.ts'

/** A notice that waits so long is told on «Сегодня»: the terms of п. 2.4 are working days. */
const longWaitMs = 60 * 60_000

interface WaitingRow {
  readonly id: string
  readonly receptionId: string | null
  readonly applicationId: string
  readonly formedAt: string
  readonly journal_number: number
  readonly family_name: string
  readonly given_name: string
  readonly patronymic: string | null
}

/**
 * What has not gone out yet, for the end of the day: nobody can say that it arrived. One query, for hundreds may wait where
 * no server is set up.
 */
export function makeWaitingNotices(
  write: Pick<WriteDb, 'prepareRead'>,
  place: () => Place,
): () => readonly AttentionItem[] {
  const waiting = write.prepareRead<WaitingRow>(`
    select notice.id, notice.reception_id as receptionId, notice.application_id as applicationId,
        notice.formed_at as formedAt, application.journal_number, application.family_name, application.given_name,
        application.patronymic
      from notice_open join notice on notice.id = notice_open.notice_id
      join application on application.id = notice.application_id
      where notice_open.body_id = ? and notice_open.state = 'waiting' order by notice.rowid`)
  return () =>
    waiting
      .all(place().bodyId)
      .map(row =>
        itemOf(
          'noticeWaiting',
          { ...row, journalNumber: row.journal_number, shortName: shortName(fullNameOfRow(row)) },
          place,
        ),
      )
}

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
  notice: Pick<NoticeRow, 'id' | 'receptionId' | 'applicationId' | 'journalNumber' | 'shortName' | 'formedAt'>,
  place: () => Place,
): AttentionItem => ({
  ...{ kind, subjectId: notice.id, receptionId: notice.receptionId, recordingId: null },
  ...{ journalNumber: notice.journalNumber, shortName: notice.shortName, applicationId: notice.applicationId },
  ...{ day: localDate(notice.formedAt, place().timeZone), term: null, holdsDay: false },
})
