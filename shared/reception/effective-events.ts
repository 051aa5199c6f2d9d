import type { ReceptionEvent } from './event.ts'
import type { PlainAction, PlainEvent } from './transition.ts'

/** A history that cannot be: the event named by `sequence` is not one the rules admit. */
export class HistoryError extends Error {
  readonly sequence: number
  constructor(sequence: number, message: string) {
    super(`Event ${sequence}: ${message}`)
    this.sequence = sequence
  }
}

/**
 * What counts of a history: without ticks taken back, with corrected times in place, in the stored order. Throws
 * HistoryError where an undo or a correction names an event that is not there.
 */
export function effectiveEvents(events: readonly ReceptionEvent[]): readonly PlainEvent[] {
  const effective = new Map<number, PlainEvent>()
  for (const event of events) {
    const { action } = event
    if (action.kind !== 'tickUndone' && action.kind !== 'timeCorrected') {
      effective.set(event.sequence, { ...event, action })
      continue
    }
    const target = effective.get(action.sequence)
    if (!target) throw new HistoryError(event.sequence, `${action.kind} names ${action.sequence}, which is not there`)
    if (action.kind === 'tickUndone') effective.delete(action.sequence)
    else effective.set(action.sequence, { ...target, occurredAt: action.occurredAt })
  }
  return [...effective.values()]
}

const undoable: ReadonlySet<PlainAction['kind']> = new Set([
  'lampLit',
  'citizenConnected',
  'noticeGiven',
  'noticeRepeated',
  'documentShown',
  'documentRemoved',
  'identified',
  'continuedWithoutPersonalInformation',
  'extended',
  'overtimeLeft',
  'contactMeansSet',
  'personPresent',
  'personLeft',
  'headInformed',
  'emergencyServiceCalled',
  'citizenLeftRoom',
  'rightsExplained',
  'connectionLost',
  'connectionRestored',
  'warningGiven',
  'faultFound',
  'faultCleared',
  'heldElsewhere',
  'phoneCalled',
])

const correctable: ReadonlySet<PlainAction['kind']> = new Set([
  ...undoable,
  'roomOpened',
  'interrupted',
  'recordingRefused',
  'endedByCitizen',
  'emergencyDeclared',
  'talkEnded',
])

/**
 * Whether a tick of this kind can be taken back. What ends the talk cannot: its recording is sealed at once, and the
 * talk would go on without one (п. 3.6).
 */
export const isUndoable = (action: PlainAction): boolean =>
  undoable.has(action.kind) && !(action.kind === 'identified' && action.result === 'notPassed')

/** Kinds that only tell of something done beside the ticks: they do not stand in the way of an undo. */
const beside: ReadonlySet<PlainAction['kind']> = new Set(['helpGiven', 'linkSent', 'addressRevealed'])

/** The last event that could be a tick; undefined at the beginning. */
export const lastTick = (effective: readonly PlainEvent[]): PlainEvent | undefined =>
  effective.findLast(event => !beside.has(event.action.kind))

/** Whether the time of such an event can be put right. */
export const isCorrectable = (action: PlainAction): boolean => correctable.has(action.kind)
