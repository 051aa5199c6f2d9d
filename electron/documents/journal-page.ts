import { escaped, htmlPage, isTagged } from './html-page.ts'

export interface JournalPaper {
  readonly title: string
  readonly body: string
  /** «с 01.11.2026 по 30.11.2026» */
  readonly period: string
  /** The seven headings. */
  readonly columns: readonly string[]
  /** The seven texts of each row. */
  readonly rows: readonly (readonly string[])[]
}

const widthsMm = [13, 24, 38, 45, 55, 36, 56]

const styles = `
@page { size: A4 landscape; margin: 20mm 10mm 20mm 20mm }
/* The outer lines are drawn half outside of the table. */
body { font-size: 10pt; line-height: 1.2; padding: 0 0.5mm }
h1 { font-size: 14pt; text-align: center; margin: 0 0 3pt }
p { font-size: 12pt; text-align: center; margin: 0 0 10pt }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: 0.5pt solid #000; padding: 1mm; text-align: left; vertical-align: top; overflow-wrap: anywhere }
thead th { text-align: center; vertical-align: middle }
thead tr + tr th { font-weight: normal }
`

/** Chromium's time for one table grows with the square of its pages; for as many rows as this it does not matter. */
const rowsOfBlock = 100

/** The same look of many tables, one below the other, in the one row of another whose headings every sheet repeats. */
const blockStyles = `
.whole { border-collapse: separate; border-spacing: 0 }
.whole > thead > tr > th, .whole > tbody > tr > td { border: 0; padding: 0 }
.whole > tbody > tr { break-inside: auto }
/* The line above is that of the row or of the headings before it. */
.whole td td { border-top: 0 }
`

/**
 * The journal of Annex 1 as a page for the printer: A4 landscape, headings and column numbers on every sheet. One table
 * as long as a screen reader is to find its way in it (`isTagged`), blocks beyond that.
 */
export function journalPage({ title, body, period, columns, rows }: JournalPaper): string {
  const cells = (texts: readonly string[], tag: 'td' | 'th') =>
    texts.map(text => `<${tag}>${escaped(text)}</${tag}>`).join('')
  const numbers = columns.map((_, index) => String(index + 1))
  const widths = `<colgroup>${widthsMm.map(width => `<col style="width:${width}mm">`).join('')}</colgroup>`
  const headings = `<thead><tr>${cells(columns, 'th')}</tr><tr>${cells(numbers, 'th')}</tr></thead>`
  const lines = rows.map(row => `<tr>${cells(row, 'td')}</tr>`)
  const page = (tables: string, ownStyles: string) =>
    htmlPage({
      title,
      styles: ownStyles,
      body: `
<h1>${escaped(title)}</h1><p>${escaped(body)}. ${escaped(period)}</p>
${tables}`,
    })
  const inOne = page(`<table>${widths}${headings}<tbody>${lines.join('\n')}</tbody></table>`, styles)
  if (isTagged(inOne)) return inOne
  const blocks = Array.from({ length: Math.ceil(lines.length / rowsOfBlock) }, (_, index) =>
    lines.slice(index * rowsOfBlock, (index + 1) * rowsOfBlock),
  )
  const tables = blocks.map(block => `<table>${widths}<tbody>${block.join('\n')}</tbody></table>`)
  return page(
    `<table class="whole"><thead><tr><th><table>${widths}${headings}</table></th></tr></thead>
<tbody><tr><td>${tables.join('\n')}</td></tr></tbody></table>`,
    styles + blockStyles,
  )
}
