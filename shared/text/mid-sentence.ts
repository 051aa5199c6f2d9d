/** Names that keep their capital letter wherever they stand. */
const names: ReadonlySet<string> = new Set(['Телемост', 'Яндекс', 'Госуслуги', 'Кузбасс', 'Россия'])

/**
 * Typed words as they go on in a sentence: «Нет звука» → «нет звука». Abbreviations («СФР»), names of programs and
 * whatever is not written in Russian letters stay as they are.
 */
export function midSentence(text: string): string {
  const [word = ''] = /^[\p{L}\p{N}-]+/u.exec(text) ?? []
  if (!/^[А-ЯЁ][а-яё-]*$/u.test(word) || names.has(word)) return text
  return text.charAt(0).toLocaleLowerCase('ru') + text.slice(1)
}
