import { documentText } from './xml-text.ts'

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for a page of HTML: nothing in it is ever markup; its own line breaks stay. */
export const escaped = (text: string): string =>
  documentText(text)
    .replaceAll(/[&<>"']/gu, sign => signs[sign] ?? sign)
    .replaceAll('\n', '<br>')

/** The free fonts of ГОСТ Р 7.0.97, then what is metrically the same. */
export const documentFonts = '"PT Astra Serif", "Liberation Serif", "Times New Roman", serif'

/**
 * Whether the PDF of a page carries the tags a screen reader reads it by. A letter does; a journal of thousands of rows
 * would take a minute instead of seconds and be six times as large, and is read on the screen, not on paper.
 */
export const isTagged = (html: string): boolean => html.length <= mostTaggedSigns
const mostTaggedSigns = 200_000

/** A page of our own for the printer: no scripts, nothing from elsewhere; page numbers from the second page on. */
export const htmlPage = ({
  title,
  styles,
  body,
}: {
  title: string
  styles: string
  body: string
}): string => `<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>
* { box-sizing: border-box }
body { margin: 0; font-family: ${documentFonts}; color: #000 }
/* Before it is printed a page is laid out for a screen, on which nobody looks at it. */
@media screen { body { display: none } }
@page { @top-center { content: counter(page); font-family: ${documentFonts}; font-size: 12pt } }
@page :first { @top-center { content: none } }
${styles}
</style></head><body>${body}</body></html>`
