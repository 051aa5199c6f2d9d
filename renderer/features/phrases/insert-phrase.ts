import { hasBlank } from '../../../shared/reception/blank.ts'

export interface TextSelection {
  readonly start: number
  readonly end: number
}

/** The text with the phrase in place of the selection, and where the caret stands afterwards. */
export function insertPhrase(
  text: string,
  { start, end }: TextSelection,
  phrase: string,
): { text: string; caret: number } {
  const before = text.slice(0, start)
  const after = text.slice(end)
  // At a caret between words the phrase must not grow together with them; a filled place has its spaces already.
  const replaced = start !== end
  const left = !replaced && /[\p{L}\p{N}.,:;!?»)]$/u.test(before) ? ' ' : ''
  const right = !replaced && /^[\p{L}\p{N}«({]/u.test(after) ? ' ' : ''
  return { text: `${before}${left}${phrase}${right}${after}`, caret: start + left.length + phrase.length }
}

/** What of a selection is worth keeping as a phrase: own words, not a place left in the draft; null where there is none. */
export function phraseOfSelection(text: string, { start, end }: TextSelection): string | null {
  const selected = text.slice(start, end).replaceAll(/\s+/g, ' ').trim()
  return selected === '' || hasBlank(selected) ? null : selected
}

/** Phrases with all the typed words in them, in their order. */
export function findPhrases<P extends { readonly text: string }>(phrases: readonly P[], typed: string): readonly P[] {
  const words = fold(typed)
    .split(/\s+/)
    .filter(word => word !== '')
  return phrases.filter(({ text }) => words.every(word => fold(text).includes(word)))
}

const fold = (text: string): string => text.toLocaleLowerCase('ru').replaceAll('ё', 'е')
