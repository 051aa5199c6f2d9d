import { judgeAct } from '../../shared/applications/legal-acts.ts'
import { eventsOfApplication } from '../../shared/calendar/application-events.ts'
import type { Term } from '../../shared/calendar/term.ts'
import { judgeTerm } from '../../shared/calendar/term-state.ts'
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import type { AnsweredApplication } from '../../shared/contract/replies.ts'
import type { LetterReceiptSource } from '../../shared/mailroom/receipt-source.ts'
import type { Clock } from '../clock.ts'
import type { TermStore } from '../terms/term-store.ts'
import type { ReplyMatch } from './match-reply.ts'
import type { ReplyStore } from './reply-store.ts'

export interface AnsweredDeps {
  readonly store: Pick<ReplyStore, 'latestReception' | 'marksOf'>
  readonly terms: Pick<TermStore, 'ofReception'>
  /** Of the regulation. */
  readonly rules: readonly Term[]
  readonly calendar: () => WorkingCalendar
  readonly clock: Clock
}

/** An answer as far as it matters here. */
export interface AnswerMade {
  /** Instant; of `taken` nobody knows it, and nothing is judged by it. */
  readonly receivedAt: string
  readonly receiptSource: LetterReceiptSource
  readonly fromAddress: string
}

/** How an application stands towards an answer; null where it has no reception. */
export type AnsweredApplications = (match: ReplyMatch, answer: AnswerMade) => AnsweredApplication | null

export function makeAnsweredApplications(deps: AnsweredDeps): AnsweredApplications {
  const { store, terms, calendar, clock } = deps
  const confirmation = deps.rules.find(({ endEvent }) => endEvent === 'confirmationReceived')

  return ({ applicationId, by, noticeReceptionId }, { receivedAt, receiptSource, fromAddress }) => {
    const isKnown = receiptSource !== 'taken'
    const reception = store.latestReception(applicationId)
    const application = reception === null ? null : terms.ofReception(reception.id)
    if (reception === null || application === null) return null
    const { facts, journalNumber, shortName } = application
    const state =
      confirmation === undefined
        ? null
        : judgeTerm(confirmation, eventsOfApplication({ ...facts, confirmedAt: receivedAt }), {
            ...{ calendar: calendar(), nowMs: clock.nowMs(), isOver: false },
          })
    const met = state?.kind === 'met' ? state : null
    // What the mail still holds is this answer itself.
    const known = { ...application, answerTerm: null, isAnswerUnjudged: false, isMailSilent: false }
    const confirming = judgeAct('noteConfirmation', known)
    const refusing = judgeAct('cancelRefused', known)
    const answersItsNotice = noticeReceptionId === reception.id
    const early = isKnown ? tooEarly(facts.validNoticeAt, receivedAt, answersItsNotice) : null
    const obstacle = refusing.reason ?? confirming.reason ?? early
    return {
      ...{ applicationId, receptionId: reception.id, journalNumber, shortName, appointedAt: reception.appointedAt },
      matchedBy: by,
      senderIs: senderOf(store.marksOf(applicationId)?.email ?? null, fromAddress),
      toEarlierNotice: noticeReceptionId !== null && noticeReceptionId !== reception.id,
      dueOn: met?.due.legalOn ?? null,
      late: isKnown && (met?.late ?? false),
      ...{ mayConfirm: obstacle === null, mayDecline: refusing.permitted, obstacle },
    }
  }
}

const senderOf = (email: string | null, fromAddress: string): AnsweredApplication['senderIs'] =>
  email === null ? 'unknown' : email === fromAddress.trim().toLowerCase() ? 'applicant' : 'other'

/** A mailbox tells whole seconds by a clock of its own; who answers the notice itself has had it. */
const tooEarly = (noticeAt: string | null, receivedAt: string, answersItsNotice: boolean): string | null =>
  noticeAt !== null && !answersItsNotice && Date.parse(receivedAt) < Date.parse(noticeAt)
    ? 'Ответ пришёл раньше уведомления о нынешнем времени приёма: спросите гражданина ещё раз.'
    : null
