/// <reference path="./snowball-stemmers.d.ts" />
import { newStemmer } from 'snowball-stemmers'

/**
 * FTS5 knows neither Russian endings nor ё = е, so words are reduced here, the same way for the index and for the
 * query.
 */

/** What the index keeps of one row: its words and their stems. */
export interface SearchText {
  readonly words: string
  readonly stems: string
}

const stemmer = newStemmer('russian')
/** Names and topics repeat: 100 000 rows hold some ten thousand different words. */
const knownStems = new Map<string, string>()
const knownStemsLimit = 50_000

/**
 * Latin and Cyrillic letters and digits, as far as the tokenizer of the index knows them (Unicode 6.1): a sign it takes
 * for a separator would turn one word into a phrase, which an index without positions cannot search.
 */
const wordPattern = /[[\p{L}0-9]&&[0-9a-z\u00DF-\u024F\u0400-\u0527]]+/gv
const wordsOf = (text: string): string[] => text.toLowerCase().replaceAll('ё', 'е').match(wordPattern) ?? []

function stem(word: string): string {
  const known = knownStems.get(word)
  if (known !== undefined) return known
  const made = /\p{Script=Cyrillic}/u.test(word) ? stemmer.stem(word) : word
  if (knownStems.size >= knownStemsLimit) knownStems.clear()
  knownStems.set(word, made)
  return made
}

/** Text of the index for a journal row; the journal number is one of its words. Of a letter: null. */
export function searchTextOf(row: { journalNumber: number | null; texts: readonly string[] }): SearchText {
  const words = row.texts.flatMap(wordsOf)
  const number = row.journalNumber === null ? [] : [String(row.journalNumber)]
  return { words: [...number, ...words].join(' '), stems: words.map(stem).join(' ') }
}

/**
 * FTS5 expression that finds every row holding all words of `search` in any form and order, the last one also as a
 * beginning; a number must stand there whole. null when there is nothing to search for.
 */
export function matchExpression(search: string): string | null {
  const words = wordsOf(search)
  if (words.length === 0) return null
  const endsOpen = !/\s$/.test(search)
  return words.map((word, index) => `(${anyForm(word, endsOpen && index === words.length - 1)})`).join(' AND ')
}

/** Words hold letters and digits only, so quoting them is enough: nothing of FTS5's own syntax can get in. */
function anyForm(word: string, isLast: boolean): string {
  if (/^[0-9]+$/.test(word)) return `words:"${word}"`
  const root = stem(word)
  // «Петрова» is cut to «петров», but «Петров» to «петр»: each family name is also looked for as the other's stem.
  const forms = new Set([`stems:"${root}"`, `stems:"${word}"`, `words:"${root}"`])
  forms.add(isLast ? `words:"${word}"*` : `words:"${word}"`)
  return [...forms].join(' OR ')
}

/**
 * How much two texts say the same, by their words in any form: common words of all, 0…1. Words of one or two letters say
 * nothing.
 */
export function shareOfWords(one: string, other: string): number {
  const told = (text: string) =>
    new Set(
      wordsOf(text)
        .filter(word => word.length > 2)
        .map(stem),
    )
  const [first, second] = [told(one), told(other)]
  const common = [...first].filter(word => second.has(word)).length
  return common === 0 ? 0 : common / (first.size + second.size - common)
}
