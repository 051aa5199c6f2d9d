import type { LossCause } from '../live-recording.ts'

/**
 * The life of a recording from «begin» to «finished» as data. `R` and `P` stand for the recording and its open part: the
 * machine hands them on and never looks into them.
 */
export interface Lifecycle<R, P> {
  readonly step: LifecycleStep<R, P>
  /** The workstation is going down: nothing new begins, what is open stays as it lies for the next run. */
  readonly isClosing: boolean
}

/** What the page said of the part by itself. */
interface PageWord {
  /** It made the last chunk unasked. */
  readonly endsByItself: boolean
  /** It can begin the next part at once. */
  readonly isRenewed: boolean
}

interface InHand<R> {
  readonly recording: R
  /** Number of the last part, the open one included. */
  readonly parts: number
}

/** Why a part that was told to start is taken back. */
export type StartTrouble = LossCause | 'late' | 'closing' | 'noPage'

/** What follows once the part that was stopped has its end. */
type After = 'finish' | 'adoption'

export type LifecycleStep<R, P> =
  | { readonly name: 'idle' }
  /** The folder is being made, or read after a restart. */
  | { readonly name: 'preparing' }
  /** After a restart: waits for the page that holds the last part. */
  | ({ readonly name: 'adopting' } & InHand<R>)
  /** The file of the next part is being opened. `isNew`: the first, without which nothing of the recording stays. */
  | ({ readonly name: 'opening'; readonly isNew: boolean } & InHand<R>)
  /** The page was told to encode. */
  | ({ readonly name: 'starting'; readonly isNew: boolean; readonly part: P } & PageWord & InHand<R>)
  /** It did not: the files of the part are being removed. */
  | ({ readonly name: 'takingBack'; readonly isNew: boolean; readonly part: P; readonly why: StartTrouble } & InHand<R>)
  | ({ readonly name: 'removing' } & InHand<R>)
  | ({ readonly name: 'recording'; readonly part: P } & PageWord & InHand<R>)
  /** Lost: what came before is still being written. `thenStop`: a stop was asked for meanwhile. */
  | ({
      readonly name: 'breaking'
      readonly part: P
      readonly cause: LossCause
      readonly isRenewed: boolean
      readonly thenStop: boolean
    } & InHand<R>)
  /** Lost and told: the end of the part is being written. */
  | ({ readonly name: 'writingEnd'; readonly part: P; readonly thenStop: boolean } & InHand<R>)
  /** Between two parts, or after the last one; nothing is being recorded. */
  | ({ readonly name: 'lost' } & InHand<R>)
  /** The page was told to stop; its last chunks come in. */
  | ({ readonly name: 'stopping'; readonly part: P; readonly after: After } & InHand<R>)
  /** The end of a stopped part is being written; `cause` = it is not whole. */
  | ({ readonly name: 'ending'; readonly part: P; readonly cause: LossCause | null; readonly after: After } & InHand<R>)
  /** The line «finished» is being written and the folder given back. */
  | ({ readonly name: 'finishing' } & InHand<R>)

export type LifecycleEvent<R, P> =
  | { readonly kind: 'startAsked' }
  | { readonly kind: 'adoptAsked' }
  /** Nothing could be made or read. */
  | { readonly kind: 'notPrepared' }
  | { readonly kind: 'prepared'; readonly recording: R }
  /** Read after a restart; `mayGoOn`: the last part is open and whole. */
  | { readonly kind: 'found'; readonly recording: R; readonly parts: number; readonly mayGoOn: boolean }
  /** The part of the run before is open again; `isRecording`: the page still encodes into it. */
  | { readonly kind: 'takenUp'; readonly part: P; readonly isRecording: boolean }
  | { readonly kind: 'notTakenUp' }
  | { readonly kind: 'continueAsked' }
  /** No part could be opened. */
  | { readonly kind: 'notOpened' }
  | { readonly kind: 'partOpened'; readonly part: P; readonly hasPage: boolean }
  /** The start is written down. */
  | { readonly kind: 'started'; readonly part: P; readonly startedAtMs: number }
  | { readonly kind: 'startLate'; readonly part: P }
  | { readonly kind: 'takenBack'; readonly part: P }
  | { readonly kind: 'removed' }
  /** A page said hello; `wasStarved`: the one before was there and brought no bytes. */
  | { readonly kind: 'pageCame'; readonly holdsPart: boolean; readonly wasStarved: boolean }
  | { readonly kind: 'pageGone' }
  | { readonly kind: 'pageSilent' }
  | { readonly kind: 'noBytes' }
  | { readonly kind: 'encoderFailed' }
  | { readonly kind: 'pictureRenewed' }
  | { readonly kind: 'writeFailed'; readonly failure: LossCause }
  /** A part was found lost by somebody who wants to go on. */
  | { readonly kind: 'givenUp' }
  /** The page made its last chunk. */
  | { readonly kind: 'pageStopped' }
  /** Every chunk it made is on the disk. */
  | { readonly kind: 'complete'; readonly part: P }
  | { readonly kind: 'chunksMissing'; readonly part: P }
  /** What came of a lost part is written. */
  | { readonly kind: 'drained'; readonly part: P }
  | { readonly kind: 'endWritten'; readonly part: P }
  | { readonly kind: 'stopAsked' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'closeAsked' }

/** What is to be done now, in this order. Those marked answer with an event once they are done, whatever became of them. */
export type LifecycleEffect<R, P> =
  | { readonly kind: 'tellStart'; readonly recording: R; readonly part: P }
  /** → started or startLate */
  | { readonly kind: 'awaitStart'; readonly part: P }
  | { readonly kind: 'noteStarted'; readonly recording: R; readonly part: P; readonly startedAtMs: number }
  | { readonly kind: 'tellStop'; readonly recording: R; readonly part: P }
  /** The page is told that nothing it holds is wanted. */
  | { readonly kind: 'letGo' }
  /** The link of a page that hangs is ended. */
  | { readonly kind: 'giveUpPage' }
  | { readonly kind: 'resume'; readonly recording: R; readonly part: P; readonly isStopped: boolean }
  /** Removes the files of the part → takenBack */
  | { readonly kind: 'discard'; readonly recording: R; readonly part: P; readonly why: StartTrouble }
  /** Removes the folder → removed */
  | { readonly kind: 'remove'; readonly recording: R }
  /** → complete or chunksMissing; `asLongAsBytesCome`: else once. */
  | { readonly kind: 'awaitLastChunks'; readonly part: P; readonly asLongAsBytesCome: boolean }
  | { readonly kind: 'notePictureRenewed' }
  /** → drained */
  | { readonly kind: 'drain'; readonly part: P; readonly cause: LossCause }
  /** What the part held is remembered for the view. */
  | { readonly kind: 'keep'; readonly recording: R; readonly part: P }
  /** → endWritten */
  | {
      readonly kind: 'writeEnd'
      readonly recording: R
      readonly part: P
      readonly cause: LossCause | null
      readonly countsFrames: boolean
    }
  /** `goesOn`: the next part may begin at once, nobody is asked. */
  | {
      readonly kind: 'tellLost'
      readonly recording: R
      readonly part: P
      readonly cause: LossCause
      readonly goesOn: boolean
    }
  /** → finished */
  | { readonly kind: 'finish'; readonly recording: R }
  | { readonly kind: 'resetMicrophone' }

/** Why an event moves nothing in a step. */
export type LifecycleRefusal =
  | 'nothingInHand'
  | 'noPartYet'
  | 'notStartedYet'
  | 'isTakenBack'
  | 'isRecording'
  | 'isEnding'
  | 'isStopping'
  | 'nothingIsRecorded'
  | 'isFinishing'
  | 'otherPart'
  | 'endsByItself'
  | 'closing'

export type LifecycleAnswer<R, P> =
  | { readonly ok: true; readonly state: Lifecycle<R, P>; readonly effects: readonly LifecycleEffect<R, P>[] }
  | { readonly ok: false; readonly refusal: LifecycleRefusal }

export const initialLifecycle: Lifecycle<never, never> = { step: { name: 'idle' }, isClosing: false }

/** The part whose chunks are taken; null where none is open. */
export function openPartOf<R, P>({ step }: Lifecycle<R, P>): P | null {
  switch (step.name) {
    case 'starting':
    case 'recording':
    case 'breaking':
    case 'stopping':
    case 'ending':
      return step.part
    default:
      return null
  }
}

export const recordingOf = <R, P>({ step }: Lifecycle<R, P>): R | null => ('recording' in step ? step.recording : null)

/** Whether somebody counts on it: it is recorded, or was lost and is not yet continued. */
export const isOn = <R, P>({ step }: Lifecycle<R, P>): boolean =>
  ['adopting', 'opening', 'recording', 'breaking', 'writingEnd', 'lost'].includes(step.name)

/** Whether a part is being begun, taken back or taken up: a stop waits for it. */
export const isBeginning = <R, P>({ step }: Lifecycle<R, P>): boolean =>
  ['preparing', 'adopting', 'opening', 'starting', 'takingBack', 'removing'].includes(step.name)

/** Whether the end of a lost part is still being written. */
export const isLosing = <R, P>({ step }: Lifecycle<R, P>): boolean =>
  step.name === 'breaking' || step.name === 'writingEnd'
