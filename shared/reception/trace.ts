import { isCorrectable } from './effective-events.ts'
import type { EventSource, ReceptionAction, ReceptionEvent } from './event.ts'
import type { InstantText } from './state.ts'

/** One event as a person reads the history: what counts now, and what was there before. */
export interface TracedEvent {
  readonly sequence: number
  readonly action: ReceptionAction
  /** The moment that counts, corrections included. */
  readonly occurredAt: InstantText
  readonly recordedAt: InstantText
  readonly authorId: string
  readonly source: EventSource
  /** Earlier moments a correction replaced, oldest first. */
  readonly replaced: readonly InstantText[]
  /** Taken back within the undo time. */
  readonly undone: boolean
  /** Its time can still be put right while the reception is not finished. */
  readonly correctable: boolean
}

/** Later than this after it happened, a fact is shown as «внесено позже». */
export const lateEntryMs = 60_000

/** Whether the fact was written down noticeably later than it was said to have happened; a correction is its own word. */
export const isEnteredLater = (event: Pick<TracedEvent, 'occurredAt' | 'recordedAt' | 'replaced'>): boolean =>
  Date.parse(event.recordedAt) - Date.parse(event.replaced[0] ?? event.occurredAt) > lateEntryMs

/** The history with corrections and undone ticks told at the event they belong to, in the stored order. */
export function traceOf(events: readonly ReceptionEvent[]): readonly TracedEvent[] {
  const traced = new Map<number, TracedEvent>()
  for (const { sequence, action, occurredAt, recordedAt, authorId, source } of events) {
    if (action.kind !== 'tickUndone' && action.kind !== 'timeCorrected') {
      const correctable = isCorrectable(action)
      traced.set(sequence, {
        sequence,
        action,
        occurredAt,
        recordedAt,
        authorId,
        source,
        replaced: [],
        undone: false,
        correctable,
      })
      continue
    }
    const target = traced.get(action.sequence)
    if (!target) continue
    traced.set(
      action.sequence,
      action.kind === 'tickUndone'
        ? { ...target, undone: true, correctable: false }
        : { ...target, occurredAt: action.occurredAt, replaced: [...target.replaced, target.occurredAt] },
    )
  }
  return [...traced.values()]
}
