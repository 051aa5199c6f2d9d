import { greatest, least } from '../../shared/extremes.ts'
import { fillTemplate } from './fill-template.ts'
import { unzipTexts } from './unzip-texts.ts'
import { xmlText } from './xml-text.ts'
import { zipPieces } from './zip.ts'

export interface TableData<Column extends string> {
  /** Filled texts by tag, outside the table. */
  readonly texts: Readonly<Record<string, string>>
  /** Name of the loop that is one row of a table, and the tags in it. */
  readonly loop: string
  readonly columns: readonly Column[]
  readonly rows: Iterable<Readonly<Record<Column, string>>>
}

const main = 'word/document.xml'
/** Characters put together before they are packed. */
const pieceLength = 64 * 1024
/** A mark no text has: from the area of Unicode that means nothing. */
const markOf = (column: string): string => `\ue000${column}\ue001`

/**
 * A Word template with a long table, piece by piece: the template is filled with one row, which is then written again for
 * every row there is, so that neither the rows nor the file are held whole. @throws where the loop is no one row of a table.
 */
export async function* fillTable<Column extends string>(
  template: Buffer,
  { texts, loop, columns, rows }: TableData<Column>,
): AsyncGenerator<Buffer, void> {
  const marks = Object.fromEntries(columns.map(column => [column, markOf(column)]))
  const parts = unzipTexts(await fillTemplate(template, { ...texts, [loop]: [marks] }))
  const text = parts.find(({ name }) => name === main)?.text ?? ''
  const places = columns.map(column => text.indexOf(markOf(column)))
  const begin = text.lastIndexOf('<w:tr>', least(places) ?? -1)
  const end = text.indexOf('</w:tr>', greatest(places) ?? -1) + '</w:tr>'.length
  const row = text.slice(begin, end)
  if (places.includes(-1) || begin === -1 || row.lastIndexOf('<w:tr>') !== 0) throw new Error('no row to be repeated')
  // Literals between the marks, by turns with the columns.
  const pattern = row.split(/\ue000(.*?)\ue001/u)

  function* document(): Generator<string, void> {
    let piece = text.slice(0, begin)
    for (const cells of rows) {
      for (const [index, part] of pattern.entries()) {
        piece += index % 2 === 0 ? part : lines(cells[part as Column])
      }
      if (piece.length < pieceLength) continue
      yield piece
      piece = ''
    }
    yield piece + text.slice(end)
  }
  yield* zipPieces(parts.map(part => ({ name: part.name, texts: part.name === main ? document() : [part.text] })))
}

/** Inside a `<w:t>`: a new line of the text is a new line of the cell. */
const lines = (text: string): string => xmlText(text).replaceAll('\n', '</w:t><w:br/><w:t xml:space="preserve">')
