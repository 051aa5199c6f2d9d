import type { AttentionItem } from '../../shared/contract/day.ts'

/** Condition of SQL: nobody has answered what this subject asks attention for. */
export const unanswered = (subject: string, kind: AttentionItem['kind']): string =>
  `not exists (select 1 from attention_note as note where note.subject_id = ${subject} and note.kind = '${kind}')`
