import type { OutcomeRule } from '../regulation/regulation.ts'
import type { OutcomeCode } from './event.ts'
import type { ReceptionState } from './state.ts'

export { allowedOutcomes, proposedOutcome } from './allowed-outcomes.ts'
export { hasBlank } from './blank.ts'
export { considerationText } from './consideration-text.ts'
export { draftResult } from './draft-result.ts'

/** Ends that are for a head to look at; a refusal of the recording only where the order says nothing of it. */
export const headOutcomes: readonly OutcomeCode[] = ['endedByCitizen', 'emergency', 'other', 'recordingRefused']

/** What of them a regulation leaves to the head. */
export const headReviewOutcomes = ({ outcomes }: { readonly outcomes: readonly OutcomeRule[] }): OutcomeCode[] =>
  outcomes
    .filter(({ code, clause }) => headOutcomes.includes(code) && (code !== 'recordingRefused' || clause === null))
    .map(({ code }) => code)

/** Whether a reception that ended so must have a recording: before the legal start there was nothing to record. */
export const recordingExpectation = (state: ReceptionState, rule: OutcomeRule): OutcomeRule['recording'] =>
  state.facts.connectedAt === null ? 'notExpected' : rule.recording
