import type { OutcomeRule } from '../regulation/regulation.ts'
import type { ReceptionState } from './state.ts'

export { allowedOutcomes, proposedOutcome } from './allowed-outcomes.ts'
export { hasBlank } from './blank.ts'
export { considerationText } from './consideration-text.ts'
export { draftResult } from './draft-result.ts'

/** Whether a reception that ended so must have a recording: before the legal start there was nothing to record. */
export const recordingExpectation = (state: ReceptionState, rule: OutcomeRule): OutcomeRule['recording'] =>
  state.facts.connectedAt === null ? 'notExpected' : rule.recording
