import type { LossCause } from '../live-recording.ts'
import type { LifecycleEffect, LifecycleEvent, LifecycleStep } from './lifecycle.ts'

/** A step the machine goes to, and what is to be done for it. */
export type Moved<R, P> = {
  readonly step: LifecycleStep<R, P>
  readonly effects: readonly LifecycleEffect<R, P>[]
}
/** The step of a name. */
export type Of<R, P, N extends LifecycleStep<R, P>['name']> = Extract<LifecycleStep<R, P>, { name: N }>

/** Goes to a step with its effects. */
export const to = <R, P>(step: LifecycleStep<R, P>, ...effects: readonly LifecycleEffect<R, P>[]): Moved<R, P> => ({
  step,
  effects,
})

/** Answers what befalls a part in hand whatever is being done with it; null = the event is none of these. */
export function withPart<R, P>(
  step: Of<R, P, 'starting' | 'recording' | 'stopping'>,
  event: LifecycleEvent<R, P>,
  lose: (cause: LossCause) => Moved<R, P>,
): Moved<R, P> | null {
  const { recording, part } = step
  switch (event.kind) {
    case 'pageCame':
      if (!event.holdsPart) return lose(event.wasStarved ? 'encoderFailed' : 'recorderLost')
      return to(step, { kind: 'resume', recording, part, isStopped: step.name === 'stopping' })
    case 'writeFailed':
      return lose(event.failure)
    case 'encoderFailed':
      return lose('encoderFailed')
    case 'pictureRenewed':
      return to(step, { kind: 'notePictureRenewed' })
    default:
      return null
  }
}
