import type { JournalRow } from '../../shared/contract/journal.ts'
import { formatLocalDate } from '../../shared/text/date-time.ts'

/** The seven columns of Annex 1 as CSV (RFC 4180, with a byte order mark for spreadsheets). */
export function journalCsv(headings: readonly string[], rows: readonly JournalRow[]): string {
  const lines = rows.map(row => [
    String(row.journalNumber),
    formatLocalDate(row.receivedOn),
    row.fullName,
    row.topic,
    row.consideration,
    row.specialistName,
    row.result,
  ])
  return `\uFEFF${[headings, ...lines].map(cells => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A cell that begins like a formula would be computed by a spreadsheet: the quote in front keeps it a text. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
