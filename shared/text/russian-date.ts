import { Temporal } from 'temporal-polyfill'
import { cleanLine } from './clean-text.ts'

/**
 * What a date is for decides how a year of two figures is read. `birth`: not to come, at most 120 years ago; `past`: not
 * to come, at most 80 years ago; `any`: within ten years of today. Where both centuries fit, or none, it is not guessed.
 */
export type DatePurpose = 'birth' | 'past' | 'any'

export type DateReading =
  /** Local date, «1961-04-12». */
  | { readonly ok: true; readonly date: string }
  /** Russian: what is wrong and what to type. */
  | { readonly ok: false; readonly problem: string }

export const oldestPersonYears = 120
const oldestPaperYears = 80
const nearYears = 10

/** Beginnings of the names of months with every ending they take: «март», «марта», «марте», «мар.». */
const months = [
  /^янв(?:ар[ьяюе]|арём|арем)?$/u,
  /^фев(?:р|рал[ьяюе]|ралём|ралем)?$/u,
  /^мар(?:т[ауе]?|том)?$/u,
  /^апр(?:ел[ьяюе]|елем)?$/u,
  /^ма[йяюе]$|^маем$/u,
  /^июн(?:[ьяюе]|ем)?$/u,
  /^июл(?:[ьяюе]|ем)?$/u,
  /^авг(?:уст[ауе]?|устом)?$/u,
  /^сен(?:т|тябр[ьяюе]|тябрём|тябрем)?$/u,
  /^окт(?:ябр[ьяюе]|ябрём|ябрем)?$/u,
  /^ноя(?:б|бр[ьяюе]|брём|брем)?$/u,
  /^дек(?:абр[ьяюе]|абрём|абрем)?$/u,
]

/** 1–12 of a name of a month in any case; null where it is none. */
export function monthOf(word: string): number | null {
  const known = months.findIndex(month => month.test(word.toLocaleLowerCase('ru')))
  return known < 0 ? null : known + 1
}

const format = 'Нужна дата ДД.ММ.ГГГГ.'
const wrong = (problem: string): DateReading => ({ ok: false, problem })

interface Parts {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** Day first, whatever stands between; «2026-11-20» is the one form with the year first. */
function partsOf(text: string): Parts | null {
  const of = (day = '', month = '', year = ''): Parts => ({ day, month, year })
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text)
  if (iso) return of(iso[3], iso[2], iso[1])
  const solid = /^(\d{2})(\d{2})(\d{4}|\d{2})$/u.exec(text)
  if (solid) return of(solid[1], solid[2], solid[3])
  const split = /^(\d{1,2})( ?[./-] ?| )(\d{1,2})( ?[./-] ?| )(\d{4}|\d{2})$/u.exec(text)
  if (split) return split[2]?.trim() === split[4]?.trim() ? of(split[1], split[3], split[5]) : null
  const named = /^[«"]?(\d{1,2})[»"]?(?:-?(?:е|го) | ?[./-] ?| ?)([а-яё]{3,9})\.?(?: ?[./-] ?| ?)(\d{4}|\d{2})$/iu.exec(
    text,
  )
  const month = named ? monthOf(named[2] ?? '') : null
  return named && month !== null ? of(named[1], String(month), named[3]) : null
}

/**
 * A date as people type it in Russia: Д.М.ГГ, Д.М.ГГГГ, ДДММГГ, ДДММГГГГ, with «.», «/», «-» or a blank between, or with
 * the month in words. Never guesses: 31.02 is not the third of March and a year is not the first of January. `today`:
 * local date.
 */
export function readRussianDate(
  typed: string,
  { purpose, today }: { purpose: DatePurpose; today: string },
): DateReading {
  const text = cleanLine(typed)
    .replaceAll(/[‐-―−]/gu, '-')
    .replace(/[.,;]$/u, '')
    .replace(/ ?г(?:\.? ?р|од[ау]?(?: рождения)?)?$/iu, '')
  const parts = partsOf(text)
  if (parts === null) return wrong(`Дата не распознана. ${format}`)
  const years = yearsOf(parts.year, parts, { purpose, today })
  if (years.length !== 1) return wrong('Век не ясен: впишите год четырьмя цифрами.')
  const date = existing(years[0] ?? 0, parts)
  if (date === null) return wrong(`Такого дня в календаре нет. ${format}`)
  return purpose === 'birth' ? birthDateFault(date, today) : { ok: true, date }
}

/** A date of birth is not to come and at most 120 years ago. */
function birthDateFault(date: string, today: string): DateReading {
  if (date > today) return wrong('Дата рождения ещё не наступила.')
  return ageOn(date, today) > oldestPersonYears
    ? wrong(`По этой дате гражданину больше ${oldestPersonYears} лет: проверьте год.`)
    : { ok: true, date }
}

/** Full years from a date to another, later one. */
export const ageOn = (birthDate: string, today: string): number =>
  Temporal.PlainDate.from(birthDate).until(today, { largestUnit: 'year' }).years

/** The years a typed one may mean. */
function yearsOf(
  year: string,
  parts: Parts,
  { purpose, today }: { purpose: DatePurpose; today: string },
): readonly number[] {
  if (year.length === 4) return [Number(year)]
  const thisYear = Number(today.slice(0, 4))
  const both = [2000, 1900].map(century => century + Number(year))
  if (purpose === 'any') return both.filter(one => Math.abs(one - thisYear) <= nearYears)
  const longest = purpose === 'birth' ? oldestPersonYears : oldestPaperYears
  const fitting = both.filter(one => {
    const date = existing(one, parts)
    return date !== null && date <= today && ageOn(date, today) <= longest
  })
  // No century has such a day, or both are to come: the later one, whose fault is then told by its own name.
  return fitting.length > 0 ? fitting : both.slice(0, 1)
}

function existing(year: number, { day, month }: Parts): string | null {
  if (year < 1000) return null
  try {
    const parts = { year, month: Number(month), day: Number(day) }
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
