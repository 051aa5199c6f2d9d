import { localDate, localToInstant } from '../text/date-time.ts'
import type { ReceptionAction } from './event.ts'
import type { InstantText, ReceptionState } from './state.ts'

/**
 * Acts a person may enter later than they happened, with the moment he tells (a call from a mobile in a power cut). The
 * moment of every other act is that of its writing: whoever told one could write a reception that never was.
 */
export const toldLater: ReadonlySet<ReceptionAction['kind']> = new Set([
  'phoneCalled',
  'emergencyServiceCalled',
  'noticeGiven',
  'noticeRepeated',
  'headInformed',
])

export interface ToldMoment {
  readonly action: ReceptionAction
  /** null: now. */
  readonly occurredAt: InstantText | null
  readonly state: ReceptionState
  readonly createdAt: InstantText
  readonly timeZone: string
}

/**
 * Why a told moment cannot be, in Russian; null where it can. Beside the rules of the order of facts: nothing of a
 * reception happened before it was appointed, or before the day it was appointed for where it was entered afterwards.
 */
export function wrongMoment({ action, occurredAt, state, createdAt, timeZone }: ToldMoment): string | null {
  if (occurredAt !== null && !toldLater.has(action.kind)) return 'Время этого действия ставит сама программа'
  const told = action.kind === 'timeCorrected' ? action.occurredAt : occurredAt
  if (told === null) return null
  const { appointedAt, roomOpenedAt, otherWorkplace } = state.facts
  const day = localToInstant(`${localDate(appointedAt, timeZone)}T00:00`, timeZone) ?? appointedAt
  if (Date.parse(told) < Math.min(Date.parse(createdAt), Date.parse(day))) return 'Это раньше, чем назначен приём'
  const begun = roomOpenedAt ?? otherWorkplace?.at ?? null
  return action.kind === 'emergencyServiceCalled' && begun !== null && Date.parse(told) < Date.parse(begun)
    ? 'Это раньше начала приёма'
    : null
}
