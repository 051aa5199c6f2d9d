import { visibleText } from './hidden-signs.ts'
import type { ReplyReading } from './letter-reading.ts'

/** «подтверждаю», «буду»: without «не» a confirmation, with it a refusal. */
const confirming =
  /^(?:подтверждаю|подтверждаем|подтверждается|подтвердил|подтвердила|буду|будем|приду|придем|подключусь|подключимся|согласен|согласна|согласны|участвую|поучаствую|приму|смогу|сможем|явлюсь|присоединюсь|готов|готова)$/u
/** Only with «не» they say something. */
const declinedWhenNegated = /^(?:могу|можем|получится|получается|выйдет|актуально|планирую|хочу|хотим|состоится)$/u
const declining =
  /^(?:отказываюсь|отказываемся|отказ|отказалась|отказался|отменить|отменять|отмените|отменяйте|отменяю|отмена|передумал|передумала|неактуально)$/u
/** Whoever writes so has not decided, or asks for something else. */
const open =
  /^(?:если|возможно|наверное|наверно|постараюсь|попробую|перенести|перенесите|перенос|перезаписать|другой|другое|другую|позже|позднее|пораньше|попозже)$/u
/** May stand between «не» and its word. */
const between = /^(?:точно|уже|пока|никак|совсем|больше|надо|нужно|следует|стоит|смогу)$/u
const longestWordsSigns = 300

/**
 * What a reply seems to say, from the sender's own words: both ways, a condition, a wish for another time and a question
 * are unclear. A person decides (п. 2.5).
 */
export function readReply(words: string): ReplyReading {
  const said: { confirms: string[]; declines: string[] } = { confirms: [], declines: [] }
  let isOpen = false
  for (const sentence of sentencesOf(words)) {
    const judged = judge(sentence)
    isOpen ||= judged.open
    if (judged.confirms) said.confirms.push(sentence)
    if (judged.declines) said.declines.push(sentence)
  }
  const { confirms, declines } = said
  if (isOpen || confirms.length > 0 === declines.length > 0) return { proposal: 'unclear', words: '' }
  const proposal = confirms.length > 0 ? 'confirms' : 'declines'
  return { proposal, words: said[proposal].join(' ').slice(0, longestWordsSigns) }
}

const sentencesOf = (words: string): string[] =>
  visibleText(words)
    .slice(0, 4_000)
    .split(/(?<=[.!?;…])\s+|\n+/u)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')

function judge(sentence: string): { confirms: boolean; declines: boolean; open: boolean } {
  const tokens =
    sentence
      .toLocaleLowerCase('ru')
      .replaceAll('ё', 'е')
      .match(/[\p{L}\d]+/gu) ?? []
  const isQuestion = sentence.includes('?')
  const found = { confirms: false, declines: false, open: tokens.some(token => open.test(token)) || isQuestion }
  if (isQuestion) return found
  // «Да.», «Нет, спасибо»: an answer of one word.
  if (/^да$/u.test(tokens[0] ?? '') && tokens.length <= 4) found.confirms = true
  if (/^нет$/u.test(tokens[0] ?? '') && tokens.length <= 4) found.declines = true
  for (const [index, token] of tokens.entries()) {
    const isNegated = negated(tokens, index)
    if (confirming.test(token)) found[isNegated ? 'declines' : 'confirms'] = true
    else if (declinedWhenNegated.test(token) && isNegated) found.declines = true
    else if (declining.test(token)) found[isNegated ? 'confirms' : 'declines'] = true
  }
  return found
}

function negated(tokens: readonly string[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const token = tokens[at] ?? ''
    if (token === 'не') return true
    if (!between.test(token)) return false
  }
  return false
}
