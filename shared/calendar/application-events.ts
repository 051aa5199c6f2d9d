import type { Term } from './term.ts'
import type { EventTimes } from './term-state.ts'

/** What is known of an application, as far as the terms of order № 121 ask. */
export interface ApplicationFacts {
  /** Local date. */
  readonly receivedOn: string
  /** When the first notice with date, time, official and link went out; ISO instant. */
  readonly firstNoticeAt: string | null
  /** The notice of the time that stands now: a move for another reason than a fault of ours needs a new one (п. 3.5). */
  readonly validNoticeAt: string | null
  /** Of that time. */
  readonly confirmedAt: string | null
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
 * (п. 2.4): a date in the list does not end D2, the notice does; and it is sent by whoever marks it, so that D3 begins
 * and ends with it. The citizen's term runs from the sending: when it was received nobody knows (п. 2.5).
 */
export function eventsOfApplication(facts: ApplicationFacts): EventTimes {
  const { firstNoticeAt, validNoticeAt, confirmedAt } = facts
  return {
    applicationReceived: { date: facts.receivedOn },
    decisionMade: moment(firstNoticeAt),
    noticeSent: moment(firstNoticeAt),
    noticeReceived: moment(validNoticeAt),
    confirmationReceived: moment(confirmedAt),
  }
}

const moment = (at: string | null) => (at === null ? undefined : { atMs: Date.parse(at) })
