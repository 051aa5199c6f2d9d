import { Temporal } from 'temporal-polyfill'
import { formatLocalDate } from '../text/date-time.ts'
import { isWeekend } from './days-of-year.ts'
import type { ProductionYear } from './production-year.ts'

/** Non-working holidays of ст. 112 ТК РФ, «ММ-ДД»: fourteen days. */
export const holidays = [
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
] as const
/** Of the weekends among the holidays of January the Government moves two, whichever they are. */
const movedOfJanuary = 2

type Days = Pick<ProductionYear, 'year' | 'daysOff' | 'shortened' | 'workingWeekends'>

/**
 * What of a year goes against ст. 95 and 112 ТК РФ, Russian; null = nothing. A file of another country or of another year
 * counts right by its own sums and would move every term: so each holiday is off, each weekend that falls on a holiday and
 * each working weekend has its day off elsewhere, and nothing else is a day off.
 */
export function labourCodeFault({ year, daysOff, shortened, workingWeekends }: Days): string | null {
  const off = new Set(daysOff)
  const working = new Set(workingWeekends.map(({ date }) => date))
  const dates = holidays.map(day => `${year}-${day}`)
  const all = new Set(dates)
  for (const date of dates) {
    if (working.has(date) || (!isWeekend(date) && !off.has(date))) {
      return `${formatLocalDate(date)} – нерабочий праздничный день (ст. 112 ТК РФ), а в файле рабочий: это не производственный календарь России на ${year} год`
    }
  }
  const unpaired = workingWeekends.find(
    ({ insteadOf }) => insteadOf !== null && (!off.has(insteadOf) || all.has(insteadOf)),
  )
  if (unpaired) {
    return `рабочий выходной ${formatLocalDate(unpaired.date)} должен заменять выходной день, а ${formatLocalDate(unpaired.insteadOf ?? '')} им не стал`
  }
  const collisions = dates.filter(isWeekend)
  const inJanuary = collisions.filter(date => date.slice(5, 7) === '01').length
  const expected = Math.min(inJanuary, movedOfJanuary) + (collisions.length - inJanuary) + working.size
  const moved = daysOff.filter(date => !all.has(date))
  if (moved.length !== expected) {
    const which = moved.map(formatLocalDate).join(', ') || 'ни одного'
    return `перенесённых выходных должно быть ${expected}: столько выходных ${year} года совпало с праздниками или стало рабочими (ст. 112 ТК РФ); в файле: ${which}. Похоже, файл другого года или страны`
  }
  return shortenedFault(year, { off, all, working, shortened })
}

/** ст. 95 ТК РФ: the working day right before a holiday is an hour shorter; so is a working weekend that replaced one. */
function shortenedFault(
  year: number,
  {
    off,
    all,
    working,
    shortened,
  }: { off: ReadonlySet<string>; all: ReadonlySet<string>; working: ReadonlySet<string>; shortened: readonly string[] },
): string | null {
  const named = new Set(shortened)
  const stray = shortened.find(date => !working.has(date) && !all.has(nextDay(date)) && !isYearEnd(date))
  if (stray !== undefined) return `${formatLocalDate(stray)} сокращён, но перед праздником не стоит (ст. 95 ТК РФ)`
  const eves = [...[...all].map(date => dayBefore(date)).filter(date => date.startsWith(`${year}-`)), `${year}-12-31`]
  const missed = eves.find(
    date => !all.has(date) && !off.has(date) && (!isWeekend(date) || working.has(date)) && !named.has(date),
  )
  return missed === undefined
    ? null
    : `${formatLocalDate(missed)} стоит перед праздником и должен быть сокращён (ст. 95 ТК РФ)`
}

const nextDay = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString()
const dayBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()
const isYearEnd = (date: string): boolean => date.endsWith('-12-31')
