import {
  initialLifecycle,
  type Lifecycle,
  type LifecycleAnswer,
  type LifecycleEffect,
  type LifecycleEvent,
} from './lifecycle/lifecycle.ts'
import { nextLifecycle } from './lifecycle/next-lifecycle.ts'
import type { LivePart } from './live-part.ts'
import type { LiveRecording } from './live-recording.ts'
import type { RecorderTools } from './recorder-tools.ts'

export type RecordingState = Lifecycle<LiveRecording, LivePart>
export type RecordingEvent = LifecycleEvent<LiveRecording, LivePart>
export type RecordingEffect = LifecycleEffect<LiveRecording, LivePart>

/** The only place that holds where the recording stands. */
export interface RecordingLife {
  state(): RecordingState
  /** Moves on and has the effects carried out; an event that does not fit moves nothing and says why. */
  apply(event: RecordingEvent): LifecycleAnswer<LiveRecording, LivePart>
  /** Resolves with the first state, from the present one on, that is so. */
  until(isSo: (state: RecordingState) => boolean): Promise<RecordingState>
}

export interface RecordingLifeDeps {
  /** Must answer with events later, not before it returns. */
  readonly carryOut: (effect: RecordingEffect) => void
  readonly onMoved: () => void
  readonly log: Pick<RecorderTools['log'], 'info'>
}

export function makeRecordingLife({ carryOut, onMoved, log }: RecordingLifeDeps): RecordingLife {
  let state: RecordingState = initialLifecycle
  const waiting = new Set<{ isSo: (state: RecordingState) => boolean; resolve: (state: RecordingState) => void }>()

  return {
    state: () => state,
    apply(event) {
      const answer = nextLifecycle(state, event)
      if (!answer.ok) {
        log.info({ event: event.kind, step: state.step.name, refusal: answer.refusal }, 'recorder: event moves nothing')
        return answer
      }
      state = answer.state
      for (const one of waiting) {
        if (!one.isSo(state)) continue
        waiting.delete(one)
        one.resolve(state)
      }
      for (const effect of answer.effects) carryOut(effect)
      onMoved()
      return answer
    },
    until(isSo) {
      if (isSo(state)) return Promise.resolve(state)
      return new Promise(resolve => waiting.add({ isSo, resolve }))
    },
  }
}
