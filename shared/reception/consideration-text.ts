import { formatDate, formatTime } from '../text/date-time.ts'
import type { InstantText, ReceptionStep } from './state.ts'

export interface Consideration {
  readonly appointedAt: InstantText
  readonly timeZone: string
  /** Where the reception stands; says that another time is being looked for. */
  readonly step?: ReceptionStep
  /** The later appointments of the same application, in order, each with the clause of its move. */
  readonly movedTo?: readonly { readonly appointedAt: InstantText; readonly clause: string | null }[]
}

/** Column 5 of the journal for an appointed reception, in the spelling of the order. */
export function considerationText({ appointedAt, timeZone, step, movedTo = [] }: Consideration): string {
  const when = (moment: InstantText) => `${formatDate(moment, timeZone)} в ${formatTime(moment, timeZone)}`
  const moves = movedTo.map(
    move => `; перенесен на ${when(move.appointedAt)}${move.clause === null ? '' : ` (${move.clause})`}`,
  )
  const open =
    step?.name === 'moving'
      ? '; согласуется иной срок'
      : step?.name === 'moved' && moves.length === 0
        ? '; перенесен на иной срок'
        : ''
  return `Назначен личный прием ${when(appointedAt)}${moves.join('')}${open}`
}
