import type { Session } from '../../shared/contract/accounts.ts'
import type { NoticeEvidence } from '../../shared/contract/notices.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { NoticeKind } from '../../shared/notices/notice-kind.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import type { Place } from '../accounts/place.ts'
import type { WriteDb } from '../database/handles.ts'
import type { NoticeDesk } from './notice-order.ts'
import type { NoticeStore } from './notice-store.ts'
import type { NoticeViews } from './notice-view.ts'

export interface LinkAgainDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly desk: Pick<NoticeDesk, 'form' | 'sendSoon'>
  readonly store: Pick<NoticeStore, 'byId'>
  readonly views: Pick<NoticeViews, 'evidence'>
}

export interface LinkAgainRequest {
  /** Of one press: sent again, it is answered with the notice it formed. */
  readonly requestId: string
  readonly receptionId: string
}

interface ReceptionRow {
  readonly application_id: string
  readonly step: ReceptionStepName
  readonly link: string | null
}

/**
 * «Отправить ссылку ещё раз»: the notice of a reception formed anew with the link as it stands now. It names the last day of
 * the confirmation that runs already: two last days would be worse than none.
 */
export function makeLinkAgain({ write, place, desk, store, views }: LinkAgainDeps) {
  const receptions = write.prepareRead<ReceptionRow>(
    'select application_id, step, link from reception where id = ? and body_id = ?',
  )
  const lastKind = write.prepareRead<{ kind: NoticeKind }>(`
    select kind from notice where reception_id = ? and kind in ('appointment', 'move') order by rowid desc limit 1`)
  const requested = write.prepareRead<{ notice_id: string }>('select notice_id from link_request where request_id = ?')
  const told = write.prepareRead<{ at: string | null }>(`
    select min(at) as at from (
      select attempt.at from notice join notice_attempt as attempt on attempt.notice_id = notice.id
        where notice.reception_id = ? and notice.kind in ('appointment', 'move') and attempt.outcome = 'accepted'
          and not exists (select 1 from notice_fact where notice_id = notice.id and kind = 'bounced')
      union all select fact.occurred_at from notice join notice_fact as fact on fact.notice_id = notice.id
        where notice.reception_id = ? and fact.kind in ('sentByHand', 'toldByPhone')
      union all select occurred_at from standing_application_mark where reception_id = ? and kind = 'noticeSent')`)

  const evidenceOf = (noticeId: string): Reply<NoticeEvidence> => {
    const notice = store.byId(noticeId)
    return notice ? done(views.evidence(notice)) : refused('notFound', 'Такого уведомления нет. Обновите список.')
  }

  return (who: Session, { requestId, receptionId }: LinkAgainRequest): Reply<NoticeEvidence> => {
    const reception = receptions.first(receptionId, place().bodyId)
    if (!reception) return refused('notFound', 'Такого приёма нет. Обновите список.')
    if (over.has(reception.step))
      return refused('stale', 'Приём перенесён, отменён или завершён. Ничего не отправлено.')
    if (reception.link === null) return refused('refusedByRule', 'Ссылки на встречу ещё нет. Ничего не отправлено.')
    const noticeId = write.transaction(() => {
      const before = requested.first(requestId)
      if (before) return before.notice_id
      const formed = desk.form({
        ...{ applicationId: reception.application_id, receptionId, authorId: who.account.id, attachments: [] },
        kind: lastKind.first(receptionId)?.kind ?? 'appointment',
        toldAt: told.first(receptionId, receptionId, receptionId)?.at ?? null,
      })
      if (formed === 'noAddress') return null
      write.run(write.build.insertInto('link_request').values({ request_id: requestId, notice_id: formed.noticeId }))
      return formed.noticeId
    })
    if (noticeId === null) {
      return refused('refusedByRule', 'Электронной почты в заявке нет: скопируйте ссылку и сообщите её по телефону.')
    }
    desk.sendSoon()
    return evidenceOf(noticeId)
  }
}

const over: ReadonlySet<ReceptionStepName> = new Set<ReceptionStepName>(['moved', 'cancelled', 'closed', 'closing'])
