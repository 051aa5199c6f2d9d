import type { ReceptionDetail } from '../../shared/contract/receptions.ts'
import type { OutcomeCode } from '../../shared/reception/event.ts'
import type { ReceptionState } from '../../shared/reception/state.ts'

/** A reception, as far as its recording is concerned. */
export interface RecordedReception {
  readonly receptionId: string
  readonly journalNumber: number
  readonly shortName: string
  readonly appointedAt: string
  readonly connectedAt: string | null
  readonly endedAt: string | null
  readonly outcome: OutcomeCode | null
  /** Somebody was waited for or received: there may be a file of it. */
  readonly begun: boolean
}

export const recordedReception = ({ card }: Pick<ReceptionDetail, 'card'>): RecordedReception => ({
  receptionId: card.id,
  journalNumber: card.journalNumber,
  shortName: card.shortName,
  appointedAt: card.state.facts.appointedAt,
  connectedAt: card.state.facts.connectedAt,
  endedAt: card.state.facts.endedAt,
  outcome: outcomeOf(card.state),
  begun: isBegun(card.state.facts),
})

/** Here or at another workplace. */
const isBegun = ({ roomOpenedAt, connectedAt, otherWorkplace }: ReceptionState['facts']): boolean =>
  [roomOpenedAt, connectedAt, otherWorkplace].some(fact => fact !== null)

function outcomeOf({ step }: ReceptionState): OutcomeCode | null {
  if (step.name === 'closed') return step.outcome
  if (step.name !== 'cancelled') return null
  return step.reason === 'refused' ? 'cancelledRefused' : 'cancelledNotConfirmed'
}
