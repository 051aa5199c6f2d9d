import type { MoveRequest } from '../../../shared/contract/receptions.ts'
import type { MoveReason } from '../../../shared/reception/event.ts'
import { confirmationStays } from '../../../shared/reception/move-rule.ts'
import { localDate, localToInstant } from '../../../shared/text/date-time.ts'
import { linkMessage } from './link-message.ts'

export interface MoveValues {
  readonly reason: MoveReason
  readonly basis: string
  /** Who takes over, with `specialistReplaced`; null until somebody is chosen. */
  readonly specialistId: string | null
  /** Local date of the body; null until one is chosen. */
  readonly date: string | null
  /** «09:00» or empty. */
  readonly time: string
  /** Empty: the link stays as it is. */
  readonly newLink: string
}

export const moveReasonWords: Record<MoveReason, string> = {
  fault: 'Неисправность (п. 3.5)',
  specialistReplaced: 'Замена специалиста',
  citizenAsked: 'Просьба гражданина',
}

/** What can be said of the values before they are sent, by field. */
export function moveErrors(values: MoveValues, nowMs: number, timeZone: string): Record<string, string> {
  const errors: Record<string, string> = {}
  const { date, time } = values
  if (date === null) errors.date = 'Укажите дату приёма'
  else if (date < localDate(nowMs, timeZone)) errors.date = 'Этот день уже прошёл'
  if (time === '') errors.time = 'Укажите время приёма'
  if (date !== null && time !== '' && errors.date === undefined) {
    const instant = localToInstant(`${date}T${time}`, timeZone)
    if (instant === null) errors.time = 'Такого времени нет в календаре'
    else if (Date.parse(instant) <= nowMs) errors.time = 'Это время уже прошло'
  }
  if (values.reason !== 'fault' && values.basis.trim() === '') errors.basis = 'Укажите, кто и почему решил'
  if (values.reason === 'specialistReplaced' && values.specialistId === null) {
    errors.specialistId = 'Укажите, кто проведёт приём'
  }
  const message = linkMessage(values.newLink)
  if (message !== null) errors.newLink = message
  return errors
}

/** The workstation's fields as the form's: date and time are one there. */
export function moveRefusals({ appointedLocal, ...fields }: Record<string, string>): Record<string, string> {
  return appointedLocal === undefined ? fields : { ...fields, time: appointedLocal }
}

/** The request; the values are without errors. */
export function toMoveRequest(
  values: MoveValues,
  reception: Pick<MoveRequest, 'receptionId' | 'expectedSequence'>,
): MoveRequest {
  const { reason, basis, specialistId, date, time, newLink } = values
  return {
    ...reception,
    reason,
    basis: reason === 'fault' || basis.trim() === '' ? null : basis.trim(),
    specialistId: reason === 'specialistReplaced' ? specialistId : null,
    appointedLocal: `${date}T${time}`,
    newLink: newLink.trim() === '' ? null : newLink.trim(),
  }
}

/** Whether the citizen has to confirm again, as the dialog says it beforehand. */
export function confirmationWords(
  { reason, date, time }: Pick<MoveValues, 'reason' | 'date' | 'time'>,
  appointedAt: string,
  timeZone: string,
): string {
  const chosen = date === null || time === '' ? null : localToInstant(`${date}T${time}`, timeZone)
  const sameTime = chosen !== null && Date.parse(chosen) === Date.parse(appointedAt)
  if (reason === 'fault') return 'Подтверждение гражданина остаётся в силе (п. 3.5).'
  return confirmationStays(reason, { sameTime })
    ? 'Время прежнее: подтверждение гражданина остаётся в силе.'
    : 'Гражданин подтверждает новое время заново (п. 2.5).'
}
