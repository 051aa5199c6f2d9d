const blank = /\{[^{}]*\}/
const sentenceEnd = /(?<=\.)\s+/u

/**
 * The kept text with places filled that the program has come to know since («Руководитель уведомлен в {…}.»): a
 * sentence with a blank takes the fresh draft's sentence of the same words. What the specialist wrote stays.
 */
export function fillKnown(kept: string, fresh: string): string {
  if (!blank.test(kept)) return kept
  const known = fresh.split(sentenceEnd).filter(sentence => !blank.test(sentence))
  // Split with the gaps kept, so that the specialist's own line breaks survive.
  return kept
    .split(/((?<=\.)\s+)/u)
    .map(sentence => (blank.test(sentence) ? (known.find(other => hasWordsOf(other, sentence)) ?? sentence) : sentence))
    .join('')
}

/** Whether `sentence` is `template` with its blanks filled. A blank alone has no words and is nobody's sentence. */
function hasWordsOf(sentence: string, template: string): boolean {
  const words = template.split(/\{[^{}]*\}/u)
  if (!words.some(word => /\p{L}/u.test(word))) return false
  let at = 0
  for (const [index, word] of words.entries()) {
    const found = index === 0 ? (sentence.startsWith(word) ? 0 : -1) : sentence.indexOf(word, at)
    if (found < 0) return false
    at = found + word.length
  }
  return at === sentence.length || words.at(-1) === ''
}

/** The text with one of the usual words put in: in place of another of them, else into the first blank. */
export function putChoice(text: string, choices: readonly string[], choice: string): string {
  const earlier = choices.find(known => known !== choice && text.includes(known))
  if (text.includes(choice)) return text
  return earlier === undefined ? text.replace(blank, () => choice) : text.replace(earlier, () => choice)
}
