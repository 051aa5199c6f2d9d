import type { ReceptionLimits } from '../regulation/limits.ts'
import { type Answer, refuse } from './change.ts'
import type { ReceptionEvent } from './event.ts'
import { correctTime, undoTick } from './history.ts'
import { initialState } from './initial-state.ts'
import { refusalOfNewEvent } from './new-event.ts'
import { isOver, type ReceptionState } from './state.ts'
import { transition } from './transition.ts'

export type { Answer } from './change.ts'
export { fold } from './history.ts'
export { initialState } from './initial-state.ts'

/**
 * The state after `event`, or the code of the refusal. `history` are the stored events `state` is the fold of; only an
 * undo and a correction of time look at it (without it they find no event to change).
 */
export function next(
  state: ReceptionState,
  event: ReceptionEvent,
  limits: ReceptionLimits,
  history: readonly ReceptionEvent[] = [],
): Answer {
  const { action } = event
  if (action.kind !== 'tickUndone' && action.kind !== 'timeCorrected') {
    const refusal =
      event.sequence === state.nextSequence ? refusalOfNewEvent(state, action, event.occurredAt, limits) : null
    return refusal === null ? transition(state, { ...event, action }, limits) : refuse(refusal)
  }
  if (event.sequence !== state.nextSequence) return refuse('staleSequence')
  // Column 7 states the times word for word: what is written there is corrected in the journal, not here.
  if (isOver(state.step)) return refuse('receptionFinished')
  const initial = initialState(state.facts)
  return action.kind === 'tickUndone'
    ? undoTick(initial, history, event, action, limits)
    : correctTime(initial, history, event, action, limits)
}
