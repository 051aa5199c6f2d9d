import type { ChangeNotice, TakeoverConflict, TakeoverResult } from '../../../shared/contract/takeover.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'

export const conflictWords: Readonly<Record<TakeoverConflict, string>> = {
  absent: 'в этот день отсутствует',
  doubleBooked: 'время занято другим приёмом',
  notAuthorised: 'не уполномочен на тематику (п. 3.3)',
}

/** What is left to do where a notice was not written; null where nothing is. */
export const noticeTasks: Readonly<Record<ChangeNotice, string | null>> = {
  formed: null,
  notDue: null,
  noAddress: 'нет электронной почты, сообщите о замене по телефону',
  notWritten: 'уведомление не составлено, сообщите о замене по телефону',
}

/** «Передано: 3 приёма. Составлено уведомлений о замене: 2.» */
export function resultWords({ moved }: TakeoverResult): string {
  const formed = moved.filter(({ notice }) => notice === 'formed').length
  const notices = formed === 0 ? '' : ` Составлено уведомлений о замене: ${formed}.`
  return moved.length === 0
    ? 'Ни один приём не передан.'
    : `Передано: ${countText(moved.length, nouns.reception)}.${notices}`
}
