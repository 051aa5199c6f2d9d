import {
  type ActFacts,
  type ActPermission,
  judgeAct,
  judgeActs,
  type LegalAct,
  refusalWords,
} from '../../shared/applications/legal-acts.ts'
import {
  type ApplicationFacts,
  eventsOfApplication,
  isOfApplication,
} from '../../shared/calendar/application-events.ts'
import type { Term } from '../../shared/calendar/term.ts'
import { judgeTerm, type TermState } from '../../shared/calendar/term-state.ts'
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import type { Session } from '../../shared/contract/accounts.ts'
import { ApplicationMarkKind, type ApplicationTerms, type NewMark } from '../../shared/contract/applications.ts'
import type { AttentionItem, AttentionKind } from '../../shared/contract/day.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { localDate, localToInstant } from '../../shared/text/date-time.ts'
import type { Clock } from '../clock.ts'
import { shiftsOfFacts } from './shifts.ts'
import type { TermedApplication, TermStore } from './term-store.ts'

export interface TermServiceDeps {
  readonly store: TermStore
  readonly terms: readonly Term[]
  readonly calendar: () => WorkingCalendar
  /** What lies in the mail; left out: nothing is known to. */
  readonly mail?: MailEvidence
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
}

/** What of the mail an act must not overlook. */
export interface MailEvidence {
  /** When the answers came that may be of this application and nobody has judged; ISO instants. */
  unjudgedAnswers(applicationId: string): readonly (string | null)[]
  /** A mailbox has not been read for long. */
  isSilent(): boolean
}

/** An application with its terms as they stand now. */
export interface JudgedApplication {
  readonly application: TermedApplication
  readonly terms: readonly { readonly term: Term; readonly state: TermState }[]
}

/** The terms of applications (D1–D5): how they stand, what ends them, what they ask for. */
export interface TermService {
  ofReception(receptionId: string): Reply<ApplicationTerms>
  /** null for an unknown one. */
  ofApplication(applicationId: string): ApplicationTerms | null
  mark(who: Session, mark: NewMark): Reply<ApplicationTerms>
  termed(applicationId: string): TermedApplication | null
  /**
   * Makes a change of what the terms of an application are counted from, and keeps the trace of every last day it moves.
   * Joins the running transaction.
   */
  recounting(applicationId: string, change: () => void, by: { authorId: string; basis: string }): void
  /** Whether an act may be done now to what stands for a reception's application; null for an unknown one. */
  permission(receptionId: string, act: LegalAct): ActPermission | null
  /** Everybody whose reception stands and is still to come. */
  appointed(): readonly TermedApplication[]
  /** Cancelled, and nobody told of it (п. 2.6). */
  untoldCancellations(): readonly TermedApplication[]
  /** Everything a term may still run of. */
  open(): readonly JudgedApplication[]
  /** How the terms of an application received that day would stand, nothing done of it yet. */
  ofReceipt(receivedOn: string): JudgedApplication['terms']
  /** Over, ending today, or not to be counted. */
  dueTerms(): readonly AttentionItem[]
}

export function makeTermService({ store, terms, calendar, mail, announce, clock }: TermServiceDeps): TermService {
  const ofApplications = terms.filter(isOfApplication)

  const judged = (application: TermedApplication) => {
    const events = eventsOfApplication(application.facts)
    const now = { calendar: calendar(), nowMs: clock.nowMs(), isOver: !isOpen(application) }
    return ofApplications.map(term => ({ term, state: judgeTerm(term, events, now) }))
  }

  function ofReceipt(receivedOn: string): JudgedApplication['terms'] {
    const events = eventsOfApplication({ ...nothingDone, receivedOn })
    const now = { calendar: calendar(), nowMs: clock.nowMs(), isOver: false }
    return ofApplications.map(term => ({ term, state: judgeTerm(term, events, now) }))
  }

  const withTerms = (application: TermedApplication): JudgedApplication => ({ application, terms: judged(application) })

  function factsOf(application: TermedApplication): ActFacts {
    const answerTerm = judged(application).find(({ term }) => term.endEvent === 'confirmationReceived')?.state ?? null
    // Asked only where it matters: an answer that came too late keeps nothing from being cancelled.
    const isOverdue = answerTerm?.kind === 'overdue'
    const dueMs = isOverdue ? Date.parse(answerTerm.due.legalAt) : 0
    return {
      ...application,
      answerTerm,
      isAnswerUnjudged:
        isOverdue &&
        (mail?.unjudgedAnswers(application.applicationId) ?? []).some(
          // When it came nobody knows: it may have been in time.
          at => at === null || Date.parse(at) <= dueMs,
        ),
      isMailSilent: isOverdue && (mail?.isSilent() ?? false),
    }
  }

  function shown(application: TermedApplication): ApplicationTerms {
    const { applicationId } = application
    const changes = store.changes(applicationId)
    return {
      applicationId,
      terms: judged(application).map(({ term, state }) => ({ term, state, recounted: changes.get(term.id) ?? null })),
      acts: judgeActs(factsOf(application)),
      mayMark: ApplicationMarkKind.options.filter(kind => judgeAct(actOfMark[kind], factsOf(application)).permitted),
      confirmation: store.confirmation(applicationId, application.facts.confirmedAt),
    }
  }
  const answer = (application: TermedApplication): Reply<ApplicationTerms> => done(shown(application))

  return {
    ofReception(receptionId) {
      const application = store.ofReception(receptionId)
      return application ? answer(application) : notFound()
    },
    ofApplication(applicationId) {
      const application = store.ofApplication(applicationId)
      return application ? shown(application) : null
    },
    mark(who, { receptionId, kind, occurredLocal, channel = 'hand', note = '' }) {
      const application = store.ofReception(receptionId)
      if (!application) return notFound()
      if (application.receptionId !== receptionId) {
        return refused('stale', 'Сейчас это отметить нельзя: приём перенесён. Ничего не записано.')
      }
      const permission = judgeAct(actOfMark[kind], factsOf(application))
      if (!permission.permitted) {
        return refused('stale', `Сейчас это отметить нельзя. ${refusalWords(permission)} Ничего не записано.`)
      }
      const occurredAt = localToInstant(occurredLocal, who.body.timeZone)
      const wrong = occurredAt === null ? 'Такого времени нет в календаре' : wrongTime(application, kind, occurredAt)
      if (channel === 'phone' && note === '') {
        return refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', {
          note: 'Укажите, с кем говорили',
        })
      }
      if (occurredAt === null || wrong !== null) {
        return refused('badInput', 'Проверьте выделенные поля. Ничего не записано.', { occurredLocal: wrong ?? '' })
      }
      const { applicationId } = application
      if (!store.addMark({ applicationId, receptionId, kind, occurredAt, authorId: who.account.id, channel, note })) {
        return refused('stale', 'Это уже отмечено. Ваша отметка не записана.')
      }
      announce({ kind: 'receptionChanged', receptionId })
      return answer(store.ofReception(receptionId) ?? application)
    },
    termed: store.ofApplication,
    recounting(applicationId, change, by) {
      const before = store.ofApplication(applicationId)
      change()
      const after = store.ofApplication(applicationId)
      if (before === null || after === null) return
      const facts = { before: before.facts, after: after.facts, calendar: calendar() }
      store.addChanges(shiftsOfFacts(after, ofApplications, facts), by)
    },
    permission(receptionId, act) {
      const application = store.ofReception(receptionId)
      return application ? judgeAct(act, factsOf(application)) : null
    },
    appointed: () => store.open().filter(({ step }) => step === 'scheduled'),
    untoldCancellations: store.untoldCancellations,
    open: () => store.open().map(withTerms),
    ofReceipt,
    dueTerms: () =>
      store.open().flatMap(application =>
        judged(application).flatMap(({ term, state }) => {
          const kind = attentionKinds[state.kind === 'running' ? state.urgency : state.kind]
          return kind === undefined ? [] : [itemOf(kind, application, { rule: term, state })]
        }),
      ),
  }

  /** Russian, or null where the time can be. */
  function wrongTime(
    { facts, untoldCancellationAt }: TermedApplication,
    kind: ApplicationMarkKind,
    occurredAt: string,
  ): string | null {
    const ms = Date.parse(occurredAt)
    if (ms > clock.nowMs()) return 'Это время ещё не наступило'
    if (localDate(ms, calendar().timeZone) < facts.receivedOn) return 'Это раньше дня поступления заявки'
    if (kind === 'confirmed' && facts.validNoticeAt !== null && ms < Date.parse(facts.validNoticeAt)) {
      return 'Это раньше отправки уведомления'
    }
    // The minute it was cancelled in counts as after.
    if (
      kind === 'cancellationTold' &&
      untoldCancellationAt !== null &&
      ms + 60_000 <= Date.parse(untoldCancellationAt)
    ) {
      return 'Это раньше отмены приёма'
    }
    return null
  }
}

const notFound = () => refused('notFound', 'Такого приёма нет. Обновите список на экране «Сегодня».')

const nothingDone: Omit<ApplicationFacts, 'receivedOn'> = {
  ...{ formSubmittedAt: null, appointedAt: null, firstNoticeAt: null, validNoticeAt: null },
  ...{ confirmedAt: null, rejectedAt: null, rejectionSentAt: null },
}

/** Something is still to be decided or sent, or the citizen is still to be received. */
const isOpen = ({ step, facts }: TermedApplication): boolean =>
  step === null ? facts.rejectionSentAt === null : step === 'scheduled' || step === 'moving'

const actOfMark = {
  ...{ noticeSent: 'noteNotice', confirmed: 'noteConfirmation', cancellationTold: 'noteCancellation' },
} as const satisfies Record<ApplicationMarkKind, LegalAct>

const attentionKinds: Readonly<Record<string, AttentionKind | undefined>> = {
  today: 'termToday',
  overdue: 'termOverdue',
  missingYear: 'calendarMissing',
}

const itemOf = (
  kind: AttentionKind,
  { applicationId, receptionId, appointedOn, journalNumber, shortName, facts }: TermedApplication,
  term: NonNullable<AttentionItem['term']>,
): AttentionItem => ({
  ...{ kind, subjectId: receptionId ?? applicationId, receptionId, recordingId: null, applicationId },
  ...{ day: appointedOn ?? facts.receivedOn, journalNumber, shortName, term, holdsDay: false },
})
