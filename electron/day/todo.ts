import type { AttentionItem, TodoGroup } from '../../shared/contract/day.ts'
import { todoKeyOf } from '../../shared/day/todo-key.ts'

/**
 * «Сделать сегодня»: the things of a day by kind. First what stops the next citizen's recording, then by the end of the
 * term in law, then what no term asks for in the order it was judged.
 */
export function todoOf(items: readonly AttentionItem[]): TodoGroup[] {
  const groups = new Map<string, AttentionItem[]>()
  for (const item of items) {
    const key = todoKeyOf(item)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups]
    .map(([key, own]): TodoGroup & { readonly first: AttentionItem } => {
      const [first] = own
      if (!first) throw new Error('a group of nothing')
      return {
        ...{ key, kind: first.kind, termId: first.term?.rule.id ?? null, first },
        count: own.reduce((sum, { count }) => sum + (count ?? 1), 0),
        due: earliestDue(own),
      }
    })
    .sort(
      (one, other) =>
        Number(other.kind === 'fewRoom') - Number(one.kind === 'fewRoom') ||
        (one.due?.legalAt ?? never).localeCompare(other.due?.legalAt ?? never) ||
        items.indexOf(one.first) - items.indexOf(other.first),
    )
    .map(({ first: _first, ...group }) => group)
}

/** Later than any instant of the calendar, as text. */
const never = '9999'

function earliestDue(items: readonly AttentionItem[]): TodoGroup['due'] {
  const dues = items.flatMap(({ term }) =>
    term !== null && (term.state.kind === 'running' || term.state.kind === 'overdue') ? [term.state.due] : [],
  )
  const [first] = dues
    .map(({ legalAt, targetAt }) => ({
      legalAt: new Date(legalAt).toISOString(),
      targetAt: new Date(targetAt).toISOString(),
    }))
    .sort((one, other) => one.legalAt.localeCompare(other.legalAt))
  return first ?? null
}
