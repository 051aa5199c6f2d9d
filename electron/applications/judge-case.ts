import type { ApplicationFacts } from '../../shared/calendar/application-events.ts'
import type { CaseGroup, CaseStep } from '../../shared/contract/cases.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'

/** What the case of an application is judged by. */
export interface CaseFacts {
  readonly isAnnulled: boolean
  /** Of the reception that stands; null = none. */
  readonly step: ReceptionStepName | null
  readonly hasLink: boolean
  /** The appointed time has come. */
  readonly isDue: boolean
  readonly facts: Pick<ApplicationFacts, 'validNoticeAt' | 'confirmedAt' | 'rejectedAt' | 'rejectionSentAt'>
  /** An answer to it waits for somebody. */
  readonly hasReply: boolean
  readonly rejection: 'toSign' | 'signed' | null
  /** Of its last notice; null = nothing waits, nothing failed. */
  readonly notice: 'waiting' | 'failed' | null
  /** No letter goes out before somebody acts. */
  readonly isOutboxStill: boolean
  /** The citizen's term is over (п. 2.5). */
  readonly isAnswerOverdue: boolean
  readonly lacksWrittenReply: boolean
  /** Cancelled, and neither a letter nor a person told of it. */
  readonly isCancellationUntold: boolean
}

export interface JudgedCase {
  readonly group: CaseGroup
  readonly step: CaseStep
}

/**
 * Whose turn it is in the case of an application, and what the next thing is. «Готово» is only what nothing waits for: a
 * notice that lies in the outbox or came back keeps a case out of it.
 */
export function judgeCase(of: CaseFacts): JudgedCase {
  if (of.isAnnulled) return done('annulled')
  if (of.hasReply) return toDo('judgeReply')
  if (of.step === null) return withoutReception(of)
  if (!quietSteps.has(of.step)) return toDo('finishReception')
  if (of.step === 'closed' && of.lacksWrittenReply) return toDo('writtenReply')
  const ofNotice = judgeNoticeOf(of)
  if (ofNotice?.group === 'toDo') return ofNotice
  if (of.step === 'moving') return toDo('agreeTime')
  if (of.step === 'scheduled') return ofScheduled(of, ofNotice)
  if (ofNotice === null && of.isCancellationUntold) return toDo('tellCancelled')
  return ofNotice ?? done(of.step === 'cancelled' ? 'cancelled' : 'closed')
}

function withoutReception(of: CaseFacts): JudgedCase {
  if (of.rejection !== null) return toDo(of.rejection === 'toSign' ? 'signRejection' : 'sendRejection')
  if (of.facts.rejectedAt === null) return toDo('decide')
  return judgeNoticeOf(of) ?? (of.facts.rejectionSentAt === null ? toDo('sendRejection') : done('rejected'))
}

function ofScheduled(of: CaseFacts, ofNotice: JudgedCase | null): JudgedCase {
  if (of.isDue) return toDo('holdReception')
  if (!of.hasLink) return toDo('setLink')
  if (of.facts.validNoticeAt === null) return ofNotice ?? toDo('untold')
  if (of.facts.confirmedAt !== null) return awaiting('awaitReception')
  return of.isAnswerOverdue ? toDo('decideUnanswered') : awaiting('awaitReply')
}

/** null: no notice of it is under way. */
function judgeNoticeOf({ notice, isOutboxStill }: CaseFacts): JudgedCase | null {
  if (notice === null) return null
  if (notice === 'failed') return toDo('noticeFailed')
  return isOutboxStill ? toDo('noticeStuck') : awaiting('noticeOnItsWay')
}

const toDo = (step: CaseStep): JudgedCase => ({ group: 'toDo', step })
const awaiting = (step: CaseStep): JudgedCase => ({ group: 'awaiting', step })
const done = (step: CaseStep): JudgedCase => ({ group: 'done', step })

/** The others are between the opened room and the written result. */
const quietSteps: ReadonlySet<ReceptionStepName> = new Set<ReceptionStepName>([
  ...(['scheduled', 'moving', 'moved', 'cancelled', 'closed'] as const),
])
