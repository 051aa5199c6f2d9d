import * as z from 'zod'
import { daysOfYear, isWeekend } from './days-of-year.ts'
import { countWorkingDays } from './production-year.ts'
import { CalendarFileError, type RawYear, rawDate } from './raw-year.ts'

/** Only what is used; the file tells more. */
const File = z.object({
  year: z.int(),
  months: z
    .array(z.object({ month: z.int().min(1).max(12), days: z.string().max(200) }))
    .length(12, 'в файле не двенадцать месяцев'),
  transitions: z.array(z.object({ from: z.string(), to: z.string() })).default([]),
  statistic: z.object({ workdays: z.int() }).optional(),
})

/**
 * `calendar.json` of xmlcalendar.ru: per month the days off, «9+» a moved one, «30*» a shortened working day; a Saturday
 * or Sunday that is not named is a working day.
 */
export function readJsonYear(text: string): RawYear {
  const { year, months, transitions, statistic } = parsed(text)
  if (new Set(months.map(({ month }) => month)).size < 12) throw new CalendarFileError('месяц указан дважды')
  const off = new Set<string>()
  const shortened: string[] = []
  for (const { month, days } of months) {
    for (const entry of days.split(',').filter(entry => entry !== '')) {
      const [, day = '', mark] = /^(\d{1,2})([*+]?)$/.exec(entry.trim()) ?? []
      const date = rawDate(year, `${two(month)}.${day.padStart(2, '0')}`)
      if (mark === '*') shortened.push(date)
      else off.add(date)
    }
  }
  const movedTo = new Map(
    transitions
      // Moves from the year before or into the next one name days that are not of this file.
      .filter(({ from, to }) => /^\d{2}\.\d{2}$/.test(from) && /^\d{2}\.\d{2}$/.test(to))
      .map(({ from, to }) => [rawDate(year, from), rawDate(year, to)]),
  )
  const raw = {
    year,
    daysOff: [...off].filter(date => !isWeekend(date)),
    shortened,
    workingWeekends: daysOfYear(year)
      .filter(({ date, weekday }) => weekday > 5 && !off.has(date))
      .map(({ date }) => ({ date, insteadOf: movedTo.get(date) ?? null })),
  }
  const counted = countWorkingDays(raw).reduce((sum, days) => sum + days, 0)
  if (statistic && statistic.workdays !== counted) {
    throw new CalendarFileError(`рабочих дней по датам ${counted}, а в итогах файла ${statistic.workdays}`)
  }
  return raw
}

function parsed(text: string): z.infer<typeof File> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new CalendarFileError('файл повреждён: это не JSON')
  }
  const file = File.safeParse(value)
  if (file.success) {
    if (file.data.year < 1000 || file.data.year > 9999) throw new CalendarFileError('год не указан')
    return file.data
  }
  const [issue] = file.error.issues
  const at = issue?.path.join('.') ?? ''
  // Our own words where we have them; the schema's are for programmers.
  if (issue?.code === 'too_small' || issue?.code === 'too_big') throw new CalendarFileError(issue.message)
  throw new CalendarFileError(
    at === ''
      ? 'это не календарь xmlcalendar.ru'
      : `это не календарь xmlcalendar.ru: поля «${at}» нет, или оно другого вида`,
  )
}

const two = (value: number): string => String(value).padStart(2, '0')
