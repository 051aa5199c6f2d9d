import { outcomeCodes } from './codes.ts'
import type { OutcomeCode } from './event.ts'
import type { ReceptionFacts, ReceptionState } from './state.ts'

/** The outcome the way here proposes; null outside `closing` and where the specialist chooses. */
export const proposedOutcome = (state: ReceptionState): OutcomeCode | null =>
  state.step.name === 'closing' ? state.step.outcome : null

/**
 * The outcomes a reception in `closing` may end with, the proposed one first; empty in every other step. `other` is
 * always there: its text is obligatory and it goes to the head's list.
 */
export function allowedOutcomes(state: ReceptionState): readonly OutcomeCode[] {
  if (state.step.name !== 'closing') return []
  const proposed = state.step.outcome
  const fitting = new Set<OutcomeCode>(proposed === null ? [] : [proposed])
  for (const outcome of outcomesOfFacts(state.facts)) fitting.add(outcome)
  return [...fitting, 'other']
}

/** Every end but a cancellation; `other` comes after them all. */
const ofTalkElsewhere: readonly OutcomeCode[] = outcomeCodes.filter(
  code => code !== 'other' && code !== 'cancelledRefused' && code !== 'cancelledNotConfirmed',
)

function outcomesOfFacts(facts: ReceptionFacts): readonly OutcomeCode[] {
  // A decision of the specialist or of the citizen is not rewritten at closing.
  if (facts.interruption !== null || facts.recordingRefusedAt !== null) return []
  // Nothing of a talk at another workplace was ticked here: what it came to is the specialist's word.
  if (facts.otherWorkplace !== null) return ofTalkElsewhere
  const outcomes: OutcomeCode[] = []
  switch (facts.identification?.result) {
    case 'established':
      outcomes.push('held')
      break
    case 'technicallyImpossible':
      outcomes.push('heldGeneral')
      break
    case 'refusedToShow':
      outcomes.push('heldGeneral', 'documentRefused')
      break
    case 'notPassed':
      outcomes.push('notIdentified')
      break
    case undefined:
      break
  }
  if (facts.connectionLosses.length > 0) outcomes.push('connectionLost')
  if (facts.faults.length > 0) outcomes.push('fault')
  outcomes.push('endedByCitizen', 'emergency')
  return outcomes
}
