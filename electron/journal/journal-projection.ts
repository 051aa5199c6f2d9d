import type { CorrectableColumn } from '../../shared/contract/journal.ts'
import type { WriteDb } from '../database/handles.ts'
import type { JournalRowTable } from '../database/schema.ts'
import { type CorrectedColumnName, columnOf } from './corrected-text.ts'
import { searchTextOf } from './search-text.ts'

/** A row as it is first written, together with its application. */
export type NewJournalRow = Omit<
  JournalRowTable,
  'row_id' | 'day' | 'has_result' | 'has_recording' | 'recording_missing' | 'annulled' | CorrectedColumnName
>

const patchColumns = [
  'consideration',
  'specialist_name',
  'result',
  'reception_id',
  'reception_date',
  'outcome',
  'recording_id',
] as const satisfies readonly (keyof NewJournalRow)[]

/** What may change afterwards. */
export type JournalPatch = Partial<Pick<NewJournalRow, (typeof patchColumns)[number]>>

/** Writes the journal row and its search text together; always inside the transaction of the act behind it. */
export interface JournalProjection {
  insert(row: NewJournalRow): void
  /** Nothing happens when no row shows this reception (it was moved: the row shows the later one). */
  updateByReception(receptionId: string, patch: Omit<JournalPatch, 'reception_id'>): void
  updateByApplication(applicationId: string, patch: JournalPatch): void
  /**
   * Shows `text` instead of what was written first, which stays; the first text itself takes the correction back. A
   * later event that writes the column anew (a reopened reception) ends it: it was a correction of another text.
   */
  correct(applicationId: string, column: CorrectableColumn, text: string): void
  /** Column 2 shows another day of receipt; local date. */
  correctReceipt(applicationId: string, receivedOn: string): void
  /** Strikes the line through: column 7 says why, its number stays. */
  annul(applicationId: string, result: string): void
}

export function makeJournalProjection({ write }: { write: WriteDb }): JournalProjection {
  const insertRow = write.prepareWrite(
    `insert into journal_row (${newColumns.join(', ')}, day, has_result, has_recording)
     values (${newColumns.map(() => '?').join(', ')}, ?, ?, ?)`,
  )
  const forget = write.prepareWrite('delete from journal_search where rowid = ?')
  const remember = write.prepareWrite('insert into journal_search (rowid, words, stems) values (?, ?, ?)')

  function index(row: SearchedRow & { row_id: number }): void {
    const { words, stems } = searchTextOf({
      journalNumber: row.journal_number,
      texts: searchedTexts.map(name => row[name] ?? ''),
    })
    remember.run(row.row_id, words, stems)
  }

  const rowBy = (column: 'reception_id' | 'application_id', id: string) =>
    write.first(write.select.selectFrom('journal_row').selectAll().where(column, '=', id))
  type Row = NonNullable<ReturnType<typeof rowBy>>

  function set(before: Row, patch: Partial<Pick<Row, keyof JournalPatch | CorrectedColumnName | 'received_on'>>): void {
    const after = { ...before, ...patch }
    if (Object.keys(patch).every(name => after[name as keyof Row] === before[name as keyof Row])) return
    const content = { ...patch, ...derivedOf(after) }
    write.run(write.build.updateTable('journal_row').set(content).where('row_id', '=', before.row_id))
    if (searchedTexts.every(name => after[name] === before[name])) return
    forget.run(before.row_id)
    index(after)
  }

  function update(column: 'reception_id' | 'application_id', id: string, patch: JournalPatch): void {
    const before = rowBy(column, id)
    if (!before) return
    const { result = before.result, specialist_name = before.specialist_name } = patch
    set(before, {
      ...patch,
      ...(result === before.result ? {} : { corrected_result: null }),
      ...(specialist_name === before.specialist_name ? {} : { corrected_specialist_name: null }),
    })
  }

  return {
    insert(row) {
      const { rowId } = insertRow.run(...newColumns.map(name => row[name]), ...Object.values(derivedOf(row)))
      index({ ...row, corrected_full_name: null, corrected_topic: null, corrected_result: null, row_id: rowId })
    },
    updateByReception: (receptionId, patch) => update('reception_id', receptionId, patch),
    updateByApplication: (applicationId, patch) => update('application_id', applicationId, patch),
    annul(applicationId, result) {
      update('application_id', applicationId, { result })
      write.run(write.build.updateTable('journal_row').set({ annulled: 1 }).where('application_id', '=', applicationId))
    },
    correct(applicationId, column, text) {
      const before = rowBy('application_id', applicationId)
      if (!before) throw new Error('no such row of the journal')
      const { written, corrected } = columnOf[column]
      set(before, { [corrected]: text === before[written] ? null : text })
    },
    correctReceipt(applicationId, receivedOn) {
      const before = rowBy('application_id', applicationId)
      if (!before) throw new Error('no such row of the journal')
      set(before, { received_on: receivedOn })
    },
  }
}

/** What the list filters and sorts by; the table's checks hold it to the columns it comes from. */
const derivedOf = (
  row: Pick<NewJournalRow, 'reception_date' | 'received_on' | 'result' | 'recording_id'>,
): Pick<JournalRowTable, 'day' | 'has_result' | 'has_recording'> => ({
  day: row.reception_date ?? row.received_on,
  has_result: row.result === '' ? 0 : 1,
  has_recording: row.recording_id === null ? 0 : 1,
})

const newColumns = [
  'application_id',
  'body_id',
  'workplace_id',
  'journal_year',
  'journal_number',
  'received_on',
  'full_name',
  'topic',
  'consideration',
  'specialist_name',
  'result',
  'reception_id',
  'reception_date',
  'outcome',
  'recording_id',
] as const satisfies readonly (keyof NewJournalRow)[]

/**
 * What was written first is found as well as what stands there now. Not the specialist: the name would stand in every
 * row, and «Петров» would find all of «Анна Петровна»'s.
 */
const searchedTexts = [
  'full_name',
  'corrected_full_name',
  'topic',
  'corrected_topic',
  'consideration',
  'result',
  'corrected_result',
] as const satisfies readonly (keyof JournalRowTable)[]
type SearchedRow = Pick<JournalRowTable, 'journal_number' | (typeof searchedTexts)[number]>
