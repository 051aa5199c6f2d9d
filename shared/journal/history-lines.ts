import type { EventSource, ReceptionEvent } from '../reception/event.ts'
import { type ActionTextContext, actionText } from './action-text.ts'

/** One line of the history as it is shown. */
export interface HistoryLine {
  readonly sequence: number
  readonly at: string
  readonly text: string
  readonly authorId: string
  readonly source: EventSource
  /** When it was written down, where that was noticeably later than it happened: «внесено позже». */
  readonly enteredLaterAt: string | null
  /** Taken back by a later event. */
  readonly undone: boolean
  /** The time it was first given, where that was corrected. */
  readonly firstAt: string | null
}

/** A person presses a moment after the fact; more than this is «позже». */
const laterMs = 60_000

/** The history of one reception in the order it happened; what was taken back stays, marked. */
export function historyLines(context: ActionTextContext): HistoryLine[] {
  const { events } = context
  const undone = new Set(events.flatMap(({ action }) => (action.kind === 'tickUndone' ? [action.sequence] : [])))
  const corrected = new Map(
    events.flatMap(({ action }) =>
      action.kind === 'timeCorrected' ? [[action.sequence, action.occurredAt] as const] : [],
    ),
  )
  const lineOf = (event: ReceptionEvent): HistoryLine => {
    const at = corrected.get(event.sequence) ?? event.occurredAt
    const isLater = Date.parse(event.recordedAt) - Date.parse(event.occurredAt) > laterMs
    return {
      sequence: event.sequence,
      at,
      text: actionText(event.action, context),
      authorId: event.authorId,
      source: event.source,
      enteredLaterAt: isLater ? event.recordedAt : null,
      undone: undone.has(event.sequence),
      firstAt: at === event.occurredAt ? null : event.occurredAt,
    }
  }
  return events
    .map(lineOf)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.sequence - other.sequence)
}
