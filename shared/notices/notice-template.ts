import { fieldsOfKind, fieldsOfSubject, type NoticeField, noticeFields } from './notice-field.ts'
import type { NoticeKind } from './notice-kind.ts'

/** The words of a notice with {поля}. */
export interface NoticeWords {
  readonly subject: string
  readonly text: string
}

export type NoticeValues = Readonly<Record<NoticeField, string>>

const byName = new Map<string, NoticeField>(
  (Object.keys(noticeFields) as NoticeField[]).map(field => [noticeFields[field].name, field]),
)
const inBraces = /\{([^{}\n]*)\}/g

/** What is wrong with a template, in Russian by field of the form; empty = nothing. */
export function templateFaults(
  kind: NoticeKind,
  { subject, text }: NoticeWords,
): Partial<Record<keyof NoticeWords, string>> {
  const { allowed, mandatory } = fieldsOfKind[kind]
  const faults: Partial<Record<keyof NoticeWords, string>> = {}
  const wrongSubject = subject.trim() === '' ? 'Впишите тему письма' : wrongNames(subject, fieldsOfSubject)
  if (/[\r\n]/.test(subject)) faults.subject = 'Тема письма — одна строка'
  else if (wrongSubject !== null) faults.subject = wrongSubject
  else if (!fieldsIn(subject).includes('journalNumber')) {
    faults.subject = 'В теме нужен № заявки: по нему находят ответ гражданина: {номер заявки}'
  }
  const missing = mandatory.filter(field => !fieldsIn(text).includes(field))
  const wrongText = wrongNames(text, allowed)
  if (wrongText !== null) faults.text = wrongText
  else if (missing.length > 0) faults.text = `Нет обязательных полей: ${missing.map(inBracesOf).join(', ')}`
  return faults
}

/** The words with the values in place. A line all of whose fields are empty is left out, and so is a doubled blank line. */
export function fillTemplate({ subject, text }: NoticeWords, values: NoticeValues): NoticeWords {
  const fill = (line: string) =>
    line.replace(inBraces, (whole, name: string) => {
      const field = byName.get(name.trim())
      return field === undefined ? whole : values[field]
    })
  const lines = text.split('\n').filter(line => {
    const fields = fieldsIn(line)
    return fields.length === 0 || fields.some(field => values[field] !== '')
  })
  return {
    subject: fill(subject).trim(),
    text: `${lines
      .map(fill)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`,
  }
}

/** «{номер заявки}». */
export const inBracesOf = (field: NoticeField): string => `{${noticeFields[field].name}}`

const namesIn = (text: string): string[] => [...text.matchAll(inBraces)].map(match => (match[1] ?? '').trim())

const fieldsIn = (text: string): NoticeField[] =>
  namesIn(text).flatMap(name => {
    const field = byName.get(name)
    return field === undefined ? [] : [field]
  })

/** Russian, or null where every name is known and allowed here. */
function wrongNames(text: string, allowed: readonly NoticeField[]): string | null {
  const wrong = namesIn(text).filter(name => {
    const field = byName.get(name)
    return field === undefined || !allowed.includes(field)
  })
  if (wrong.length > 0) {
    return `Неизвестное здесь поле: ${[...new Set(wrong)].map(name => `{${name}}`).join(', ')}. Можно: ${allowed.map(inBracesOf).join(', ')}`
  }
  return /[{}]/.test(text.replace(inBraces, '')) ? 'Лишняя фигурная скобка: поле пишется {так}' : null
}
