import { yieldThread } from '../yield-thread.ts'
import { highestRowPoints, linesOf, printedFill, printedParts } from './printed-rows.ts'
import { lookStyles, looks, styleOf } from './sheet-styles.ts'
import { xmlText } from './xml-text.ts'
import { type ZipStreamEntry, zipPieces } from './zip.ts'

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

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * An XLSX of one or more sheets, piece by piece: neither rows nor file are ever held whole (docs/decisions/0021). Texts
 * stay texts: nothing in them becomes a formula. Who stops reading stops the rows.
 */
export function writeSheets(sheets: readonly Sheet[]): AsyncGenerator<Buffer, void> {
  const each = (text: (sheet: Sheet, number: number) => string) =>
    sheets.map((sheet, index) => text(sheet, index + 1)).join('')
  const part = (name: string, text: string): ZipStreamEntry => ({ name, texts: [`${head}${text}`] })
  return zipPieces([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${each((_, number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${types}.worksheet+xml"/>`)}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each(({ name }, number) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets>${headingsOnEveryPage(sheets)}</workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packages}/relationships">${each((_, number) => `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    part('xl/styles.xml', lookStyles(main)),
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, texts: sheetTexts(sheet) })),
  ])
}

/** A small XLSX as a whole. */
export async function wholeSheets(sheets: readonly Sheet[]): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of writeSheets(sheets)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const titleLines = ({ print }: Sheet): number => print?.title.length ?? 0
const headLines = (sheet: Sheet): number => titleLines(sheet) + 1 + (sheet.print?.columnNumbers ? 1 : 0)

function headingsOnEveryPage(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap((sheet, index) =>
    sheet.print
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escaped(sheet.name)}'!$${titleLines(sheet) + 1}:$${headLines(sheet)}</definedName>`,
        ]
      : [],
  )
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
}

/** Characters put together before they are packed. */
const pieceLength = 64 * 1024
const millimetresAnInch = 25.4
const inches = (millimetres: number): string => (millimetres / millimetresAnInch).toFixed(4)

async function* sheetTexts(sheet: Sheet): AsyncGenerator<string, void> {
  const { columns, print } = sheet
  const frozen = headLines(sheet)
  const widths = columns
    .map(
      ({ widthCharacters }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${widthCharacters}" customWidth="1"/>`,
    )
    .join('')
  const fit = print ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''
  let held = `${head}<worksheet xmlns="${main}">${fit}<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`
  for (const [index, text] of (print?.title ?? []).entries()) {
    held += `<row ht="16" customHeight="1">${cellXml(text, index === 0 ? looks.title : looks.subtitle)}</row>`
  }
  held += rowXml(
    columns.map(({ heading }) => heading),
    sheet,
    print ? looks.printedHeading : looks.heading,
  )
  if (print?.columnNumbers) {
    held += rowXml(
      columns.map((_, index) => index + 1),
      sheet,
      looks.printedNumber,
    )
  }
  const look = print ? looks.printed : looks.plain
  for await (const cells of sheet.rows) {
    for (const part of print ? printedParts(cells, widthsOf(sheet)) : [cells]) held += rowXml(part, sheet, look)
    if (held.length < pieceLength) continue
    yield held
    held = ''
    // Rows come from the database without a pause of their own.
    await yieldThread()
  }
  const last = String.fromCharCode('A'.charCodeAt(0) + columns.length - 1)
  const merged = (print?.title ?? []).map((_, index) => `<mergeCell ref="A${index + 1}:${last}${index + 1}"/>`)
  const merges = merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`
  // ГОСТ Р 7.0.97-2016: 20 mm left, top and bottom, 10 mm right.
  const paper = print
    ? `<pageMargins left="${inches(20)}" right="${inches(10)}" top="${inches(20)}" bottom="${inches(20)}" header="${inches(10)}" footer="${inches(10)}"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`
    : ''
  yield `${held}</sheetData>${merges}${paper}</worksheet>`
}

/** A line of 10 points, and the highest a row may be; programs do not measure rows they did not make. */
const linePoints = 13

/** What a line of a printed cell holds: bold letters and long words leave some of it empty. */
const widthsOf = ({ columns }: Sheet): readonly number[] =>
  columns.map(({ widthCharacters }) => widthCharacters * printedFill)

function rowXml(cells: readonly Cell[], { columns, print }: Sheet, look: number): string {
  const texts = cells.map(cell => cellXml(cell, look)).join('')
  if (!print) return `<row>${texts}</row>`
  const fill = look === looks.printedHeading ? 0.9 : printedFill
  const lines = cells.map((cell, index) => linesOf(String(cell ?? ''), (columns[index]?.widthCharacters ?? 1) * fill))
  const height = Math.min(highestRowPoints, Math.max(1, ...lines) * linePoints + 3)
  return `<row ht="${height}" customHeight="1">${texts}</row>`
}

function cellXml(cell: Cell, look: number): string {
  const style = styleOf(look)
  if (cell === null) return `<c${style}/>`
  if (typeof cell === 'number') return `<c${style}><v>${cell}</v></c>`
  return `<c t="inlineStr"${style}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** The longest text a cell may hold. */
const longestCell = 32_767

/** What XML and the cell can hold. «_x000D_» typed by a person is no line end: a sheet reads such words as signs. */
const escaped = (text: string): string =>
  xmlText(text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text).replaceAll(
    /_(?=x[0-9a-f]{4}_)/giu,
    '_x005F_',
  )
