import { readFile } from 'node:fs/promises'
import { formatLocalDate } from '../../shared/text/date-time.ts'
import { fillTable } from '../documents/fill-table.ts'
import { journalPage } from '../documents/journal-page.ts'
import { writeSheets } from '../documents/sheet.ts'
import type { ExportedRow } from './journal-export-store.ts'

export interface JournalPaperSource {
  readonly title: string
  /** The seven headings. */
  readonly columns: readonly string[]
  readonly body: string
  readonly period: string
  readonly rows: Iterable<ExportedRow>
}

/** Annex 1 as a file, piece by piece. */
export interface JournalDocuments {
  xlsx(paper: JournalPaperSource): AsyncIterable<Buffer>
  docx(paper: JournalPaperSource): AsyncIterable<Buffer>
  pdf(paper: JournalPaperSource): AsyncIterable<Buffer>
}

/** Characters of the default font: 267 mm of paper in the proportions of the Word form. */
const sheetWidths = [6, 11, 19, 21, 26, 17, 26]

export function makeJournalDocuments(deps: {
  /** resources/documents/journal.docx */
  readonly templatePath: string
  readonly printPage: (html: string) => Promise<Buffer>
}): JournalDocuments {
  return {
    xlsx: ({ title, columns, body, period, rows }) =>
      writeSheets([
        {
          name: 'Журнал',
          columns: columns.map((heading, index) => ({ heading, widthCharacters: sheetWidths[index] ?? 20 })),
          rows: cellsOf(rows),
          print: { title: [title, `${body}. ${period}`], columnNumbers: true },
        },
      ]),
    async *docx({ title, columns, body, period, rows }) {
      const headings = Object.fromEntries(columns.map((heading, index) => [`heading${index + 1}`, heading]))
      yield* fillTable(await readFile(deps.templatePath), {
        texts: { title, body, period, ...headings },
        loop: 'rows',
        columns: wordColumns,
        rows: wordRows(rows),
      })
    },
    async *pdf({ title, columns, body, period, rows }) {
      const texts = Array.from(cellsOf(rows), cells => cells.map(String))
      yield await deps.printPage(journalPage({ title, body, period, columns, rows: texts }))
    },
  }
}

/** Tags of the row of the Word form. */
const wordColumns = ['number', 'received', 'citizen', 'topic', 'consideration', 'specialist', 'result'] as const

function* wordRows(rows: Iterable<ExportedRow>): Generator<Record<(typeof wordColumns)[number], string>, void> {
  for (const row of rows) {
    yield {
      ...{ number: String(row.number), received: formatLocalDate(row.receivedOn), citizen: row.fullName },
      ...{ topic: row.topic, consideration: row.consideration, specialist: row.specialistName, result: row.result },
    }
  }
}

function* cellsOf(rows: Iterable<ExportedRow>): Generator<(string | number)[], void> {
  for (const row of rows) {
    yield [
      row.number,
      ...[formatLocalDate(row.receivedOn), row.fullName, row.topic],
      ...[row.consideration, row.specialistName, row.result],
    ]
  }
}
