import type { AttentionItem } from '../contract/day.ts'

/** What makes two things of «Сделать сегодня» one line: their kind, and of terms the same term. */
export const todoKeyOf = ({ kind, term }: Pick<AttentionItem, 'kind' | 'term'>): string =>
  term === null ? kind : `${kind} ${term.rule.id}`
