import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Style } from 'exceljs'

/** What a cell may hold; an instant as text is text: sheets know no time zones. */
export type Cell = string | number | null

export interface Sheet {
  readonly name: string
  readonly columns: readonly { readonly heading: string; readonly widthCharacters: number }[]
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
  /** Set where the sheet is printed: A4 landscape, lines around the cells, texts wrapped, headings on every page. */
  readonly print?: {
    /** Lines above the headings, the first one bold. */
    readonly title: readonly string[]
    /** A row with 1, 2, 3 … below the headings. */
    readonly columnNumbers: boolean
  }
}

/** Rows between two looks at whether the reader keeps up. */
const rowsAtOnce = 200
const heldBytes = 1024 * 1024

/**
 * An XLSX of one or more sheets, piece by piece: neither rows nor file are ever held whole. Texts stay texts: nothing in
 * them becomes a formula. Who stops reading stops the writing.
 */
export async function* writeSheets(sheets: readonly Sheet[]): AsyncGenerator<Buffer, void> {
  // Loaded with the first sheet: it is large, and a workplace starts without it.
  const { default: exceljs } = await import('exceljs')
  const out = new PassThrough({ highWaterMark: heldBytes })
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const leftEarly = new AbortController()

  async function fill(): Promise<void> {
    for (const sheet of sheets) {
      const page = book.addWorksheet(sheet.name, {
        views: [{ state: 'frozen', ySplit: headLines(sheet) }],
        ...(sheet.print ? { pageSetup: printed(sheet) } : {}),
      })
      page.columns = sheet.columns.map(({ widthCharacters }) => ({ width: widthCharacters }))
      const add = (cells: readonly Cell[], look: Look): void => {
        const row = page.addRow(cells.map(cell => (typeof cell === 'string' ? plainText(cell) : cell)))
        if (sheet.print) row.height = heightPoints(cells, sheet.columns, look)
        const style = styleOf(look, sheet.print !== undefined)
        row.eachCell({ includeEmpty: true }, cell => {
          cell.style = style
        })
        if (look.whole) page.mergeCells(row.number, 1, row.number, sheet.columns.length)
        row.commit()
      }
      for (const [index, text] of (sheet.print?.title ?? []).entries()) {
        add([text], { bold: index === 0, centred: true, lined: false, whole: true })
      }
      add(
        sheet.columns.map(({ heading }) => heading),
        { bold: true, centred: true, lined: true },
      )
      if (sheet.print?.columnNumbers) {
        add(
          sheet.columns.map((_, index) => index + 1),
          { bold: false, centred: true, lined: true },
        )
      }
      let written = 0
      for await (const cells of sheet.rows) {
        leftEarly.signal.throwIfAborted()
        add(cells, { bold: false, centred: false, lined: true })
        written += 1
        if (written % rowsAtOnce !== 0) continue
        if (out.writableNeedDrain) await once(out, 'drain', { signal: leftEarly.signal })
        else await nextTurn()
      }
      page.commit()
    }
    await book.commit()
  }

  const filling = fill()
  // Told to the reader by the stream it reads; where nobody reads any more it is of no interest.
  filling.catch(error => out.destroy(error))
  try {
    for await (const piece of out) yield piece as Buffer
    await filling
  } finally {
    leftEarly.abort()
    out.destroy()
  }
}

/** A small XLSX as a whole. */
export async function wholeSheets(sheets: readonly Sheet[]): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of writeSheets(sheets)) pieces.push(piece)
  return Buffer.concat(pieces)
}

interface Look {
  readonly bold: boolean
  readonly centred: boolean
  readonly lined: boolean
  /** One cell from the first column to the last. */
  readonly whole?: boolean
}

/** A line of 10 points, and the highest a row may be; programs do not measure rows they did not make. */
const linePoints = 13
const highestRowPoints = 409

function heightPoints(cells: readonly Cell[], columns: Sheet['columns'], look: Look): number {
  if (look.whole) return linePoints + 3
  // Bold letters and long words leave some of a line empty.
  const fill = look.bold ? 0.8 : 0.95
  const linesOf = (cell: Cell, index: number): number =>
    String(cell ?? '')
      .split('\n')
      .map(text => Math.max(1, Math.ceil(text.length / ((columns[index]?.widthCharacters ?? 1) * fill))))
      .reduce((sum, count) => sum + count, 0)
  return Math.min(highestRowPoints, Math.max(...cells.map(linesOf)) * linePoints + 3)
}

const thin = { style: 'thin' } as const
const lines = { top: thin, bottom: thin, left: thin, right: thin }

/** One object a look: the library knows a style again by its identity, and writes it down once. */
const styles = new Map<string, Partial<Style>>()

function styleOf(look: Look, isPrinted: boolean): Partial<Style> {
  const key = JSON.stringify([look, isPrinted])
  const known = styles.get(key)
  if (known) return known
  const made: Partial<Style> = isPrinted
    ? {
        font: { name: 'Liberation Serif', size: 10, bold: look.bold },
        alignment: { wrapText: true, vertical: 'top', horizontal: look.centred ? 'center' : 'left' },
        ...(look.lined ? { border: lines } : {}),
      }
    : { font: { name: 'Arial', size: 11, bold: look.bold } }
  styles.set(key, made)
  return made
}

const inch = 25.4

const headLines = ({ print }: Sheet): number => (print?.title.length ?? 0) + 1 + (print?.columnNumbers ? 1 : 0)

/** ГОСТ Р 7.0.97-2016: 20 mm left, top and bottom, 10 mm right. */
function printed(sheet: Sheet) {
  const first = (sheet.print?.title.length ?? 0) + 1
  return {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${first}:${headLines(sheet)}`,
    margins: { left: 20 / inch, right: 10 / inch, top: 20 / inch, bottom: 20 / inch, header: 0.4, footer: 0.4 },
  } as const
}

/** The longest text a cell may hold. */
const longestCell = 32_767

/** What XML and the cell can hold: no control characters, no halves of signs. */
function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
  return clean.length > longestCell ? `${clean.slice(0, longestCell - 1)}…` : clean
}
