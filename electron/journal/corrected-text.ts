import type { CorrectableColumn } from '../../shared/contract/journal.ts'
import type { JournalRowTable } from '../database/schema.ts'

/** Where the row keeps what was written first, and where what a correction put in its place. */
export const columnOf = {
  fullName: { written: 'full_name', corrected: 'corrected_full_name' },
  topic: { written: 'topic', corrected: 'corrected_topic' },
  specialistName: { written: 'specialist_name', corrected: 'corrected_specialist_name' },
  result: { written: 'result', corrected: 'corrected_result' },
} as const satisfies Record<CorrectableColumn, Record<'written' | 'corrected', keyof JournalRowTable>>

export type CorrectedColumnName = (typeof columnOf)[CorrectableColumn]['corrected']
type CorrectedTexts = Pick<JournalRowTable, (typeof columnOf)[CorrectableColumn]['written'] | CorrectedColumnName>

/** The text the row shows: the correction where there is one. */
export const shownText = (row: CorrectedTexts, column: CorrectableColumn): string =>
  row[columnOf[column].corrected] ?? row[columnOf[column].written]
