import { type ActionOf, type Answer, change, endSpan, isLive, refuse, toMs, wrongStep } from './change.ts'
import { type InstantText, isOver, type ReceptionState } from './state.ts'

/** The citizen dropped out of the room; the order does not speak of it. */
export function loseConnection(state: ReceptionState, at: InstantText): Answer {
  const { step, facts } = state
  if (!isLive(step)) return refuse(wrongStep(step))
  if (facts.lamps.connected === null) return refuse('citizenNotConnected')
  return change(
    state,
    { connectionLosses: [...facts.connectionLosses, { from: at, to: null }] },
    { name: 'connectionLost', since: at, back: step.name },
  )
}

/** connectionLost → the step it came from. */
export function restoreConnection(state: ReceptionState, at: InstantText): Answer {
  const { step, facts } = state
  if (step.name !== 'connectionLost') return refuse(isLive(step) ? 'connectionNotLost' : wrongStep(step))
  return change(state, { connectionLosses: endSpan(facts.connectionLosses, at) }, { name: step.back })
}

/** Our equipment or program failed (п. 3.5), before or in the middle of the reception. */
export function findFault(state: ReceptionState, { description }: ActionOf<'faultFound'>, at: InstantText): Answer {
  const { step, facts } = state
  const faults = [...facts.faults, { from: at, to: null, description }]
  if (step.name === 'connectionLost') {
    // The loss turned out to be ours: it ends where the fault begins.
    const connectionLosses = endSpan(facts.connectionLosses, at)
    return change(state, { faults, connectionLosses }, { name: 'fault', since: at, description, back: step.back })
  }
  if (isLive(step) || step.name === 'scheduled') {
    return change(state, { faults }, { name: 'fault', since: at, description, back: step.name })
  }
  return refuse(step.name === 'fault' ? 'alreadyDone' : wrongStep(step))
}

/** fault → the step it came from. */
export function clearFault(state: ReceptionState, at: InstantText): Answer {
  const { step, facts } = state
  if (step.name === 'fault') return change(state, { faults: endSpan(facts.faults, at) }, { name: step.back })
  return refuse(
    isLive(step) || step.name === 'scheduled' || step.name === 'connectionLost' ? 'noFault' : wrongStep(step),
  )
}

/**
 * Before the talk: the citizen is received at another workplace, in the same meeting. This computer releases its room;
 * what was ticked here says nothing of the attempt there.
 */
export function moveElsewhere(
  state: ReceptionState,
  { place, workplaceId }: ActionOf<'heldElsewhere'>,
  at: InstantText,
): Answer {
  const { step, facts } = state
  const from = step.name === 'fault' ? step.back : step.name
  if (from !== 'scheduled' && from !== 'waiting') {
    return refuse(isLive(step) || step.name === 'fault' ? 'alreadyStarted' : wrongStep(step))
  }
  return change(
    state,
    {
      otherWorkplace: { at, place, workplaceId },
      roomOpenedAt: null,
      lamps: { connected: null, audible: null, documentShown: null },
      shownMethod: null,
      documentShown: endSpan(facts.documentShown, at),
      faults: endSpan(facts.faults, at),
    },
    { name: 'scheduled' },
  )
}

/** A call to the citizen (п. 3.5), in any step before the reception is finished; it moves nothing by itself. */
export function notePhoneCall(
  state: ReceptionState,
  { result, agreedTime }: ActionOf<'phoneCalled'>,
  at: InstantText,
): Answer {
  const { step, facts } = state
  if (isOver(step)) return refuse(wrongStep(step))
  if (agreedTime !== null && toMs(agreedTime) <= toMs(at)) return refuse('agreedTimePast')
  return change(state, { calls: [...facts.calls, { at, result, agreedTime }] })
}

/** Nothing was on watch for a while. When a recording was running the notice has to be repeated. */
export function noteWorkInterruption(
  state: ReceptionState,
  { from, cause }: ActionOf<'workInterrupted'>,
  at: InstantText,
): Answer {
  const { step, facts } = state
  const open = isLive(step) || step.name === 'connectionLost' || step.name === 'fault' || step.name === 'closing'
  if (!open) return refuse(wrongStep(step))
  const recording = facts.connectedAt !== null && facts.endedAt === null
  return change(state, {
    noticeDue: recording,
    workInterruptions: [...facts.workInterruptions, { from, to: at, cause }],
  })
}
