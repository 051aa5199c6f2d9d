import type { RejectionDraft } from '../../shared/contract/rejections.ts'

/** What the schema cannot know of a draft: Russian messages by field, none where it is sound. */
export function judgeDraft(given: {
  readonly draft: RejectionDraft
  readonly quote: string | null
  readonly hasQuote: boolean
  readonly earlierIds: readonly string[]
  readonly application: { readonly receivedOn: string }
  readonly today: string
}): Readonly<Record<string, string>> {
  const { draft, quote, application, today } = given
  const faults: Record<string, string> = {}
  if (draft.grounds.includes('repeat') && draft.earlierId === null && draft.earlierWritten === '') {
    faults['draft.earlierWritten'] = 'Укажите, где дан ответ: прежняя заявка или письменный ответ с номером и датой'
  }
  if (draft.earlierId !== null && !given.earlierIds.includes(draft.earlierId)) {
    faults['draft.earlierId'] = 'Этот ответ больше не найден: выберите снова'
  }
  if (draft.grounds.includes('abuse') && !given.hasQuote && (quote ?? '') === '') {
    faults.quote = 'Приведите выражения из заявки: они хранятся отдельно и видны только по запросу'
  }
  const dayFault =
    draft.decidedOn === null ? null : faultOfDecisionDay(draft.decidedOn, { receivedOn: application.receivedOn, today })
  if (dayFault !== null) faults['draft.decidedOn'] = dayFault
  return faults
}

/** Why nothing can have been decided on a local date, Russian; null = it can. */
export function faultOfDecisionDay(day: string, { receivedOn, today }: { receivedOn: string; today: string }) {
  if (day > today) return 'Этот день ещё не наступил'
  return day < receivedOn ? 'Это раньше дня поступления заявки' : null
}
