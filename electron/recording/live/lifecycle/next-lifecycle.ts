import type { LossCause } from '../live-recording.ts'
import type {
  Lifecycle,
  LifecycleAnswer,
  LifecycleEffect,
  LifecycleEvent,
  LifecycleRefusal,
  LifecycleStep,
  StartTrouble,
} from './lifecycle.ts'

type Moved<R, P> = {
  readonly step: LifecycleStep<R, P>
  readonly effects: readonly LifecycleEffect<R, P>[]
}
type Of<R, P, N extends LifecycleStep<R, P>['name']> = Extract<LifecycleStep<R, P>, { name: N }>

const to = <R, P>(step: LifecycleStep<R, P>, ...effects: readonly LifecycleEffect<R, P>[]): Moved<R, P> => ({
  step,
  effects,
})

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

function whilePreparing<R, P>(event: LifecycleEvent<R, P>): Moved<R, P> | LifecycleRefusal {
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

function whileAdopting<R, P>(
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

function whileOpening<R, P>(
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

function whileStarting<R, P>(step: Of<R, P, 'starting'>, event: LifecycleEvent<R, P>): Moved<R, P> | LifecycleRefusal {
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

function takeBack<R, P>(step: Of<R, P, 'starting'>, why: StartTrouble): Moved<R, P> {
  const { isNew, recording, parts, part } = step
  return to(
    { name: 'takingBack', isNew, recording, parts, part, why },
    { kind: 'tellStop', recording, part },
    { kind: 'letGo' },
    { kind: 'discard', recording, part, why },
  )
}

/** Of a recording that never began nothing stays; the parts before a later one stay as they are. */
function afterTakingBack<R, P>({ isNew, recording, parts }: Of<R, P, 'takingBack'>): Moved<R, P> {
  return isNew
    ? to({ name: 'removing', recording, parts: parts - 1 }, { kind: 'remove', recording })
    : to({ name: 'lost', recording, parts: parts - 1 })
}

function whileRecording<R, P>(
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

function whileBreaking<R, P>(step: Of<R, P, 'breaking'>, event: LifecycleEvent<R, P>): Moved<R, P> | LifecycleRefusal {
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

function whileWritingEnd<R, P>(
  step: Of<R, P, 'writingEnd'>,
  event: LifecycleEvent<R, P>,
): Moved<R, P> | LifecycleRefusal {
  const { recording, parts, thenStop } = step
  if (event.kind === 'stopAsked') return thenStop ? 'isStopping' : to({ ...step, thenStop: true })
  if (event.kind !== 'endWritten') return 'isEnding'
  return thenStop ? finish(recording, parts) : to({ name: 'lost', recording, parts })
}

function whileLost<R, P>(
  { recording, parts }: Of<R, P, 'lost'>,
  event: LifecycleEvent<R, P>,
): Moved<R, P> | LifecycleRefusal {
  if (event.kind === 'stopAsked') return finish(recording, parts)
  return event.kind === 'continueAsked' ? to({ name: 'opening', isNew: false, recording, parts }) : 'nothingIsRecorded'
}

const finish = <R, P>(recording: R, parts: number): Moved<R, P> =>
  to({ name: 'finishing', recording, parts }, { kind: 'finish', recording })

function whileStopping<R, P>(step: Of<R, P, 'stopping'>, event: LifecycleEvent<R, P>): Moved<R, P> | LifecycleRefusal {
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

function whileEnding<R, P>(step: Of<R, P, 'ending'>, event: LifecycleEvent<R, P>): Moved<R, P> | LifecycleRefusal {
  const { recording, parts, part, cause, after } = step
  if (event.kind === 'stopAsked') return after === 'finish' ? 'isEnding' : to({ ...step, after: 'finish' })
  if (event.kind !== 'endWritten') return 'isEnding'
  const next = after === 'finish' ? finish<R, P>(recording, parts) : to<R, P>({ name: 'lost', recording, parts })
  const letGo = cause === null ? [] : [{ kind: 'letGo' } as const]
  return to(next.step, { kind: 'keep', recording, part }, ...letGo, ...next.effects)
}

/** What befalls a part in hand whatever is being done with it; null = the event is none of these. */
function withPart<R, P>(
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
