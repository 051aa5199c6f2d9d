import { labelKey, looksLikeLabel } from './label.ts'
import type { LabelPair } from './label-pair.ts'
import { isRussianPassport } from './values/read-document.ts'

/** More lines are not looked at. */
const mostLines = 20_000
/** More pairs are not kept. */
export const mostPairs = 500
/** Longer values are cut. */
export const longestValueSigns = 20_000

interface OpenPair {
  readonly label: string
  readonly isKnown: boolean
  readonly lines: string[]
  readonly quoted: boolean
  /** A blank line after the first line of the value ends it. */
  readonly signs: { count: number }
}

const given = '☑☒✓✔✅'
const notGiven = '☐'
const tick = new RegExp(
  `^(?:([${given}${notGiven}])|\\[\\s*([xхvв✓✔+]?)\\s*\\]|\\(\\s*([xхv✓✔+]?)\\s*\\))\\s*(.+)$`,
  'iu',
)

/**
 * «Поле: значение» in plain text, line by line: label and value in one line (after a colon, or for a known label after a
 * dash, an equals sign or a tab), a known label alone with the value below it, values of several lines, and ticked lines.
 */
export function pairsOfText(text: string, isKnown: (label: string) => boolean): LabelPair[] {
  const pairs: OpenPair[] = []
  let open: OpenPair | null = null

  const begin = (label: string, value: string, quoted: boolean, known = isKnown(label)) => {
    open = { label: label.trim(), isKnown: known, lines: [], quoted, signs: { count: 0 } }
    if (pairs.length < mostPairs) pairs.push(open)
    if (value.trim() !== '') add(open, value.trim())
  }

  for (const whole of text.split('\n', mostLines)) {
    const { line, quoted } = unquoted(whole.length > longestValueSigns ? whole.slice(0, longestValueSigns) : whole)
    const current: OpenPair | null = open
    if (line === '') {
      if (current !== null && (current as OpenPair).lines.length > 0) open = null
      continue
    }
    if (isRule(line)) {
      open = null
      continue
    }
    const ticked = tick.exec(line)
    if (ticked?.[4] !== undefined && isKnown(ticked[4])) {
      begin(ticked[4], isTicked(ticked) ? 'да' : 'нет', quoted)
      open = null
      continue
    }
    // «Вид документа», and below it «Паспорт гражданина РФ», which is a label elsewhere.
    if (current !== null && (current as OpenPair).lines.length === 0 && isRussianPassport(line)) {
      add(current, line)
      continue
    }
    const split = splitLine(line, isKnown)
    if (split !== null && (split.isKnown || !goesOn(current, split.label))) {
      begin(split.label, split.value, quoted, split.isKnown)
      continue
    }
    if (current !== null) add(current, line)
  }
  return pairs.map(({ label, lines, quoted }) => ({ label, value: lines.join('\n'), quoted }))
}

function add(pair: OpenPair, line: string): void {
  pair.signs.count += line.length
  if (pair.signs.count <= longestValueSigns) pair.lines.push(line)
}

const isTicked = ([, sign, box, round]: RegExpExecArray): boolean =>
  sign === undefined ? (box ?? round ?? '') !== '' : given.includes(sign)

/** «> » of a quotation, however deep. */
function unquoted(whole: string): { line: string; quoted: boolean } {
  const mark = /^\s*(?:>\s?)+/u.exec(whole)
  return { line: whole.slice(mark?.[0].length ?? 0).trim(), quoted: mark !== null }
}

/** A line of dashes, stars or underscores; heads of forwarded letters too. */
const isRule = (line: string): boolean => /^[-–—=_*~\s]{3,}$/u.test(line) || /^-{2,}[^-]{1,100}-{2,}$/u.test(line)

/** Whether a line with a colon is rather part of a value that is still open. */
function goesOn(open: OpenPair | null, label: string): boolean {
  if (open === null || !open.isKnown) return false
  if (open.lines.length === 0) return false
  // A field of a form begins with a capital and is short; «Прошу пояснить: …» is the citizen's own sentence.
  if (ownSentence.test(label)) return true
  return !/^[\p{Lu}\d«"]/u.test(label) || label.split(/\s+/u).length > 5
}

const ownSentence =
  /^(?:прошу|пишу|хочу|подскажите|поясните|разъясните|скажите|сообщите|например|также|кроме|причина)(?!\p{L})/iu

interface Split {
  readonly label: string
  readonly value: string
  readonly isKnown: boolean
}

function splitLine(line: string, isKnown: (label: string) => boolean): Split | null {
  // «Дата рождения: 12.03.1961», and «Согласие: на обработку … : да» by the longest label that is known.
  const colons = [...line.slice(0, 260).matchAll(/[:：]/gu)].map(({ index }) => index).slice(0, 4)
  for (const at of colons.toReversed()) {
    const label = line.slice(0, at)
    if (isKnown(label)) return { label, value: line.slice(at + 1), isKnown: true }
  }
  for (const separator of line.slice(0, 260).matchAll(/\t+|\s+[-–—=|]\s+|\s*=\s*|[-–—]\s/gu)) {
    const label = line.slice(0, separator.index)
    if (isKnown(label)) return { label, value: line.slice(separator.index + separator[0].length), isKnown: true }
  }
  if (isKnown(line)) return { label: line, value: '', isKnown: true }
  const [first] = colons
  if (first === undefined) return null
  const label = line.slice(0, first)
  // Of a time or an address («10:15», «https://») nothing is a label.
  if (!looksLikeLabel(label) || /^\d+$/u.test(labelKey(label)) || line.startsWith('//', first + 1)) return null
  return { label, value: line.slice(first + 1), isKnown: false }
}
