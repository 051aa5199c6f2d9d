export interface TextPiece {
  readonly text: string
  readonly blank: boolean
  readonly start: number
}

/** The text cut at its blanks `{…}`, in order. The rule itself is shared/reception/blank.ts. */
export function cutAtBlanks(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let end = 0
  for (const found of text.matchAll(/\{[^{}]*\}/g)) {
    if (found.index > end) pieces.push({ text: text.slice(end, found.index), blank: false, start: end })
    pieces.push({ text: found[0], blank: true, start: found.index })
    end = found.index + found[0].length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), blank: false, start: end })
  return pieces
}
