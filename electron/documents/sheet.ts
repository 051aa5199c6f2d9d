import { zipTexts } from './zip.ts'

/** What a cell may hold; an instant as text is text: sheets know no time zones. */
export type Cell = string | number | null

export interface Sheet {
  readonly name: string
  readonly columns: readonly { readonly heading: string; readonly widthCharacters: number }[]
  readonly rows: readonly (readonly Cell[])[]
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** An XLSX of one or more sheets. Texts stay texts: nothing in them becomes a formula. */
export function writeSheets(sheets: readonly Sheet[]): Buffer {
  const each = (text: (sheet: Sheet, number: number) => string) =>
    sheets.map((sheet, index) => text(sheet, index + 1)).join('')
  return zipTexts([
    {
      name: '[Content_Types].xml',
      text: `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${each((_, number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${types}.worksheet+xml"/>`)}</Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each(({ name }, number) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${head}<Relationships xmlns="${packages}/relationships">${each((_, number) => `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      text: `${head}<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text: sheetXml(sheet) })),
  ])
}

function sheetXml({ columns, rows }: Sheet): string {
  const widths = columns
    .map(
      ({ widthCharacters }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${widthCharacters}" customWidth="1"/>`,
    )
    .join('')
  const headings = columns.map(({ heading }) => textCell(heading, ' s="1"')).join('')
  const lines = rows.map(row => `<row>${row.map(cellXml).join('')}</row>`).join('')
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row>${headings}</row>${lines}</sheetData></worksheet>`
}

function cellXml(cell: Cell): string {
  if (cell === null) return '<c/>'
  return typeof cell === 'number' ? `<c><v>${cell}</v></c>` : textCell(cell)
}

const textCell = (text: string, style = ''): string =>
  `<c t="inlineStr"${style}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string =>
  // Control characters are not allowed in XML at all.
  Array.from(text, sign => (sign < ' ' && sign !== '\n' ? '' : (signs[sign] ?? sign))).join('')
