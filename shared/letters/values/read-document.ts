import { oneLine } from '../hidden-signs.ts'
import { dateAtStart } from './read-date.ts'
import { good, notUnderstood, type ValueReading } from './value-reading.ts'

/** How a passport of a citizen of Russia is called in the application. */
export const passportKind = 'Паспорт гражданина РФ'

/** The kind of the document; the common names of a Russian passport become one. */
export function readDocumentKind(raw: string): ValueReading {
  const text = oneLine(raw).slice(0, 100)
  if (text === '') return notUnderstood('Вид документа не указан. Уточните у гражданина.')
  return good(isRussianPassport(text) ? passportKind : text)
}

export const isRussianPassport = (kind: string): boolean =>
  /^(?:внутренний\s)?паспорт(?:\s(?:гражданина\s)?(?:рф|р\.ф\.|россии|российской федерации))?$/iu.test(kind.trim())

const figures = (text: string): string => text.replaceAll(/[\s№-]/gu, '')

/** Of a Russian passport four figures, else as it stands. */
export function readSeries(raw: string, isPassport: boolean): ValueReading {
  const text = oneLine(raw).replace(/^серия\s*/iu, '')
  if (!isPassport) return text === '' ? notUnderstood('Серия не указана.') : good(text.slice(0, 20))
  const series = figures(text)
  if (/^\d{4}$/u.test(series)) return good(series)
  return notUnderstood('Серия паспорта РФ – 4 цифры. Сверьте с гражданином.')
}

/** Of a Russian passport six figures, else as it stands. */
export function readNumber(raw: string, isPassport: boolean): ValueReading {
  const text = oneLine(raw).replace(/^(?:номер|№)\s*/iu, '')
  if (!isPassport) return text === '' ? notUnderstood('Номер не указан.') : good(text.slice(0, 40))
  const number = figures(text)
  if (/^\d{6}$/u.test(number)) return good(number)
  return notUnderstood('Номер паспорта РФ – 6 цифр. Сверьте с гражданином.')
}

export interface DocumentParts {
  readonly kind: string | null
  readonly series: string | null
  readonly number: string | null
  readonly issuedBy: string | null
  readonly issuedOn: string | null
}

/**
 * A document written in one line: «Паспорт РФ 32 15 123456, выдан … 12.03.2010». What is not found stays null; the texts
 * are as written.
 */
export function documentParts(raw: string): DocumentParts {
  const text = oneLine(raw).slice(0, 600)
  const found =
    /(?:серия\s*:?\s*)?(\d{2}\s?\d{2})\s*,?\s*(?:№|номер|N)?\s*:?\s*(\d{6})(?!\d)/iu.exec(text) ??
    /серия\s*:?\s*(\S{1,10})\s*,?\s*(?:№|номер|N)\s*:?\s*([\p{L}\d-]{3,20})/iu.exec(text)
  const before = found === null ? text : text.slice(0, found.index)
  const after = found === null ? '' : text.slice(found.index + found[0].length)
  const kind = before.replace(/[\s,;:.–—-]+$/u, '')
  const issue = issueParts(after)
  return {
    kind: kind === '' || /\d{4,}/u.test(kind) ? null : kind,
    series: found?.[1] ?? null,
    number: found?.[2] ?? null,
    ...issue,
  }
}

/** «выдан ОВД города … 12.03.2010», in either order. */
export function issueParts(raw: string): Pick<DocumentParts, 'issuedBy' | 'issuedOn'> {
  const text = oneLine(raw)
    .slice(0, 600)
    .replace(/^[\s,;.–—-]+/u, '')
    .replace(/^(?:кем\s+|когда\s+)?выдан[а]?\s*:?\s*/iu, '')
  const at = [...text.matchAll(/\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}\s+[а-яё]{3,9}\s+\d{4}/giu)]
  const [only] = at
  // Of two dates nobody knows which one it is.
  if (at.length !== 1 || only === undefined || dateAtStart(only[0]) === null) {
    return { issuedBy: text === '' ? null : text, issuedOn: null }
  }
  const rest = `${text.slice(0, only.index)} ${text.slice(only.index + only[0].length).replace(/^\s*г(?:ода|\.)?(?!\p{L})/iu, '')}`
  const issuedBy = oneLine(rest).replace(/^[\s,;.–—-]+|[\s,;–—-]+$/gu, '')
  return { issuedBy: issuedBy === '' ? null : issuedBy, issuedOn: only[0] }
}
