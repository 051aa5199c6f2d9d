/** The subjects of the notices as they come with the program; a body may have its own (`resources/notices`). */
export const bundledSubjects: readonly string[] = [
  'Приём по видеосвязи, заявка № {номер заявки}',
  'Отменён приём по видеосвязи, заявка № {номер заявки}',
  'Изменён приём по видеосвязи, заявка № {номер заявки}',
  'Решение по заявке № {номер заявки}',
]

const numberField = /\{\s*номер заявки\s*\}/u
/** «Re», «HA» of Outlook in Latin or Russian letters, «Antwort», «Отв.»: what mail programs put before a subject. */
const answerPrefix =
  /^(?:(?:re|fwd?|aw|wg|antwort|sv|vs|rv|[hн][aа]|ответ|отв|пересл\p{L}*)\.?(?:\[\d+\])?\s*:\s*|\[[^\]\n]{1,40}\]\s*)+/u

/**
 * The number of the journal a subject names in our own words: it begins, after «Re:» and the like, with the subject of one
 * of the notices. «Приказ № 12» and «дом № 12» name none. null = none.
 */
export function ownNumber(subject: string, subjects: readonly string[]): number | null {
  const said = plain(subject).replace(answerPrefix, '')
  for (const template of subjects) {
    const figures = patternOf(template)?.exec(said)?.[1]
    if (figures !== undefined) return Number(figures)
  }
  return null
}

/** Every «№ 12» of a subject, whatever it numbers. */
export const numbersIn = (subject: string): number[] =>
  [...subject.matchAll(/(?:№|#|(?<!\p{L})N)\s*(\d{1,6})(?!\d)/gu)].map(([, figures]) => Number(figures))

const plain = (text: string): string =>
  text.toLocaleLowerCase('ru').replaceAll('ё', 'е').replaceAll(/\s+/gu, ' ').trim()
/** KOI8-R and other charsets have no «№»: mail programs write «N», «#» or «?» in its place. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replaceAll(/ /gu, '\\s*')
    .replaceAll(/,/gu, '\\s*,')
    .replaceAll(/№/gu, '(?:№|no?\\.?|#|\\?)')

/** Templates are few and change with the settings; the subjects of hundreds of letters are held against them at once. */
const patterns = new Map<string, RegExp | null>()
const mostPatterns = 200

function patternOf(template: string): RegExp | null {
  const known = patterns.get(template)
  if (known !== undefined) return known
  if (patterns.size >= mostPatterns) patterns.clear()
  const made = makePattern(template)
  patterns.set(template, made)
  return made
}

/** null: no word of its own stands before the number, and «№ 12» alone is nobody's. */
function makePattern(template: string): RegExp | null {
  const [before = '', ...after] = plain(template).split(numberField)
  if (after.length === 0 || !/\p{L}{4}/u.test(before.replaceAll(/\{[^{}]*\}/gu, ''))) return null
  const source = before
    .split(/\{[^{}]*\}/u)
    .map(escaped)
    .join('.{0,200}')
  return new RegExp(`^${source}(\\d{1,6})(?!\\d)`, 'u')
}
