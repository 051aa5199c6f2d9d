import { isWeekend } from './days-of-year.ts'
import { CalendarFileError, type RawYear, rawDate } from './raw-year.ts'

const known = new Set(['?xml', 'calendar', 'holidays', 'holiday', 'days', 'day'])

/**
 * `calendar.xml` of xmlcalendar.ru: `<day d="MM.DD" t="1|2|3" f="MM.DD"/>` – 1 day off (f: moved from), 2 shortened
 * working day, 3 working weekend. A scanner of tags and nothing more: no document type, no entities, nothing is fetched.
 */
export function readXmlYear(text: string): RawYear {
  const bare = withoutComments(text)
  if (bare.includes('<!')) throw new CalendarFileError('в файле есть описание типа документа, такие файлы не читаются')
  const tags = [...bare.matchAll(/<([^<>]*)>/g)].map(([, inside = '']) => inside)
  const stranger = tags.find(tag => !known.has(nameOf(tag)))
  if (stranger !== undefined) throw new CalendarFileError(`неизвестный элемент <${nameOf(stranger).slice(0, 20)}>`)
  const [calendar, ...others] = tags.filter(tag => tag.startsWith('calendar'))
  if (calendar === undefined || others.length > 0) throw new CalendarFileError('нет одного элемента <calendar> с годом')
  const { year: yearText = '', country = 'ru' } = attributesOf(calendar)
  if (!/^\d{4}$/.test(yearText)) throw new CalendarFileError('год не указан')
  if (country !== 'ru') throw new CalendarFileError(`это календарь другой страны («${country.slice(0, 20)}»)`)
  if (!bare.trimEnd().endsWith('</calendar>')) throw new CalendarFileError('файл обрывается')
  return yearOf(
    Number(yearText),
    tags.filter(tag => /^day\b/.test(tag)),
  )
}

function yearOf(year: number, days: readonly string[]): RawYear {
  const raw: RawYear = { year, daysOff: [], shortened: [], workingWeekends: [] }
  const movedTo = new Map<string, string>()
  const weekends: string[] = []
  for (const day of days) {
    const { d = '', t = '', f } = attributesOf(day)
    const date = rawDate(year, d)
    if (f !== undefined) movedTo.set(rawDate(year, f), date)
    if (t !== '1' && t !== '2' && t !== '3') {
      throw new CalendarFileError(`у дня ${d} неизвестный вид «${t.slice(0, 20)}»`)
    }
    if (t === '1' && !isWeekend(date)) raw.daysOff.push(date)
    if (t === '2') raw.shortened.push(date)
    if (t !== '1' && isWeekend(date)) weekends.push(date)
  }
  return { ...raw, workingWeekends: weekends.map(date => ({ date, insteadOf: movedTo.get(date) ?? null })) }
}

/** One pass: an unclosed comment must not cost more than the length of the file. */
function withoutComments(text: string): string {
  const [first = '', ...rest] = text.split('<!--')
  const kept = rest.map(part => {
    const end = part.indexOf('-->')
    if (end < 0) throw new CalendarFileError('файл обрывается')
    return part.slice(end + 3)
  })
  return first + kept.join('')
}

const nameOf = (tag: string): string => /^\/?(\??[A-Za-z]*)/.exec(tag)?.[1] ?? ''

const attributesOf = (tag: string): Record<string, string | undefined> =>
  Object.fromEntries([...tag.matchAll(/\b([a-z]+)\s*=\s*"([^"]*)"/g)].map(([, key, value]) => [key, value]))
