import * as z from 'zod'
import type { ReceptionStepName } from '../reception/state.ts'

/** Where an application stands, as the list «Заявки» sorts it. */
export const ApplicationStatus = z.enum([
  /** Registered, neither appointed nor rejected (п. 2.4). */
  'toDecide',
  /** The notice went out, the citizen has not answered yet (п. 2.5). */
  'awaitingReply',
  /** A reception stands: confirmed, being told of, being moved or going on. */
  'appointed',
  'rejected',
  'cancelled',
  /** The reception was closed with a result. */
  'closed',
  /** Registered by mistake: the number stays, nothing is considered. */
  'annulled',
])
export type ApplicationStatus = z.infer<typeof ApplicationStatus>

/** On screen. */
export const applicationStatusWords: Readonly<Record<ApplicationStatus, string>> = {
  toDecide: 'к решению',
  awaitingReply: 'ждёт ответа гражданина',
  appointed: 'приём назначен',
  rejected: 'отклонена',
  cancelled: 'приём отменён',
  closed: 'приём завершён',
  annulled: 'аннулирована',
}

export interface StatusFacts {
  /** Of the reception that stands now; null = none was appointed. */
  readonly step: ReceptionStepName | null
  readonly isRejected: boolean
  readonly isNoticeSent: boolean
  readonly isConfirmed: boolean
}

export function statusOf({ step, isRejected, isNoticeSent, isConfirmed }: StatusFacts): ApplicationStatus {
  if (step === null) return isRejected ? 'rejected' : 'toDecide'
  if (step === 'cancelled') return 'cancelled'
  if (step === 'closed') return 'closed'
  return step === 'scheduled' && isNoticeSent && !isConfirmed ? 'awaitingReply' : 'appointed'
}
