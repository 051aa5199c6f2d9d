import { labourCodeFault } from './labour-code.ts'
import { countWorkingDays, ProductionYear } from './production-year.ts'
import { CalendarFileError } from './raw-year.ts'
import { readJsonYear } from './xmlcalendar-json.ts'
import { readXmlYear } from './xmlcalendar-xml.ts'

/** Characters; the real files have fewer than ten thousand. */
export const longestCalendarFile = 200_000

export type CalendarFileReply =
  | { readonly ok: true; readonly year: ProductionYear }
  /** Russian: why it is no calendar. */
  | { readonly ok: false; readonly message: string }

/**
 * Reads a file of xmlcalendar.ru (XML or JSON, told apart by its first sign) as the calendar of a year. The file names
 * no decree, so `basis` is what the person says it rests on. Whatever is wrong is an answer.
 */
export function readCalendarFile(text: string, basis: string): CalendarFileReply {
  if (text.length > longestCalendarFile) return { ok: false, message: 'файл слишком велик для календаря' }
  const content = text.replace(/^\uFEFF/, '').trimStart()
  try {
    const raw = content.startsWith('<')
      ? readXmlYear(content)
      : content.startsWith('{')
        ? readJsonYear(content)
        : refuse('это не XML и не JSON с сайта xmlcalendar.ru')
    if (raw.year < 2020 || raw.year > 2100) refuse(`год ${raw.year} не подходит`)
    const year = { ...raw, basis, sources: ['файл xmlcalendar.ru'], workingDaysByMonth: countWorkingDays(raw) }
    const checked = ProductionYear.safeParse(year)
    if (!checked.success) return { ok: false, message: checked.error.issues[0]?.message ?? 'файл не подходит' }
    const fault = labourCodeFault(checked.data)
    return fault === null ? { ok: true, year: checked.data } : { ok: false, message: fault }
  } catch (error) {
    if (error instanceof CalendarFileError) return { ok: false, message: error.message }
    throw error
  }
}

function refuse(message: string): never {
  throw new CalendarFileError(message)
}
