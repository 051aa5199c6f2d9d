import type { JournalRow } from '../../../shared/contract/journal.ts'

/** Whether a row begins another day than the row before it; beside an unknown row nothing begins. */
export function beginsDay(row: JournalRow | undefined, before: JournalRow | undefined, index: number): boolean {
  if (!row) return false
  if (index === 0) return true
  return before !== undefined && before.receptionDate !== row.receptionDate
}
