import type { OutcomeCode } from '../../shared/reception/event.ts'
import { considerationText, draftResult } from '../../shared/reception/outcomes.ts'
import type { ReceptionState, ReceptionStepName } from '../../shared/reception/state.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import type { ReceptionMove } from './move-store.ts'

/** What the journal row of the application shows after an event. */
export interface JournalOfReception {
  /** Column 5. */
  readonly consideration: string
  /** Column 7, empty until there is a result. */
  readonly result: string
  readonly outcome: OutcomeCode | null
  readonly step: ReceptionStepName
  /** Column 6, where the event says who holds the reception. */
  readonly specialistName?: string
}

/** Columns 5 and 7 of Annex 1 as they follow from where the reception stands. */
export function journalOfReception(facts: {
  readonly appointedAt: string
  readonly state: ReceptionState
  readonly regulation: Regulation
  readonly timeZone: string
  readonly nowMs: number
  /** How the application came to this reception; empty for its first one. */
  readonly moves: readonly ReceptionMove[]
}): JournalOfReception {
  const { timeZone, state, moves } = facts
  const { step } = state
  const outcome = outcomeOf(state)
  // A cancellation (п. 2.6) is closed by itself: nobody writes its result by hand.
  const own = step.name === 'closed' ? step.resultText : outcome ? draftResult({ ...facts, outcome }) : ''
  return {
    consideration: considerationText({
      appointedAt: moves[0]?.fromAppointedAt ?? facts.appointedAt,
      ...{ timeZone, step },
      // A replaced official at the same time is told by column 6.
      movedTo: moves
        .filter(({ fromAppointedAt, toAppointedAt }) => Date.parse(fromAppointedAt) !== Date.parse(toAppointedAt))
        .map(({ toAppointedAt, reason }) => ({
          appointedAt: toAppointedAt,
          clause: reason === 'fault' ? faultClause(facts.regulation) : null,
        })),
    }),
    result: [...moves.map(({ resultText }) => resultText), own].filter(text => text !== '').join(' '),
    outcome,
    step: step.name,
  }
}

const faultClause = ({ outcomes }: Regulation): string | null =>
  outcomes.find(({ code }) => code === 'fault')?.clause ?? null

function outcomeOf({ step }: ReceptionState): OutcomeCode | null {
  if (step.name === 'closed') return step.outcome
  if (step.name !== 'cancelled') return null
  return step.reason === 'refused' ? 'cancelledRefused' : 'cancelledNotConfirmed'
}
