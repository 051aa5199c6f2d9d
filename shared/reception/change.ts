import type { ReceptionAction, ReceptionActionKind } from './event.ts'
import type { RefusalCode } from './refusal.ts'
import type { InstantText, LiveStepName, ReceptionFacts, ReceptionState, ReceptionStep, TimeSpan } from './state.ts'

/** What a transition answers: the new state, or why not. */
export type Answer =
  | { readonly ok: true; readonly state: ReceptionState }
  | { readonly ok: false; readonly refusal: RefusalCode }

/** The action of one kind with its own fields. */
export type ActionOf<K extends ReceptionActionKind> = Extract<ReceptionAction, { kind: K }>

export const refuse = (refusal: RefusalCode): Answer => ({ ok: false, refusal })

/** The state with some facts and perhaps another step; `nextSequence` is moved on by next.ts alone. */
export const change = (
  state: ReceptionState,
  facts: Partial<ReceptionFacts>,
  step: ReceptionStep = state.step,
): Answer => ({ ok: true, state: { ...state, step, facts: { ...state.facts, ...facts } } })

/** Whether a citizen is being received or waited for in this step. */
export function isLive(step: ReceptionStep): step is ReceptionStep & { name: LiveStepName } {
  return (
    step.name === 'waiting' || step.name === 'notifying' || step.name === 'identifying' || step.name === 'consulting'
  )
}

/** Whether the talk is on: after the legal start, before its end, with the citizen on the line. */
export function isTalking(
  step: ReceptionStep,
): step is ReceptionStep & { name: 'notifying' | 'identifying' | 'consulting' } {
  return isLive(step) && step.name !== 'waiting'
}

/** Why something that belongs to the talk is refused in this step. */
export function wrongStep(step: ReceptionStep): RefusalCode {
  switch (step.name) {
    case 'scheduled':
      return 'notStarted'
    case 'waiting':
      return 'notConnectedYet'
    case 'notifying':
      return 'noticeFirst'
    case 'identifying':
      return 'identificationFirst'
    case 'consulting':
      return 'alreadyDone'
    case 'connectionLost':
      return 'connectionIsLost'
    case 'fault':
      return 'faultIsOpen'
    case 'closing':
      return 'talkIsOver'
    case 'moving':
      return 'receptionMoves'
    case 'closed':
    case 'cancelled':
    case 'moved':
      return 'receptionFinished'
  }
}

/** Milliseconds since the epoch of a stored instant. */
export const toMs = (instant: InstantText): number => Date.parse(instant)

/** The later of two instants. */
export const laterOf = (one: InstantText, other: InstantText): InstantText => (toMs(one) >= toMs(other) ? one : other)

/** The spans with the last one ended at `at` if it was open. */
export function endSpan<S extends TimeSpan>(spans: readonly S[], at: InstantText): readonly S[] {
  const last = spans.at(-1)
  if (!last || last.to !== null) return spans
  return [...spans.slice(0, -1), { ...last, to: laterOf(last.from, at) }]
}

/** The calls made since a fault was found; an earlier call about the connection says nothing of another time. */
export const callsSince = (facts: ReceptionFacts, since: InstantText): ReceptionFacts['calls'] =>
  facts.calls.filter(call => toMs(call.at) >= toMs(since))
