import type { CorrectableColumn } from '../../../shared/contract/journal.ts'

const indexes: Readonly<Record<CorrectableColumn, number>> = { fullName: 2, topic: 3, specialistName: 5, result: 6 }

/** The heading of Annex 1 over a correctable column; `headings` are all seven. */
export const columnHeading = (headings: readonly string[], column: CorrectableColumn): string =>
  headings[indexes[column]] ?? ''
