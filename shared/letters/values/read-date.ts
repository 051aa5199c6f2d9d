import { Temporal } from 'temporal-polyfill'
import { ageOn, type DatePurpose, monthOf, oldestPersonYears, readRussianDate } from '../../text/russian-date.ts'
import { oneLine } from '../hidden-signs.ts'
import { good, notUnderstood, type ValueReading } from './value-reading.ts'

/** A date found in a text; `unsure` where day and month could be the other way round. */
interface FoundDate {
  readonly date: string
  readonly unsure: boolean
  /** What stands after it. */
  readonly rest: string
}

/**
 * The date a text begins with: ДД.ММ.ГГГГ, ISO, «12 марта 1961 г.». Two figures of a year are no year. null: none, or one
 * the calendar does not have.
 */
export function dateAtStart(text: string): FoundDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(.*)$/su.exec(text)
  if (iso) return dateOf(iso[1], iso[2], iso[3], iso[4])
  const figures = /^(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)(.*)$/su.exec(text)
  if (figures) {
    const found = dateOf(figures[4], figures[3], figures[1], figures[5])
    const isUnsure = figures[2] === '/' && Number(figures[1]) <= 12 && figures[1] !== figures[3]
    return found && { ...found, unsure: isUnsure }
  }
  const words = /^[«"]?(\d{1,2})[»"]?\s+([а-яё]{3,9})\.?\s+(\d{4})(?!\d)(?:\s*г(?:ода|\.|(?![а-яё])))?(.*)$/isu.exec(
    text,
  )
  if (!words) return null
  const month = monthOf(words[2] ?? '')
  return month === null ? null : dateOf(words[3], String(month), words[1], words[4])
}

function dateOf(year = '', month = '', day = '', rest = ''): FoundDate | null {
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) }
    return { date: Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString(), unsure: false, rest: rest.trim() }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const format = 'Нужна дата ДД.ММ.ГГГГ.'

/** The whole text is a date, in every form a person may type; a form's own marks may stand after one with a whole year. */
function readDate(raw: string, purpose: DatePurpose, today: string): ValueReading {
  const text = oneLine(raw)
  const found = dateAtStart(text)
  const typed = readRussianDate(text, { purpose, today })
  if (found === null) {
    if (!typed.ok) return notUnderstood(typed.problem)
    const isShort = !/(?:\D|\d{4})\d{4}\D*$/u.test(text)
    return good(typed.date, isShort ? 'Год написан двумя цифрами: сверьте дату с документом.' : null)
  }
  // «00:00:00» of an export and «г.» say nothing more.
  const isMore =
    !typed.ok && !/^(?:T?\d{1,2}:\d{2}.*|г(?:ода|\.)?|г\. ?р\.?|года рождения|\(.*\)|[.,;])?$/iu.test(found.rest)
  if (isMore) return notUnderstood(`После даты стоит что-то ещё. ${format}`)
  return good(found.date, found.unsure ? 'День и месяц могли быть наоборот: проверьте дату.' : null)
}

/** A date of birth: not to come, no more than 120 years ago; a minor is said so. `today`: local date. */
export function readBirthDate(raw: string, today: string): ValueReading {
  const reading = readDate(raw, 'birth', today)
  if (reading.value === null) return reading
  const years = ageOn(reading.value, today)
  if (reading.value > today) return notUnderstood('Дата рождения ещё не наступила. Уточните её у гражданина.')
  if (years > oldestPersonYears) return notUnderstood('По этой дате гражданину больше 120 лет. Уточните её.')
  if (years < 18) return good(reading.value, 'Гражданину нет 18 лет: уточните, кто его законный представитель.')
  return reading
}

/** The day a document was issued: not to come. */
export function readIssueDate(raw: string, today: string): ValueReading {
  const reading = readDate(raw, 'past', today)
  return reading.value !== null && reading.value > today
    ? notUnderstood('Дата выдачи документа ещё не наступила. Уточните её у гражданина.')
    : reading
}

/** When the form was sent: an instant where an offset stands with it, else local date and time, else a date. */
export function readMoment(raw: string): ValueReading {
  const text = oneLine(raw)
  const found = dateAtStart(text)
  if (found === null) return notUnderstood(`Дата не распознана. ${format}`)
  const time = /^(?:T|,|в|г\.?|\s)*(\d{1,2})[:.](\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?/iu.exec(
    found.rest,
  )
  if (time === null) return good(found.date)
  const [, hour = '', minute = '', , offset] = time
  const local = `${found.date}T${hour.padStart(2, '0')}:${minute}`
  try {
    if (offset === undefined)
      return good(Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toString().slice(0, 16))
    const withOffset = `${local}${offset.toUpperCase().replace(/(\d{2})(\d{2})$/u, '$1:$2')}`
    return good(Temporal.Instant.from(withOffset).toString())
  } catch (error) {
    if (error instanceof RangeError) return notUnderstood('Время заполнения формы не распознано.')
    throw error
  }
}
