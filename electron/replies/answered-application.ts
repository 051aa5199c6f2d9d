import { eventsOfApplication } from '../../shared/calendar/application-events.ts'
import type { Term } from '../../shared/calendar/term.ts'
import { judgeTerm } from '../../shared/calendar/term-state.ts'
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import type { AnsweredApplication } from '../../shared/contract/replies.ts'
import type { Clock } from '../clock.ts'
import type { TermStore } from '../terms/term-store.ts'
import type { ReplyMatch } from './match-reply.ts'
import type { ReplyStore } from './reply-store.ts'

export interface AnsweredDeps {
  readonly store: Pick<ReplyStore, 'latestReception'>
  readonly terms: Pick<TermStore, 'ofReception'>
  /** Of the regulation. */
  readonly rules: readonly Term[]
  readonly calendar: () => WorkingCalendar
  readonly clock: Clock
}

/** How an application stands towards an answer that came at a moment; null where it has no reception. */
export type AnsweredApplications = (match: ReplyMatch, receivedAt: string) => AnsweredApplication | null

export function makeAnsweredApplications(deps: AnsweredDeps): AnsweredApplications {
  const { store, terms, calendar, clock } = deps
  const confirmation = deps.rules.find(({ endEvent }) => endEvent === 'confirmationReceived')

  return ({ applicationId, by, noticeReceptionId }, receivedAt) => {
    const reception = store.latestReception(applicationId)
    const application = reception === null ? null : terms.ofReception(reception.id)
    if (reception === null || application === null) return null
    const { facts, journalNumber, shortName, step } = application
    const state =
      confirmation === undefined
        ? null
        : judgeTerm(confirmation, eventsOfApplication({ ...facts, confirmedAt: receivedAt }), {
            ...{ calendar: calendar(), nowMs: clock.nowMs(), isOver: false },
          })
    const met = state?.kind === 'met' ? state : null
    const mayDecline = step === 'scheduled' || step === 'moving' || step === 'waiting'
    const answersItsNotice = noticeReceptionId === reception.id
    const obstacle = obstacleOf({ step, facts, receivedAt, mayDecline, answersItsNotice })
    return {
      ...{ applicationId, receptionId: reception.id, journalNumber, shortName, appointedAt: reception.appointedAt },
      matchedBy: by,
      toEarlierNotice: noticeReceptionId !== null && noticeReceptionId !== reception.id,
      dueOn: met?.due.legalOn ?? null,
      late: met?.late ?? false,
      ...{ mayConfirm: obstacle === null, mayDecline, obstacle },
    }
  }
}

/** Why a confirmation cannot be noted; Russian. null = it can. */
function obstacleOf({
  step,
  facts,
  receivedAt,
  mayDecline,
  answersItsNotice,
}: {
  readonly step: string | null
  readonly facts: { readonly validNoticeAt: string | null; readonly confirmedAt: string | null }
  readonly receivedAt: string
  readonly mayDecline: boolean
  readonly answersItsNotice: boolean
}): string | null {
  if (step === 'cancelled') return 'Приём уже отменён.'
  if (!mayDecline) return 'Приём уже начат или проведён.'
  if (step === 'moving') return 'Приёму ищут другое время: подтверждать пока нечего.'
  if (facts.confirmedAt !== null) return 'Участие уже подтверждено.'
  if (facts.validNoticeAt === null)
    return 'Уведомление о времени приёма не отправлено или не отмечено: подтверждать нечего.'
  // A mailbox tells whole seconds by a clock of its own; who answers the notice itself has had it.
  return !answersItsNotice && Date.parse(receivedAt) < Date.parse(facts.validNoticeAt)
    ? 'Ответ пришёл раньше уведомления о нынешнем времени приёма: спросите гражданина ещё раз.'
    : null
}
