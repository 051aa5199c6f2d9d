import type { ReceptionLimits } from '../regulation/limits.ts'
import { callsSince, isTalking } from './change.ts'
import type { RefusalCode } from './refusal.ts'
import type { ReceptionState } from './state.ts'
import type { PlainAction } from './transition.ts'

/**
 * Rules for what is written from now on, beyond those every stored history obeys: a history older than such a rule
 * must still fold.
 */
export function refusalOfNewEvent(
  state: ReceptionState,
  action: PlainAction,
  limits: ReceptionLimits,
): RefusalCode | null {
  const { step, facts } = state
  switch (action.kind) {
    case 'identified':
    case 'continuedWithoutPersonalInformation':
      // Nothing of this is on the tape until the recording goes on, and it goes on with the repeated notice.
      return facts.noticeDue && isTalking(step) && step.name !== 'notifying' ? 'repeatNoticeFirst' : null
    case 'talkEnded':
      return step.name === 'fault' && isUnreached(state, step.since, limits) ? 'callAgain' : null
    default:
      return null
  }
}

/** п. 3.5: the citizen has to be told by phone; one unanswered call is not the end of it. */
function isUnreached({ facts }: ReceptionState, since: string, limits: ReceptionLimits): boolean {
  const calls = callsSince(facts, since)
  return calls.length > 0 && calls.every(({ result }) => result === 'notReached') && calls.length < limits.callTries
}
