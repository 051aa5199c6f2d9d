import { randomUUID } from 'node:crypto'
import type { CorrectableColumn } from '../../shared/contract/journal.ts'
import type { NewExport } from '../../shared/contract/journal-export.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { JournalRowTable } from '../database/schema.ts'
import { columnOf, shownText } from './corrected-text.ts'

/** Days of receipt, both included. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** The seven texts of a row as the journal shows them. */
export interface ExportedRow {
  readonly number: number
  readonly receivedOn: string
  readonly fullName: string
  readonly topic: string
  readonly consideration: string
  readonly specialistName: string
  readonly result: string
}

/** Annex 1 for a period, in the order of the numbers. */
export interface JournalExportStore {
  count(period: Period): number
  /** Read page by page; a row written meanwhile may be among them. */
  rows(period: Period): Iterable<ExportedRow>
  /** Who takes it, of what period and what for: row and line of the event log together. Answers the export's id. */
  noteExport(order: NewExport & { readonly rows: number; readonly authorId: string }): string
  noteCancelled(exportId: string, authorId: string): void
}

type PageRow = Pick<
  JournalRowTable,
  | 'journal_year'
  | 'journal_number'
  | 'received_on'
  | 'full_name'
  | 'corrected_full_name'
  | 'topic'
  | 'corrected_topic'
  | 'consideration'
  | 'specialist_name'
  | 'corrected_specialist_name'
  | 'result'
  | 'corrected_result'
> & { readonly annulled: 0 | 1 }

const rowsAtOnce = 500

export function makeJournalExportStore(deps: {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}): JournalExportStore {
  const { read, write, place, clock, eventLog } = deps
  const counted = read.prepareRead<{ n: number }>(countSql)
  return {
    count: ({ from, to }) => counted.first(place().bodyId, from, to)?.n ?? 0,
    *rows({ from, to }) {
      const { bodyId } = place()
      let [year, number] = [0, 0]
      for (;;) {
        const page = read.prepareRead<PageRow>(pageSql).all(bodyId, year, number, from, to, rowsAtOnce)
        yield* page.map(asExported)
        const last = page.at(-1)
        if (!last || page.length < rowsAtOnce) return
        year = last.journal_year
        number = last.journal_number
      }
    },
    noteExport: ({ from, to, format, purpose, purposeText, rows, authorId }) =>
      write.transaction(() => {
        const { bodyId, workplaceId } = place()
        const id = randomUUID()
        write.run(
          write.build.insertInto('journal_export').values({
            ...{ id, body_id: bodyId, workplace_id: workplaceId, period_from: from, period_to: to, format, purpose },
            ...{ purpose_text: purposeText, row_count: rows, author_id: authorId },
            at: new Date(clock.nowMs()).toISOString(),
          }),
        )
        const objects = { exportId: id, from, to, rows, purpose }
        eventLog.append({ accountId: authorId, kind: 'journalExported', objects, result: format })
        return id
      }),
    noteCancelled: (exportId, authorId) =>
      eventLog.append({ accountId: authorId, kind: 'journalExportCancelled', objects: { exportId }, result: 'done' }),
  }
}

/** Exported for the query-plan test: looks at the index alone. */
export const countSql = `
  select count(*) as n from journal_row indexed by journal_row_by_number
  where body_id = ? and received_on between ? and ?`

/** Exported for the query-plan test: the next rows by number, the period looked at row by row. */
export const pageSql = `
  select journal_year, journal_number, received_on, full_name, corrected_full_name, topic, corrected_topic,
    consideration, specialist_name, corrected_specialist_name, result, corrected_result, annulled
  from journal_row indexed by journal_row_by_number
  where body_id = ? and (journal_year, journal_number) > (?, ?) and received_on between ? and ?
  order by journal_year, journal_number limit ?`

/** A corrected text is marked as the list marks it. */
const shown = (row: PageRow, column: CorrectableColumn): string => {
  const text = shownText(row, column)
  return text === '' || row[columnOf[column].corrected] === null ? text : `исправлено: ${text}`
}

const asExported = (row: PageRow): ExportedRow => ({
  number: row.journal_number,
  receivedOn: row.received_on,
  fullName: row.annulled === 1 ? `аннулировано: ${shown(row, 'fullName')}` : shown(row, 'fullName'),
  topic: shown(row, 'topic'),
  consideration: row.consideration,
  specialistName: shown(row, 'specialistName'),
  result: shown(row, 'result'),
})
