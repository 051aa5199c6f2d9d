import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { annexTwoTags, annexTwoWords as words } from '../shared/rejections/annex-two.ts'

/**
 * Makes the program's own Word templates, resources/documents/*.docx: `node build/document-templates.mjs`. They are kept
 * in the repository; run this after a change of the words. Layout by ГОСТ Р 7.0.97-2016: margins 20 left, 10 right, 20
 * top and bottom, 14 points, indent 12.5 mm.
 */
const out = resolve(import.meta.dirname, '../resources/documents')

const font = 'Liberation Serif'
const mm = (/** @type {number} */ length) => Math.round((length / 25.4) * 1440)
const points = (/** @type {number} */ size) => size * 2
const margin = { left: mm(20), right: mm(10), top: mm(20), bottom: mm(20), header: mm(10), footer: mm(10) }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const noBorders = { top: none, bottom: none, left: none, right: none }

const styles = { default: { document: { run: { font, size: points(14) } } } }

const numbered = new Header({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: [PageNumber.CURRENT], size: points(12) })],
    }),
  ],
})
const unnumbered = new Header({ children: [new Paragraph('')] })

/**
 * @param {string} text
 * @param {(typeof AlignmentType)[keyof typeof AlignmentType]} [alignment]
 */
const caption = (text, alignment = AlignmentType.CENTER) =>
  new Paragraph({ alignment, spacing: { after: 120 }, children: [new TextRun({ text, size: points(10) })] })

/**
 * @param {readonly (string | TextRun)[]} parts
 * @param {number} indent
 */
const running = (parts, indent) =>
  new Paragraph({
    // Stretched over its long last word the first line would be full of holes.
    alignment: indent === 0 ? AlignmentType.JUSTIFIED : AlignmentType.LEFT,
    indent: { firstLine: indent },
    spacing: { line: 300 },
    children: parts.map(part => (typeof part === 'string' ? new TextRun(part) : part)),
  })

const filled = (/** @type {string} */ tag) => new TextRun({ text: `{${tag}}`, underline: {} })

/**
 * Label, line for the signature, name above its line.
 * @param {string} label
 * @param {string} tag
 */
function signatureRows(label, tag) {
  const cell = (
    /** @type {Paragraph} */ child,
    /** @type {number} */ width,
    /** @type {import('docx').ITableCellBorders} */ borders = noBorders,
  ) =>
    new TableCell({
      children: [child],
      borders,
      verticalAlign: VerticalAlign.BOTTOM,
      width: { size: mm(width), type: WidthType.DXA },
    })
  const text = (/** @type {string} */ said) => new Paragraph({ children: [new TextRun(said)] })
  const centred = (/** @type {string} */ said) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(said)] })
  const lined = { ...noBorders, bottom: line }
  return [
    new TableRow({
      cantSplit: true,
      children: [
        cell(text(label), 78),
        cell(text(''), 4),
        cell(centred(''), 34, lined),
        cell(text(''), 4),
        cell(centred(`{${tag}}`), 60, lined),
      ],
    }),
    new TableRow({
      cantSplit: true,
      children: [
        cell(text(''), 78),
        cell(text(''), 4),
        cell(caption(words.signatureCaption), 34),
        cell(text(''), 4),
        cell(caption(words.personCaption), 60),
      ],
    }),
  ]
}

const annexTwo = new Document({
  title: words.title,
  creator: 'Видеоприём',
  styles,
  sections: [
    {
      properties: { titlePage: true, page: { size: { width: mm(210), height: mm(297) }, margin } },
      headers: { default: numbered, first: unnumbered },
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 400 },
          children: [new TextRun({ text: words.title, bold: true })],
        }),
        running([`${words.opening} `, filled(annexTwoTags.citizen), ','], mm(12.5)),
        caption(words.nameCaption),
        running(
          [
            `{${annexTwoTags.residence}} ${words.address} `,
            filled(annexTwoTags.address),
            ` ${words.ground} `,
            filled(annexTwoTags.ground),
          ],
          0,
        ),
        caption(words.groundCaption),
        new Paragraph({ spacing: { after: 200 } }),
        new Table({
          width: { size: mm(180), type: WidthType.DXA },
          columnWidths: [78, 4, 34, 4, 60].map(mm),
          layout: TableLayoutType.FIXED,
          borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
          rows: [
            ...signatureRows(words.head, annexTwoTags.signatory),
            ...signatureRows(words.executor, annexTwoTags.executor),
          ],
        }),
        running([`${words.phone} `, filled(annexTwoTags.phone)], 0),
        running([`${words.date} `, filled(annexTwoTags.date)], 0),
      ],
    },
  ],
})

const journalWidths = [13, 24, 38, 45, 55, 36, 56]
const journalTags = ['number', 'received', 'citizen', 'topic', 'consideration', 'specialist', 'result']

/**
 * @param {readonly string[]} texts
 * @param {{ heading?: boolean, bold?: boolean, centred?: boolean }} look
 */
const journalRow = (texts, { heading = false, bold = false, centred = false }) =>
  new TableRow({
    tableHeader: heading,
    cantSplit: true,
    children: texts.map(
      (text, index) =>
        new TableCell({
          width: { size: mm(journalWidths[index] ?? 0), type: WidthType.DXA },
          margins: { left: 60, right: 60, top: 30, bottom: 30 },
          children: [
            new Paragraph({
              alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
              children: [new TextRun({ text, bold, size: points(10) })],
            }),
          ],
        }),
    ),
  })

const journal = new Document({
  title: 'Журнал учета',
  creator: 'Видеоприём',
  styles,
  sections: [
    {
      properties: {
        titlePage: true,
        page: {
          size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
          margin: { ...margin, left: mm(20), right: mm(10) },
        },
      },
      headers: { default: numbered, first: unnumbered },
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 60 },
          children: [new TextRun({ text: '{title}', bold: true })],
        }),
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 200 },
          children: [new TextRun({ text: '{body}. {period}', size: points(12) })],
        }),
        new Table({
          width: { size: mm(267), type: WidthType.DXA },
          columnWidths: journalWidths.map(mm),
          layout: TableLayoutType.FIXED,
          rows: [
            journalRow(
              journalTags.map((_, index) => `{heading${index + 1}}`),
              { heading: true, bold: true, centred: true },
            ),
            journalRow(
              journalTags.map((_, index) => String(index + 1)),
              { heading: true, centred: true },
            ),
            journalRow(
              journalTags.map((tag, index) => {
                const open = index === 0 ? '{#rows}' : ''
                const close = index === journalTags.length - 1 ? '{/rows}' : ''
                return `${open}{${tag}}${close}`
              }),
              {},
            ),
          ],
        }),
      ],
    },
  ],
})

for (const [name, document] of Object.entries({ 'annex-2': annexTwo, journal })) {
  await writeFile(join(out, `${name}.docx`), await Packer.toBuffer(document))
  console.log(`resources/documents/${name}.docx`)
}
