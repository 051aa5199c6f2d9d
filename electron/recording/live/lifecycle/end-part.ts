import type { LossCause } from '../live-recording.ts'
import type { LifecycleEvent, LifecycleRefusal } from './lifecycle.ts'
import { type Moved, type Of, to, withPart } from './moved.ts'

/** A part is being recorded. */
export function whileRecording<R, P>(
  step: Of<R, P, 'recording'>,
  event: LifecycleEvent<R, P>,
): Moved<R, P> | LifecycleRefusal {
  const { recording, parts, part, endsByItself } = step
  const lose = (cause: LossCause) => breakPart(step, cause)
  switch (event.kind) {
    case 'stopAsked':
      return to(
        { name: 'stopping', recording, parts, part, after: 'finish' },
        { kind: 'tellStop', recording, part },
        { kind: 'awaitLastChunks', part, asLongAsBytesCome: true },
      )
    case 'pageStopped':
      if (endsByItself) return 'endsByItself'
      return to({ ...step, endsByItself: true }, { kind: 'awaitLastChunks', part, asLongAsBytesCome: false })
    case 'complete':
    case 'chunksMissing':
      return endsByItself ? lose('encoderFailed') : 'isRecording'
    case 'encoderFailed':
      // A part with a regular end is just being brought home.
      return endsByItself ? 'endsByItself' : lose('encoderFailed')
    case 'pictureRenewed':
      return to({ ...step, isRenewed: true }, { kind: 'notePictureRenewed' })
    case 'pageGone':
    case 'givenUp':
      return lose('recorderLost')
    case 'pageSilent': {
      const { step: lost, effects } = lose('recorderLost')
      // Read when it wakes up: it lets go, and comes back as a page that can begin anew.
      return to(lost, ...effects, { kind: 'letGo' }, { kind: 'giveUpPage' })
    }
    case 'noBytes':
      return lose('encoderFailed')
    default:
      return withPart(step, event, lose) ?? 'isRecording'
  }
}

function breakPart<R, P>({ recording, parts, part, isRenewed }: Of<R, P, 'recording'>, cause: LossCause): Moved<R, P> {
  return to(
    { name: 'breaking', recording, parts, part, cause, isRenewed, thenStop: false },
    { kind: 'tellStop', recording, part },
    { kind: 'drain', part, cause },
  )
}

/** What is on its way of a lost part still comes in. */
export function whileBreaking<R, P>(
  step: Of<R, P, 'breaking'>,
  event: LifecycleEvent<R, P>,
): Moved<R, P> | LifecycleRefusal {
  const { recording, parts, part, cause, isRenewed, thenStop } = step
  if (event.kind === 'stopAsked') return thenStop ? 'isStopping' : to({ ...step, thenStop: true })
  if (event.kind !== 'drained') return 'isEnding'
  return to(
    { name: 'writingEnd', recording, parts, part, thenStop },
    { kind: 'keep', recording, part },
    { kind: 'writeEnd', recording, part, cause, countsFrames: false },
    { kind: 'letGo' },
    { kind: 'tellLost', recording, part, cause, goesOn: isRenewed && cause === 'encoderFailed' && !thenStop },
  )
}

/** The end of a lost part goes to the disk. */
export function whileWritingEnd<R, P>(
  step: Of<R, P, 'writingEnd'>,
  event: LifecycleEvent<R, P>,
): Moved<R, P> | LifecycleRefusal {
  const { recording, parts, thenStop } = step
  if (event.kind === 'stopAsked') return thenStop ? 'isStopping' : to({ ...step, thenStop: true })
  if (event.kind !== 'endWritten') return 'isEnding'
  return thenStop ? finish(recording, parts) : to({ name: 'lost', recording, parts })
}

/** Nothing is recorded, and somebody may go on or stop. */
export function whileLost<R, P>(
  { recording, parts }: Of<R, P, 'lost'>,
  event: LifecycleEvent<R, P>,
): Moved<R, P> | LifecycleRefusal {
  if (event.kind === 'stopAsked') return finish(recording, parts)
  return event.kind === 'continueAsked' ? to({ name: 'opening', isNew: false, recording, parts }) : 'nothingIsRecorded'
}

const finish = <R, P>(recording: R, parts: number): Moved<R, P> =>
  to({ name: 'finishing', recording, parts }, { kind: 'finish', recording })

/** The last chunks of a stopped part are awaited. */
export function whileStopping<R, P>(
  step: Of<R, P, 'stopping'>,
  event: LifecycleEvent<R, P>,
): Moved<R, P> | LifecycleRefusal {
  const { recording, parts, part, after } = step
  const end = (cause: LossCause | null) =>
    to(
      { name: 'ending', recording, parts, part, cause, after },
      { kind: 'writeEnd', recording, part, cause, countsFrames: true },
    )
  if (event.kind === 'complete') return end(null)
  if (event.kind === 'chunksMissing') return end('recorderLost')
  if (event.kind === 'pageStopped') return to(step)
  if (event.kind === 'stopAsked') return after === 'finish' ? 'isStopping' : to({ ...step, after: 'finish' })
  return withPart(step, event, end) ?? 'isStopping'
}

/** The end of a stopped part goes to the disk. */
export function whileEnding<R, P>(
  step: Of<R, P, 'ending'>,
  event: LifecycleEvent<R, P>,
): Moved<R, P> | LifecycleRefusal {
  const { recording, parts, part, cause, after } = step
  if (event.kind === 'stopAsked') return after === 'finish' ? 'isEnding' : to({ ...step, after: 'finish' })
  if (event.kind !== 'endWritten') return 'isEnding'
  const next = after === 'finish' ? finish<R, P>(recording, parts) : to<R, P>({ name: 'lost', recording, parts })
  const letGo = cause === null ? [] : [{ kind: 'letGo' } as const]
  return to(next.step, { kind: 'keep', recording, part }, ...letGo, ...next.effects)
}
