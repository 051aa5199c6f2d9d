import type { ReceptionLimits } from '../regulation/limits.ts'
import { type ActionOf, callsSince, toMs } from './change.ts'
import { fairWaitAt } from './fair-wait.ts'
import { refusalOfGround } from './grounds.ts'
import type { RefusalCode } from './refusal.ts'
import type { InstantText, ReceptionState, ReceptionStep } from './state.ts'
import type { PlainAction } from './transition.ts'

/**
 * Rules for what is written from now on, beyond those every stored history obeys: a history older than such a rule
 * must still fold.
 */
export function refusalOfNewEvent(
  state: ReceptionState,
  action: PlainAction,
  at: InstantText,
  limits: ReceptionLimits,
): RefusalCode | null {
  const { step } = state
  switch (action.kind) {
    case 'identified':
      return noticeMissing(state) ?? showingMissing(state, action)
    case 'continuedWithoutPersonalInformation':
      return noticeMissing(state)
    case 'interrupted':
      return action.reason === null &&
        refusalOfGround(state, action.ground, toMs(at), limits) === null &&
        fairWaitAt(state, action.ground, toMs(at), limits) !== null
        ? 'reasonToInterruptEarly'
        : null
    case 'talkEnded':
      return step.name === 'fault' && isUnreached(state, step.since, limits) ? 'callAgain' : null
    default:
      return null
  }
}

/** Nothing of this is on the tape until the recording goes on, and it goes on with the repeated notice. */
const noticeMissing = ({ step, facts }: ReceptionState): RefusalCode | null =>
  facts.noticeDue && isIdentifiable(step) ? 'repeatNoticeFirst' : null

/** п. 3.7: an identity is established by a document that was marked as shown, and shown in the way that was marked. */
function showingMissing({ step, facts }: ReceptionState, action: ActionOf<'identified'>): RefusalCode | null {
  if (!isIdentifiable(step) || facts.personalInformationAllowed) return null
  if (action.result === 'established' && facts.shownMethod === null) return 'showingNotMarked'
  return action.method !== null && action.method !== facts.shownMethod ? 'methodNotMarked' : null
}

const isIdentifiable = (step: ReceptionStep): boolean => step.name === 'identifying' || step.name === 'consulting'

/** п. 3.5: the citizen has to be told by phone; one unanswered call is not the end of it. */
function isUnreached({ facts }: ReceptionState, since: string, limits: ReceptionLimits): boolean {
  const calls = callsSince(facts, since)
  return calls.length > 0 && calls.every(({ result }) => result === 'notReached') && calls.length < limits.callTries
}
