import { type AnnexTwoFields, annexTwoWords as words } from '../../shared/rejections/annex-two.ts'
import { escaped, htmlPage } from './html-page.ts'

const styles = `
@page { size: A4; margin: 20mm 10mm 20mm 20mm }
body { font-size: 14pt; line-height: 1.25 }
h1 { font-size: 14pt; text-align: center; margin: 0 0 20pt }
p { margin: 0; text-align: justify }
p.first { text-indent: 12.5mm; text-align: left }
.caption { font-size: 10pt; text-align: center; margin-bottom: 6pt }
table { width: 100%; border-collapse: collapse; margin: 16pt 0 8pt; table-layout: fixed }
td { vertical-align: bottom; padding: 0 }
td.line { border-bottom: 0.5pt solid #000; text-align: center }
td.gap { width: 4mm }
.signatures { break-inside: avoid }
`

/** Annex 2 as a page for the printer, laid out by ГОСТ Р 7.0.97-2016. */
export function annexTwoPage(fields: AnnexTwoFields): string {
  const filled = (text: string) => `<u>${escaped(text)}</u>`
  const signature = (label: string, name: string) => `
    <tr><td>${escaped(label)}</td><td></td><td class="line"></td><td></td><td class="line">${escaped(name)}</td></tr>
    <tr><td></td><td></td><td class="caption">${words.signatureCaption}</td><td></td><td class="caption">${words.personCaption}</td></tr>`
  return htmlPage({
    title: words.title,
    styles,
    body: `
<h1>${words.title}</h1>
<p class="first">${words.opening} ${filled(fields.citizen)},</p>
<div class="caption">${words.nameCaption}</div>
<p>${escaped(fields.residence)} ${words.address} ${filled(fields.address)} ${words.ground} ${filled(fields.ground)}</p>
<div class="caption">${words.groundCaption}</div>
<div class="signatures">
<table><colgroup><col style="width:78mm"><col style="width:4mm"><col style="width:34mm"><col style="width:4mm"><col></colgroup>
${signature(words.head, fields.signatory)}${signature(words.executor, fields.executor)}</table>
<p>${words.phone} ${filled(fields.phone)}</p>
<p>${words.date} ${filled(fields.date)}</p>
</div>`,
  })
}
