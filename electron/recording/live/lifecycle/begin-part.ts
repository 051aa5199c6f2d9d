import type { LifecycleEvent, LifecycleRefusal, StartTrouble } from './lifecycle.ts'
import { type Moved, type Of, to, withPart } from './moved.ts'

/** A recording is sought or made. */
export function whilePreparing<R, P>(event: LifecycleEvent<R, P>): Moved<R, P> | LifecycleRefusal {
  switch (event.kind) {
    case 'notPrepared':
      return to({ name: 'idle' })
    case 'prepared':
      return to({ name: 'opening', isNew: true, recording: event.recording, parts: 0 })
    case 'found':
      return to({ name: event.mayGoOn ? 'adopting' : 'lost', recording: event.recording, parts: event.parts })
    default:
      return 'noPartYet'
  }
}

/** A recording of a workstation that died is taken up again. */
export function whileAdopting<R, P>(
  { recording, parts }: Of<R, P, 'adopting'>,
  event: LifecycleEvent<R, P>,
): Moved<R, P> | LifecycleRefusal {
  if (event.kind === 'notTakenUp') return to({ name: 'lost', recording, parts })
  if (event.kind !== 'takenUp') return 'noPartYet'
  const { part, isRecording } = event
  if (isRecording) return to({ name: 'recording', recording, parts, part, endsByItself: false, isRenewed: false })
  // It had been stopped when the workstation died: only its last chunks are missing.
  return to(
    { name: 'stopping', recording, parts, part, after: 'adoption' },
    { kind: 'awaitLastChunks', part, asLongAsBytesCome: true },
  )
}

/** The file of a part is being opened. */
export function whileOpening<R, P>(
  { recording, parts, isNew }: Of<R, P, 'opening'>,
  event: LifecycleEvent<R, P>,
  isClosing: boolean,
): Moved<R, P> | LifecycleRefusal {
  if (event.kind === 'notOpened') {
    return isNew
      ? to({ name: 'removing', recording, parts }, { kind: 'remove', recording })
      : to({ name: 'lost', recording, parts })
  }
  if (event.kind !== 'partOpened') return 'noPartYet'
  const { part } = event
  const begun = { isNew, recording, parts: parts + 1, part }
  if (isClosing || !event.hasPage) {
    const why = isClosing ? 'closing' : 'noPage'
    return to({ name: 'takingBack', ...begun, why }, { kind: 'discard', recording, part, why })
  }
  return to(
    { name: 'starting', ...begun, endsByItself: false, isRenewed: false },
    { kind: 'tellStart', recording, part },
    { kind: 'awaitStart', part },
  )
}

/** The page was asked to record. */
export function whileStarting<R, P>(
  step: Of<R, P, 'starting'>,
  event: LifecycleEvent<R, P>,
): Moved<R, P> | LifecycleRefusal {
  const { recording, parts, part, endsByItself, isRenewed } = step
  switch (event.kind) {
    case 'started':
      return to(
        { name: 'recording', recording, parts, part, endsByItself, isRenewed },
        { kind: 'noteStarted', recording, part, startedAtMs: event.startedAtMs },
        ...(endsByItself ? [{ kind: 'awaitLastChunks', part, asLongAsBytesCome: false } as const] : []),
      )
    case 'startLate':
      return takeBack(step, 'late')
    case 'pageStopped':
      return endsByItself ? 'endsByItself' : to({ ...step, endsByItself: true })
    case 'encoderFailed':
      return endsByItself ? 'endsByItself' : takeBack(step, 'encoderFailed')
    case 'pictureRenewed':
      return to({ ...step, isRenewed: true }, { kind: 'notePictureRenewed' })
    default:
      return withPart(step, event, cause => takeBack(step, cause)) ?? 'notStartedYet'
  }
}

/** Undoes a part that was being started. */
export function takeBack<R, P>(step: Of<R, P, 'starting'>, why: StartTrouble): Moved<R, P> {
  const { isNew, recording, parts, part } = step
  return to(
    { name: 'takingBack', isNew, recording, parts, part, why },
    { kind: 'tellStop', recording, part },
    { kind: 'letGo' },
    { kind: 'discard', recording, part, why },
  )
}

/** Of a recording that never began nothing stays; the parts before a later one stay as they are. */
export function afterTakingBack<R, P>({ isNew, recording, parts }: Of<R, P, 'takingBack'>): Moved<R, P> {
  return isNew
    ? to({ name: 'removing', recording, parts: parts - 1 }, { kind: 'remove', recording })
    : to({ name: 'lost', recording, parts: parts - 1 })
}
