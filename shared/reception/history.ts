import type { ReceptionLimits } from '../regulation/limits.ts'
import { type ActionOf, type Answer, refuse, toMs } from './change.ts'
import { effectiveEvents, HistoryError, isCorrectable, isUndoable, lastTick } from './effective-events.ts'
import type { ReceptionEvent } from './event.ts'
import type { RefusalCode } from './refusal.ts'
import type { ReceptionState } from './state.ts'
import { transition } from './transition.ts'

/** A stored event the rules refuse: the history was not written by this program, or with other limits. */
export class RefusedHistoryError extends HistoryError {
  readonly refusal: RefusalCode
  constructor(event: ReceptionEvent, refusal: RefusalCode) {
    super(event.sequence, `${event.action.kind} is refused in the stored history: ${refusal}`)
    this.refusal = refusal
  }
}

/**
 * The state after a whole history: ticks taken back drop out, corrected times count. Throws HistoryError naming the
 * sequence when a stored event is out of place or refused.
 */
export function fold(
  initial: ReceptionState,
  events: readonly ReceptionEvent[],
  limits: ReceptionLimits,
): ReceptionState {
  const effective = new Map(effectiveEvents(events).map(event => [event.sequence, event]))
  let state = initial
  for (const stored of events) {
    if (stored.sequence !== state.nextSequence) throw new RefusedHistoryError(stored, 'staleSequence')
    const event = effective.get(stored.sequence)
    if (!event) {
      state = { ...state, nextSequence: stored.sequence + 1 }
      continue
    }
    const answer = transition(state, event, limits)
    if (!answer.ok) throw new RefusedHistoryError(stored, answer.refusal)
    state = answer.state
  }
  return state
}

/** The state after `event` takes back a tick: only the last one, and only within the undo time. */
export function undoTick(
  initial: ReceptionState,
  events: readonly ReceptionEvent[],
  event: ReceptionEvent,
  { sequence }: ActionOf<'tickUndone'>,
  limits: ReceptionLimits,
): Answer {
  const effective = effectiveEvents(events)
  const target = effective.find(other => other.sequence === sequence)
  if (!target) return refuse('noSuchEvent')
  if (!isUndoable(target.action)) return refuse('notUndoable')
  if (lastTick(effective) !== target) return refuse('notLastTick')
  if (toMs(event.recordedAt) - toMs(target.recordedAt) > limits.undoMs) return refuse('undoTooLate')
  return { ok: true, state: fold(initial, [...events, event], limits) }
}

/** The state after `event` puts a time right; the order of the facts around it must hold. */
export function correctTime(
  initial: ReceptionState,
  events: readonly ReceptionEvent[],
  event: ReceptionEvent,
  { sequence, occurredAt }: ActionOf<'timeCorrected'>,
  limits: ReceptionLimits,
): Answer {
  const target = effectiveEvents(events).find(other => other.sequence === sequence)
  if (!target) return refuse('noSuchEvent')
  if (!isCorrectable(target.action)) return refuse('timeNotCorrectable')
  // A fact cannot have happened after it was written down.
  if (toMs(occurredAt) > toMs(target.recordedAt)) return refuse('timeInFuture')
  try {
    return { ok: true, state: fold(initial, [...events, event], limits) }
  } catch (error) {
    if (!(error instanceof RefusedHistoryError)) throw error
    return refuse(error.sequence === sequence ? error.refusal : 'correctionBreaksOrder')
  }
}

/** The tick that can be taken back now, and until when (ms since the epoch); null when there is none. */
export function undoOf(
  events: readonly ReceptionEvent[],
  nowMs: number,
  limits: ReceptionLimits,
): { sequence: number; untilMs: number } | null {
  const last = lastTick(effectiveEvents(events))
  if (!last || !isUndoable(last.action)) return null
  const untilMs = toMs(last.recordedAt) + limits.undoMs
  return nowMs > untilMs ? null : { sequence: last.sequence, untilMs }
}
