import type { OutcomeCode, ReceptionAction, ReceptionEvent } from '../reception/event.ts'
import { eventWords } from '../reception/event-words.ts'
import { formatDateTime, formatTime } from '../text/date-time.ts'

export interface ActionTextContext {
  readonly timeZone: string
  /** The whole history of the reception, for what speaks of an earlier event. */
  readonly events: readonly ReceptionEvent[]
  readonly outcomeTitle: (outcome: OutcomeCode) => string
}

/** One event in plain words, with what only the whole history and the regulation know. */
export function actionText(action: ReceptionAction, context: ActionTextContext): string {
  switch (action.kind) {
    case 'tickUndone':
      return `${eventWords(action)}: «${earlierText(action.sequence, context)}»`
    case 'timeCorrected':
      return `${eventWords(action)}: «${earlierText(action.sequence, context)}» — ${formatTime(action.occurredAt, context.timeZone)}`
    case 'closed': {
      const reply = action.needsWrittenReply ? '; нужен письменный ответ' : ''
      return `${eventWords(action)}: «${context.outcomeTitle(action.outcome)}»${reply}`
    }
    case 'phoneCalled':
      return action.agreedTime === null
        ? eventWords(action)
        : `${eventWords(action)} ${formatDateTime(action.agreedTime, context.timeZone)}`
    default:
      return eventWords(action)
  }
}

function earlierText(sequence: number, { events }: ActionTextContext): string {
  const earlier = events.find(event => event.sequence === sequence)
  return earlier ? eventWords(earlier.action) : `отметка ${sequence + 1}`
}
