import { afterTakingBack, takeBack, whileAdopting, whileOpening, whilePreparing, whileStarting } from './begin-part.ts'
import { whileBreaking, whileEnding, whileLost, whileRecording, whileStopping, whileWritingEnd } from './end-part.ts'
import type { Lifecycle, LifecycleAnswer, LifecycleEvent, LifecycleRefusal, LifecycleStep } from './lifecycle.ts'
import { type Moved, to } from './moved.ts'

/** One step of the machine. Pure: no clock, no I/O; an event that does not fit is refused with its reason. */
export function nextLifecycle<R, P>(state: Lifecycle<R, P>, event: LifecycleEvent<R, P>): LifecycleAnswer<R, P> {
  if (event.kind === 'closeAsked') {
    if (state.isClosing) return { ok: false, refusal: 'closing' }
    const { step, effects } = close(state.step)
    return { ok: true, state: { step, isClosing: true }, effects }
  }
  if (state.isClosing && isForNextRun(state.step, event)) return { ok: false, refusal: 'closing' }
  if ('part' in event && 'part' in state.step && event.part !== state.step.part) {
    return { ok: false, refusal: 'otherPart' }
  }
  const moved = move(state.step, event, state.isClosing)
  if (typeof moved === 'string') return { ok: false, refusal: moved }
  return { ok: true, state: { ...state, step: moved.step }, effects: moved.effects }
}

/** A part just being started is taken back; everything else stays as it lies. */
function close<R, P>(step: LifecycleStep<R, P>): Moved<R, P> {
  return step.name === 'starting' ? takeBack(step, 'closing') : to(step)
}

/** What must not begin, or end a part the page may still bring home to the next run. */
function isForNextRun<R, P>(step: LifecycleStep<R, P>, { kind }: LifecycleEvent<R, P>): boolean {
  switch (kind) {
    case 'startAsked':
    case 'adoptAsked':
    case 'continueAsked':
    case 'stopAsked':
      return true
    case 'complete':
    case 'chunksMissing':
      return step.name === 'recording' || step.name === 'stopping'
    default:
      return false
  }
}

function move<R, P>(
  step: LifecycleStep<R, P>,
  event: LifecycleEvent<R, P>,
  isClosing: boolean,
): Moved<R, P> | LifecycleRefusal {
  switch (step.name) {
    case 'idle':
      return event.kind === 'startAsked' || event.kind === 'adoptAsked' ? to({ name: 'preparing' }) : 'nothingInHand'
    case 'preparing':
      return whilePreparing(event)
    case 'adopting':
      return whileAdopting(step, event)
    case 'opening':
      return whileOpening(step, event, isClosing)
    case 'starting':
      return whileStarting(step, event)
    case 'takingBack':
      return event.kind === 'takenBack' ? afterTakingBack(step) : 'isTakenBack'
    case 'removing':
      return event.kind === 'removed' ? to({ name: 'idle' }) : 'isTakenBack'
    case 'recording':
      return whileRecording(step, event)
    case 'breaking':
      return whileBreaking(step, event)
    case 'writingEnd':
      return whileWritingEnd(step, event)
    case 'lost':
      return whileLost(step, event)
    case 'stopping':
      return whileStopping(step, event)
    case 'ending':
      return whileEnding(step, event)
    case 'finishing':
      return event.kind === 'finished' ? to({ name: 'idle' }, { kind: 'resetMicrophone' }) : 'isFinishing'
  }
}
