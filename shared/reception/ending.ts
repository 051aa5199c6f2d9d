import type { ReceptionLimits } from '../regulation/limits.ts'
import { allowedOutcomes } from './allowed-outcomes.ts'
import { hasBlank } from './blank.ts'
import {
  type ActionOf,
  type Answer,
  callsSince,
  change,
  endSpan,
  isLive,
  isTalking,
  refuse,
  toMs,
  wrongStep,
} from './change.ts'
import type { OutcomeCode } from './event.ts'
import { refusalOfGround } from './grounds.ts'
import type { InstantText, ReceptionFacts, ReceptionState } from './state.ts'

/** Any step → closing: the clock stands, and what was open ends here. `outcome` is the proposal, null = to choose. */
export function endTalk(
  state: ReceptionState,
  at: InstantText,
  outcome: OutcomeCode | null,
  facts: Partial<ReceptionFacts> = {},
): Answer {
  const { connectionLosses, faults, documentShown } = state.facts
  return change(
    state,
    {
      ...facts,
      endedAt: at,
      noticeDue: false,
      connectionLosses: endSpan(connectionLosses, at),
      faults: endSpan(faults, at),
      documentShown: endSpan(documentShown, at),
    },
    { name: 'closing', outcome },
  )
}

/** The specialist's decision to interrupt (пп. 3.9, 3.12); the ground is the proposed outcome. */
export function interrupt(
  state: ReceptionState,
  { ground, reason }: ActionOf<'interrupted'>,
  at: InstantText,
  limits: ReceptionLimits,
): Answer {
  const refusal = refusalOfGround(state, ground, toMs(at), limits)
  if (refusal !== null) return refuse(refusal)
  return endTalk(state, at, ground, { interruption: { ground, reason, at } })
}

/** The citizen withdrew the consent to the recording in the talk: without a recording there is no reception (п. 3.6). */
export function refuseRecording(state: ReceptionState, at: InstantText): Answer {
  if (!isTalking(state.step)) return refuse(wrongStep(state.step))
  return endTalk(state, at, 'recordingRefused', { recordingRefusedAt: at })
}

/** The citizen left or said goodbye, or something happened that goes before the reception. */
export function endOtherwise(state: ReceptionState, outcome: 'endedByCitizen' | 'emergency', at: InstantText): Answer {
  const { step } = state
  if (!isLive(step) && step.name !== 'connectionLost') return refuse(wrongStep(step))
  return endTalk(state, at, outcome)
}

/** The talk is over. What is proposed follows from where it ended; after a fault only once the citizen was called (п. 3.5). */
export function endRegularly(state: ReceptionState, at: InstantText): Answer {
  const { step, facts } = state
  switch (step.name) {
    case 'consulting':
      return endTalk(state, at, facts.personalInformationAllowed ? 'held' : 'heldGeneral')
    case 'waiting':
    case 'notifying':
    case 'identifying':
      return endTalk(state, at, null)
    case 'connectionLost':
      return endTalk(state, at, 'connectionLost')
    case 'fault':
      return callsSince(facts, step.since).length === 0 ? refuse('callFirst') : endTalk(state, at, 'fault')
    case 'moving':
      // The other time fell through; the talk itself, if there was one, ended when the move began.
      return step.reason === 'fault' ? endTalk(state, facts.endedAt ?? at, 'fault') : refuse(wrongStep(step))
    case 'scheduled':
      // Held at another workplace: its result is written here, where the row of the journal is.
      return facts.otherWorkplace === null ? refuse(wrongStep(step)) : endTalk(state, at, null)
    case 'closing':
    case 'closed':
    case 'cancelled':
    case 'moved':
      return refuse(wrongStep(step))
  }
}

/** closing → closed with an outcome that fits what happened and a finished text of column 7 (п. 3.11). */
export function close(state: ReceptionState, action: ActionOf<'closed'>, at: InstantText): Answer {
  const { step } = state
  const { outcome, resultText, needsWrittenReply } = action
  if (step.name !== 'closing') {
    return refuse(
      isLive(step) || step.name === 'connectionLost' || step.name === 'fault' ? 'talkNotOver' : wrongStep(step),
    )
  }
  if (!allowedOutcomes(state).includes(outcome)) return refuse('outcomeDoesNotFit')
  if (hasBlank(resultText)) return refuse('resultHasBlank')
  return change(state, {}, { name: 'closed', outcome, resultText, needsWrittenReply, at })
}
