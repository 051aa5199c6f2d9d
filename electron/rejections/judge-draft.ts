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
  if (draft.decidedOn !== null && draft.decidedOn > today) faults['draft.decidedOn'] = 'Этот день ещё не наступил'
  if (draft.decidedOn !== null && draft.decidedOn < application.receivedOn) {
    faults['draft.decidedOn'] = 'Это раньше дня поступления заявки'
  }
  return faults
}
