import type { Cell } from './sheet.ts'

/** The highest a row of a sheet may be: what stands below is cut off on paper, without a sign. */
export const highestRowPoints = 409
/** Lines a row of that height surely shows, whatever program measures them. */
const mostLines = 28
/** Long words leave some of a line empty. */
export const printedFill = 0.9

/** Lines of a text in a cell so many characters wide: words are never parted but where one is longer than the line. */
export const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, paragraph) => sum + paragraphLines(paragraph, width), 0)

function paragraphLines(paragraph: string, width: number): number {
  let [lines, used] = [1, 0]
  for (const word of paragraph.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length
    if (needed <= width) used = needed
    else {
      const more = Math.max(1, Math.ceil(word.length / width))
      lines += used === 0 ? more - 1 : more
      used = word.length - (more - 1) * Math.floor(width)
    }
  }
  return lines
}

/**
 * A row of a printed sheet as the rows it needs: a text that is too high for one goes on in the next, at a word, so that
 * nothing is lost on paper. The rows that go on say so in the first cell.
 */
export function printedParts(cells: readonly Cell[], widths: readonly number[]): readonly (readonly Cell[])[] {
  const parts = cells.map((cell, index) => (typeof cell === 'string' ? partsOf(cell, widths[index] ?? 1) : [cell]))
  const rows = parts.reduce((most, { length }) => Math.max(most, length), 1)
  if (rows === 1) return [cells]
  return Array.from({ length: rows }, (_, row) =>
    parts.map((of, index) =>
      row > 0 && index === 0 ? `${cells[0] ?? ''} (прод.)` : (of[row] ?? (row === 0 ? null : '')),
    ),
  )
}

function partsOf(text: string, width: number): readonly string[] {
  if (linesOf(text, width) <= mostLines) return [text]
  const parts: string[] = []
  let [held, lines] = ['', 0]
  // Each word with the blank or line end before it.
  for (const piece of text.match(/(?:^|\s)\S*/gu) ?? []) {
    const next = linesOf(held + piece, width)
    if (next > mostLines && held !== '') {
      parts.push(held)
      held = piece.trimStart()
      lines = linesOf(held, width)
    } else {
      held += piece
      lines = next
    }
    // One word longer than a whole row.
    while (lines > mostLines) {
      const room = Math.floor(width) * (mostLines - 1)
      parts.push(held.slice(0, room))
      held = held.slice(room)
      lines = linesOf(held, width)
    }
  }
  return [...parts, held]
}
