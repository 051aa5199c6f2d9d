import type { ReceptionLimits } from '../regulation/limits.ts'
import { localDate } from '../text/date-time.ts'
import { type ActionOf, type Answer, callsSince, change, endSpan, isLive, refuse, wrongStep } from './change.ts'
import { isLampGround } from './grounds.ts'
import type { InstantText, ReceptionState } from './state.ts'

/** scheduled → waiting: the specialist opened the room. */
export function openRoom(state: ReceptionState, at: InstantText): Answer {
  if (state.step.name === 'scheduled') {
    return change(state, { roomOpenedAt: at, otherWorkplace: null }, { name: 'waiting' })
  }
  return refuse(isLive(state.step) ? 'alreadyDone' : wrongStep(state.step))
}

/**
 * п. 2.6. A refusal counts at any time before the legal start, so also while the room stands open; a missing
 * confirmation is a matter of the time before.
 */
export function cancel(state: ReceptionState, { reason }: ActionOf<'cancelled'>): Answer {
  const { step, facts } = state
  const before =
    step.name === 'scheduled' ||
    (step.name === 'waiting' && reason === 'refused') ||
    (step.name === 'moving' && facts.connectedAt === null)
  if (before) return change(state, {}, { name: 'cancelled', reason })
  return refuse(isLive(step) || step.name === 'moving' ? 'alreadyStarted' : wrongStep(step))
}

/** Another time is being looked for. For a fault (п. 3.5) only after a call in which the citizen agreed. */
export function startMoving(state: ReceptionState, { reason }: ActionOf<'moving'>, at: InstantText): Answer {
  const { step, facts } = state
  if (step.name === 'scheduled' || step.name === 'waiting') {
    return reason === 'fault' ? refuse('faultNotRecorded') : change(state, {}, { name: 'moving', reason })
  }
  if (step.name !== 'fault') return refuse(isLive(step) ? 'alreadyStarted' : wrongStep(step))
  if (reason !== 'fault') return refuse('faultIsOpen')
  const calls = callsSince(facts, step.since)
  if (calls.length === 0) return refuse('callFirst')
  if (calls.at(-1)?.result !== 'agreed') return refuse('newTimeNotAgreed')
  return change(
    state,
    {
      endedAt: facts.connectedAt === null ? null : at,
      noticeDue: false,
      faults: endSpan(facts.faults, at),
      documentShown: endSpan(facts.documentShown, at),
    },
    { name: 'moving', reason },
  )
}

/** The reception goes on as another one, on the same journal row. */
export function finishMoving(state: ReceptionState, { toReceptionId }: ActionOf<'moved'>): Answer {
  const { step } = state
  if (step.name === 'moving' || step.name === 'scheduled') return change(state, {}, { name: 'moved', toReceptionId })
  return refuse(isLive(step) ? 'alreadyStarted' : wrongStep(step))
}

/** п. 3.3: another specialist; the reception stays where it is. */
export function reassign(state: ReceptionState, { specialistId }: ActionOf<'reassigned'>): Answer {
  if (state.step.name !== 'scheduled') return refuse(isLive(state.step) ? 'alreadyStarted' : wrongStep(state.step))
  return change(state, { specialistId })
}

/**
 * closed → waiting on the same local day, when a lamp had stayed dark. The new attempt starts with dark lamps and a
 * whole talk; what the tape of the reception holds (document intervals, losses, faults) is kept.
 */
export function reopen(
  state: ReceptionState,
  { reason }: ActionOf<'reopened'>,
  at: InstantText,
  limits: ReceptionLimits,
): Answer {
  const { step, facts } = state
  if (step.name !== 'closed') return refuse('notClosed')
  if (!isLampGround(step.outcome)) return refuse('notReopenable')
  if (localDate(facts.endedAt ?? step.at, limits.timeZone) !== localDate(at, limits.timeZone)) {
    return refuse('reopenAnotherDay')
  }
  return change(
    state,
    {
      lamps: { connected: null, audible: null, documentShown: null },
      shownMethod: null,
      connectedAt: null,
      noticeGivenAt: null,
      noticeDue: false,
      identification: null,
      personalInformationAllowed: false,
      extensions: [],
      overtimeLeftAt: null,
      presentPersons: [],
      warnings: [],
      headInformedAt: null,
      leftRoomAt: null,
      interruption: null,
      endedAt: null,
      otherWorkplace: null,
      reopenings: [...facts.reopenings, { at, reason }],
    },
    { name: 'waiting' },
  )
}
