import type { Session } from '../../shared/contract/accounts.ts'
import type { NoticeEvidence, NoticePreview, NoticesOfApplication, Outbox } from '../../shared/contract/notices.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { DeliveryReport } from '../../shared/letters/letter-reading.ts'
import type { NoticeKind } from '../../shared/notices/notice-kind.ts'
import { readLink } from '../../shared/telemost/link.ts'
import { localToInstant } from '../../shared/text/date-time.ts'
import type { Clock } from '../clock.ts'
import { utcText } from '../database/utc-text.ts'
import { yieldThread } from '../yield-thread.ts'
import type { NoticeFactsStore } from './facts-store.ts'
import type { NoticeWriter } from './notice-desk.ts'
import type { NoticeRowStored, NoticeStore } from './notice-store.ts'
import type { NoticeViews } from './notice-view.ts'
import type { OutboxRunner } from './outbox.ts'

export interface NoticeServiceDeps {
  readonly store: NoticeStore
  readonly views: NoticeViews
  readonly facts: NoticeFactsStore
  readonly writer: Pick<NoticeWriter, 'preview'>
  readonly outbox: Pick<OutboxRunner, 'state' | 'tryNow' | 'sendSoon'>
  readonly onChanged: () => void
  readonly clock: Clock
}

interface Told {
  readonly noticeId: string
  readonly occurredLocal: string
  readonly note: string
}

export interface PreviewRequest {
  readonly kind: NoticeKind
  readonly applicationId: string
  readonly receptionId: string | null
  readonly proposed: { readonly appointedLocal: string; readonly specialistId: string; readonly link: string } | null
}

/** Notices of an application, what waits and what failed, and what people do about it. */
export interface NoticeService {
  ofApplication(applicationId: string): Reply<NoticesOfApplication>
  outbox(): Promise<Reply<Outbox>>
  tryNow(): Promise<Reply<Outbox>>
  resend(who: Session, noticeId: string): Reply<NoticeEvidence>
  sentByHand(who: Session, told: Told & { how: 'printed' | 'otherMail' }): Reply<NoticeEvidence>
  toldByPhone(who: Session, told: Told): Reply<NoticeEvidence>
  preview(who: Session, request: PreviewRequest): Reply<NoticePreview>
  /**
   * What a server reported of a letter of ours (RFC 3464). `unknown`: it is about none of ours. A report is taken once,
   * however often its letter is read.
   */
  takeReport(report: DeliveryReport, letterId: string): 'taken' | 'unknown' | 'nothingToDo'
}

const rowsInSlice = 25

export function makeNoticeService(deps: NoticeServiceDeps): NoticeService {
  const { store, views, facts, outbox, clock } = deps

  async function outboxNow(): Promise<Reply<Outbox>> {
    const rows: Outbox['rows'] = []
    // Hundreds may wait where no server is set up: nothing else waits for all of them.
    for (const [index, notice] of store.open().entries()) {
      if (index % rowsInSlice === rowsInSlice - 1) await yieldThread()
      rows.push(views.row(notice))
    }
    rows.sort((one, other) => Number(other.needsPerson) - Number(one.needsPerson))
    return done({ ...outbox.state(), rows })
  }

  /** The fact, if its time can be and the notice still asks for it. */
  function tell(who: Session, { noticeId, occurredLocal }: Told, kind: 'sentByHand' | 'toldByPhone', detail: string) {
    const notice = store.byId(noticeId)
    if (!notice) return notFound()
    if (!views.row(notice).mayTell) return stale()
    const occurredAt = localToInstant(occurredLocal, who.body.timeZone)
    const wrong = occurredAt === null ? 'Такого времени нет в календаре' : wrongTime(notice, occurredAt)
    if (occurredAt === null || wrong !== null) {
      return refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', { occurredLocal: wrong ?? '' })
    }
    store.addFact({ noticeId, kind, authorId: who.account.id, occurredAt: utcText(occurredAt), detail })
    return changed(notice)
  }

  /** Russian, or null where the time can be; the minute it was formed in counts as after. */
  function wrongTime({ formedAt }: NoticeRowStored, occurredAt: string): string | null {
    const ms = Date.parse(occurredAt)
    if (ms > clock.nowMs()) return 'Это время ещё не наступило'
    return ms + 60_000 <= Date.parse(formedAt) ? 'Это раньше, чем составлено уведомление' : null
  }

  function changed(notice: NoticeRowStored): Reply<NoticeEvidence> {
    deps.onChanged()
    return done(views.evidence(notice))
  }

  return {
    ofApplication(applicationId) {
      const application = facts.of(applicationId, null)
      if (!application) return refused('notFound', 'Такой заявки нет. Обновите список.')
      const { phone, email } = application
      return done({ phone, email, notices: store.ofApplication(applicationId).map(views.evidence) })
    },
    outbox: outboxNow,
    tryNow() {
      outbox.tryNow()
      return outboxNow()
    },
    resend(who, noticeId) {
      const notice = store.byId(noticeId)
      if (!notice) return notFound()
      if (!views.row(notice).mayResend) return stale()
      store.addFact({ noticeId, kind: 'resendAsked', authorId: who.account.id, detail: '' })
      outbox.sendSoon()
      return changed(notice)
    },
    sentByHand(who, { how, ...told }) {
      const way = how === 'printed' ? 'Вручено или отправлено на бумаге' : 'Отправлено с другого почтового ящика'
      return tell(who, told, 'sentByHand', told.note === '' ? way : `${way}. ${told.note}`)
    },
    toldByPhone: (who, told) => tell(who, told, 'toldByPhone', told.note),
    preview({ body }, { kind, applicationId, receptionId, proposed }) {
      if (proposed === null) {
        const application = facts.of(applicationId, receptionId)
        if (!application || (kind !== 'rejection' && !application.facts.reception)) return notFound()
        return done(deps.writer.preview(kind, application))
      }
      const appointedAt = localToInstant(proposed.appointedLocal, body.timeZone)
      if (appointedAt === null) {
        return refused('badInput', 'Проверьте выделенные поля.', { appointedLocal: 'Такого времени нет в календаре' })
      }
      const read = readLink(proposed.link)
      const link = read.ok ? read.url : proposed.link
      const { specialistId } = proposed
      const application = facts.proposed(applicationId, { appointedAt: utcText(appointedAt), specialistId, link })
      return application ? done(deps.writer.preview(kind, application)) : notFound()
    },
    takeReport({ action, status, originalMessageId, envelopeId }, letterId) {
      const notice =
        (originalMessageId === null ? null : store.byMessageId(originalMessageId)) ??
        (envelopeId === undefined ? null : store.byId(envelopeId))
      if (!notice) return 'unknown'
      const kind = action === 'failed' ? 'bounced' : action === 'delivered' ? 'delivered' : null
      if (kind === null || store.facts(notice.id).some(fact => fact.letterId === letterId && fact.kind === kind)) {
        return 'nothingToDo'
      }
      store.addFact({ noticeId: notice.id, kind, authorId: null, letterId, detail: status })
      deps.onChanged()
      return 'taken'
    },
  }
}

const notFound = () => refused('notFound', 'Такого уведомления нет. Обновите список.')
const stale = () => refused('stale', 'С уведомлением уже что-то произошло. Ничего не записано; обновите список.')
