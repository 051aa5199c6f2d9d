import { randomUUID } from 'node:crypto'
import { dueOf } from '../../shared/calendar/due.ts'
import type { Term } from '../../shared/calendar/term.ts'
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import type { NoticePreview } from '../../shared/contract/notices.ts'
import type { NoticeKind } from '../../shared/notices/notice-kind.ts'
import { isWaiting, needsPerson } from '../../shared/notices/notice-standing.ts'
import { fillTemplate } from '../../shared/notices/notice-template.ts'
import { type NoticeFacts, noticeValues } from '../../shared/notices/notice-values.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { calendarEntry } from './calendar-entry.ts'
import type { ApplicationForNotice, NoticeFactsStore } from './facts-store.ts'
import type { FormedNotice, NoticeDesk, NoticeOrder } from './notice-order.ts'
import type { NoticeRowStored, NoticeStore } from './notice-store.ts'
import type { StoredServer } from './server-store.ts'
import type { TemplateStore } from './template-store.ts'

export interface NoticeDeskDeps {
  readonly store: NoticeStore
  readonly facts: NoticeFactsStore
  readonly templates: TemplateStore
  readonly server: () => StoredServer | null
  /** «Телефон для граждан». */
  readonly phone: () => string
  readonly terms: readonly Term[]
  readonly calendar: () => WorkingCalendar
  /** How long a talk may last (п. 3.10). */
  readonly talkMs: number
  readonly write: Pick<WriteDb, 'transaction'>
  readonly clock: Clock
  readonly sendSoon: () => void
}

/** Forms notices, and shows them before they are formed. */
export interface NoticeWriter extends NoticeDesk {
  /**
   * A notice nobody has seen whose last day of confirmation (п. 2.5) is another one by now is formed anew; the former one
   * is withdrawn. Answers whether it was.
   */
  renew(notice: NoticeRowStored): boolean
  /**
   * A cancellation is taken back: its notice does not go out, and the one it had withdrawn is formed anew. `gone`: it is on
   * its way already, nothing is written; `none`: there was no address. Joins the running transaction.
   */
  withdrawCancellation(of: {
    applicationId: string
    receptionId: string
    authorId: string
  }): 'withdrawn' | 'none' | 'gone'
  /** The words alone, for a reception as it stands or as it would be; nothing is written. */
  preview(kind: NoticeKind, application: ApplicationForNotice): NoticePreview
}

/** Of a workplace whose mail server is not entered yet; «invalid» belongs to nobody (RFC 2606). */
const noDomain = 'videopriem.invalid'

export function makeNoticeDesk(deps: NoticeDeskDeps): NoticeWriter {
  const { store, facts, templates, clock } = deps
  const confirmation = deps.terms.find(({ endEvent }) => endEvent === 'confirmationReceived')

  /** The last local day of D5 of a notice sent then; null where no calendar of that year is loaded. */
  function confirmBy(sentAtMs: number): string | null {
    if (!confirmation) return null
    const due = dueOf(confirmation, { atMs: sentAtMs }, deps.calendar())
    return due.ok ? due.due.legalOn : null
  }

  const factsOf = (
    { facts: known }: ApplicationForNotice,
    kind: NoticeKind,
    toldAt: string | null = null,
  ): NoticeFacts => ({
    ...known,
    phone: deps.phone(),
    confirmBy:
      kind === 'appointment' || kind === 'move'
        ? confirmBy(toldAt === null ? clock.nowMs() : Date.parse(toldAt))
        : null,
  })
  const wordsOf = (kind: NoticeKind, known: NoticeFacts) => fillTemplate(templates.current(kind), noticeValues(known))

  /** What says what no longer holds need not go out any more. */
  function withdrawEarlier(applicationId: string): void {
    for (const { id } of store.ofApplication(applicationId).slice(1)) {
      const standing = store.standing(id)
      // One that is on its way just now ends by itself; the outbox withdraws it if it has to try again.
      if (standing.kind !== 'sending' && (isWaiting(standing) || needsPerson(standing))) {
        store.addFact({ noticeId: id, kind: 'withdrawn', authorId: null, detail: '' })
      }
    }
  }

  function form(order: NoticeOrder): FormedNotice | 'noAddress' {
    const { kind, applicationId, receptionId, authorId, attachments } = order
    const application = facts.of(applicationId, receptionId)
    if (!application) throw new Error('a notice of an application or reception that is not there')
    if (kind !== 'rejection' && !application.facts.reception) throw new Error('a notice of a reception without one')
    const toAddress = application.email
    if (toAddress === null || toAddress === '') return 'noAddress'
    const known = factsOf(application, kind, order.toldAt)
    const fromAddress = deps.server()?.fromAddress ?? null
    const domain = fromAddress?.split('@').at(-1) ?? noDomain
    const sequence = store.nextSequence(applicationId)
    const calendar =
      known.reception === null || kind === 'rejection'
        ? null
        : calendarEntry({
            ...{ applicationId, domain, sequence, fromAddress, talkMs: deps.talkMs },
            ...{ isCancelled: kind === 'cancellation', bodyName: known.bodyName, phone: known.phone },
            ...{ appointedAt: known.reception.appointedAt, link: known.reception.link },
            officialName: known.reception.officialName,
            formedAt: new Date(clock.nowMs()).toISOString(),
          })
    return deps.write.transaction(() => {
      const { id, messageId, formedAt } = store.add({
        ...{ kind, applicationId, receptionId, authorId, attachments, sequence, toAddress, calendar },
        ...wordsOf(kind, known),
        messageId: `<${randomUUID()}@${domain}>`,
      })
      withdrawEarlier(applicationId)
      return { noticeId: id, messageId, formedAt }
    })
  }

  function renew(notice: NoticeRowStored): boolean {
    const { id, kind, applicationId, receptionId, authorId } = notice
    if (kind !== 'appointment' && kind !== 'move') return false
    // It names the last day that runs already.
    if (store.isLinkAgain(id)) return false
    // One that was cut off may have been read: two last days would be worse than the former one.
    if (store.attempts(id).some(({ outcome }) => outcome === 'unclear')) return false
    const before = confirmBy(Date.parse(notice.formedAt))
    if (before === null || before === confirmBy(clock.nowMs())) return false
    return form({ kind, applicationId, receptionId, authorId, attachments: store.attachments(id) }) !== 'noAddress'
  }

  function withdrawCancellation(of: Parameters<NoticeWriter['withdrawCancellation']>[0]) {
    const [cancellation, former] = store.ofApplication(of.applicationId)
    if (cancellation?.kind !== 'cancellation' || cancellation.receptionId !== of.receptionId) return 'none'
    if (store.attempts(cancellation.id).length > 0) return 'gone'
    store.addFact({ noticeId: cancellation.id, kind: 'withdrawn', authorId: of.authorId, detail: '' })
    const isOfReception = former?.kind === 'appointment' || former?.kind === 'move'
    if (
      former &&
      isOfReception &&
      former.receptionId === of.receptionId &&
      store.standing(former.id).kind === 'withdrawn'
    ) {
      form({ ...of, kind: former.kind, attachments: store.attachments(former.id) })
    }
    return 'withdrawn'
  }

  return {
    form,
    renew,
    withdrawCancellation,
    sendSoon: deps.sendSoon,
    preview(kind, application) {
      const known = factsOf(application, kind)
      return { ...wordsOf(kind, known), hasCalendar: known.reception !== null && kind !== 'rejection' }
    },
  }
}
