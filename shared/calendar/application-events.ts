import type { Term } from './term.ts'
import type { EventTimes } from './term-state.ts'

/** What is known of an application, as far as the terms of order № 121 ask. */
export interface ApplicationFacts {
  /** Local date. */
  readonly receivedOn: string
  /** When the form on the site was sent, where the letter says so (п. 2.3); ISO instant. */
  readonly formSubmittedAt: string | null
  /** When the notice with date, time, official and link was formed: the decision to receive (п. 2.4); ISO instant. */
  readonly appointedAt: string | null
  /** When the first notice of a reception went out. */
  readonly firstNoticeAt: string | null
  /** The notice of the time that stands now: a move for another reason than a fault of ours needs a new one (п. 3.5). */
  readonly validNoticeAt: string | null
  /** Of that time. */
  readonly confirmedAt: string | null
  /** When the rejection was decided (п. 2.7), and when it went out. */
  readonly rejectedAt: string | null
  readonly rejectionSentAt: string | null
}

/** Ends of the terms that belong to an application and not to its reception. */
const applicationEnds: ReadonlySet<string> = new Set([
  'applicationReceived',
  'decisionMade',
  'noticeSent',
  'rejectionSent',
  'confirmationReceived',
])

/** Whether a term is one of an application: D1–D5 of order № 121. */
export const isOfApplication = ({ endEvent }: Pick<Term, 'endEvent'>): boolean => applicationEnds.has(endEvent)

/**
 * The facts under the names of the regulation's events. The decision to receive is taken in the form of the notice
 * (п. 2.4): a date in the list does not end D2, the notice does. Where it was only marked by hand, decision and sending
 * are one moment. The citizen's term runs from the sending: when it was received nobody knows (п. 2.5).
 */
export function eventsOfApplication(facts: ApplicationFacts): EventTimes {
  const { firstNoticeAt, validNoticeAt, confirmedAt, rejectedAt } = facts
  const appointedAt = earliest(facts.appointedAt, firstNoticeAt)
  return {
    formSubmitted: moment(facts.formSubmittedAt),
    applicationReceived: { date: facts.receivedOn },
    decisionMade: moment(earliest(appointedAt, rejectedAt)),
    appointmentDecided: moment(appointedAt),
    noticeSent: moment(firstNoticeAt),
    rejectionDecided: moment(rejectedAt),
    rejectionSent: moment(facts.rejectionSentAt),
    noticeReceived: moment(validNoticeAt),
    confirmationReceived: moment(confirmedAt),
  }
}

const earliest = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && Date.parse(other) < Date.parse(one)) ? other : one

const moment = (at: string | null) => (at === null ? undefined : { atMs: Date.parse(at) })
