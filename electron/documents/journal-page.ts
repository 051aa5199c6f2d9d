import { escaped, htmlPage } from './html-page.ts'

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

/** The journal of Annex 1 as a page for the printer: A4 landscape, headings and column numbers on every sheet. */
export function journalPage({ title, body, period, columns, rows }: JournalPaper): string {
  const cells = (texts: readonly string[], tag: 'td' | 'th') =>
    texts.map(text => `<${tag}>${escaped(text)}</${tag}>`).join('')
  return htmlPage({
    title,
    styles,
    body: `
<h1>${escaped(title)}</h1><p>${escaped(body)}. ${escaped(period)}</p>
<table><colgroup>${widthsMm.map(width => `<col style="width:${width}mm">`).join('')}</colgroup>
<thead><tr>${cells(columns, 'th')}</tr><tr>${cells(
      columns.map((_, index) => String(index + 1)),
      'th',
    )}</tr></thead>
<tbody>${rows.map(row => `<tr>${cells(row, 'td')}</tr>`).join('\n')}</tbody></table>`,
  })
}
