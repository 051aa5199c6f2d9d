import { Temporal } from 'temporal-polyfill'
import { localDate } from '../text/date-time.ts'
import { daysOfYear, weekdayOf } from './days-of-year.ts'
import type { LocalException } from './local-exception.ts'
import type { ProductionYear } from './production-year.ts'
import type { WorkSchedule } from './schedule.ts'
import { workSpans } from './work-spans.ts'

export type DayKind = 'working' | 'shortened' | 'off'

/** A stretch of work in epoch milliseconds. */
export interface WorkTime {
  readonly fromMs: number
  readonly toMs: number
}

/** A day outside of the years that are loaded: nothing is guessed about it. */
export class MissingYearError extends Error {
  readonly year: number
  constructor(year: number) {
    super(missingYearText(year))
    this.year = year
  }
}

/** «календарь на 2028 год не загружен». */
export const missingYearText = (year: number): string => `календарь на ${year} год не загружен`

/** The working days and hours of one body. Every question about a year that is not loaded throws MissingYearError. */
export interface WorkingCalendar {
  readonly timeZone: string
  kindOf(date: string): DayKind
  isWorking(date: string): boolean
  /** The neighbouring dates. */
  after(date: string): string
  before(date: string): string
  /** The local date of a moment; of years that are not loaded too. */
  dateAt(ms: number): string
  /** 00:00 and 24:00 of the local date, epoch milliseconds. */
  startOfDayMs(date: string): number
  endOfDayMs(date: string): number
  /** When work goes on upon a day, in order; empty on a day off. */
  workTimes(date: string): readonly WorkTime[]
}

export interface WorkingCalendarDeps {
  readonly years: readonly ProductionYear[]
  /** In the order they were decided: the last word about a day counts. */
  readonly exceptions: readonly LocalException[]
  readonly schedule: WorkSchedule
  readonly timeZone: string
}

const utcDayMs = 86_400_000

/** A working weekend whose hours nobody named: those of a Friday, the shortest, so that nothing is promised too late. */
const weekdayOfUnnamedHours = 5

interface Day {
  readonly kind: DayKind
  /** Whose hours are worked: of a working Saturday those of the day it replaced. */
  readonly hoursOf: number
  readonly before: string
  readonly after: string
}

export function makeWorkingCalendar({ years, exceptions, schedule, timeZone }: WorkingCalendarDeps): WorkingCalendar {
  const days = new Map<string, Day>()
  for (const year of years) for (const [date, day] of daysOf(year, exceptions)) days.set(date, day)
  const starts = new Map<string, number>()
  const ends = new Map<string, number>()
  const times = new Map<string, readonly WorkTime[]>()

  function dayOf(date: string): Day {
    const day = days.get(date)
    if (!day) throw new MissingYearError(Temporal.PlainDate.from(date).year)
    return day
  }
  const midnightMs = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).epochMilliseconds
  function workTimes(date: string): readonly WorkTime[] {
    return kept(times, date, () => {
      const { kind, hoursOf } = dayOf(date)
      if (kind === 'off') return []
      return workSpans(schedule, hoursOf, { shortened: kind === 'shortened' }).map(({ fromMinute, toMinute }) => ({
        fromMs: atMinute(date, fromMinute, timeZone),
        toMs: atMinute(date, toMinute, timeZone),
      }))
    })
  }
  const startOfDayMs = (date: string) => kept(starts, date, () => midnightMs(Temporal.PlainDate.from(date)))
  const endOfDayMs = (date: string) =>
    kept(ends, date, () => midnightMs(Temporal.PlainDate.from(date).add({ days: 1 })))
  /** A day of UTC touches two local dates, three at most: what was asked once is looked up, never worked out again. */
  const touched = new Map<number, string[]>()
  function dateAt(ms: number): string {
    const dates = kept(touched, Math.floor(ms / utcDayMs), () => [])
    const known = dates.find(date => startOfDayMs(date) <= ms && ms < endOfDayMs(date))
    if (known !== undefined) return known
    const date = localDate(ms, timeZone)
    dates.push(date)
    return date
  }
  return {
    timeZone,
    dateAt,
    kindOf: date => dayOf(date).kind,
    isWorking: date => dayOf(date).kind !== 'off',
    after: date => dayOf(date).after,
    before: date => dayOf(date).before,
    startOfDayMs,
    endOfDayMs,
    workTimes,
  }
}

function* daysOf(year: ProductionYear, exceptions: readonly LocalException[]): Generator<readonly [string, Day]> {
  const off = new Set(year.daysOff)
  const shortened = new Set(year.shortened)
  const replaced = new Map(year.workingWeekends.map(({ date, insteadOf }) => [date, insteadOf]))
  const local = new Map(exceptions.map(({ date, kind }) => [date, kind]))
  const all = daysOfYear(year.year)
  for (const [index, { date, weekday }] of all.entries()) {
    const byCalendar: DayKind = (weekday > 5 ? !replaced.has(date) : off.has(date))
      ? 'off'
      : shortened.has(date)
        ? 'shortened'
        : 'working'
    const insteadOf = replaced.get(date) ?? null
    yield [
      date,
      {
        kind: withException(byCalendar, local.get(date)),
        hoursOf: insteadOf !== null ? weekdayOf(insteadOf) : weekday > 5 ? weekdayOfUnnamedHours : weekday,
        before: all[index - 1]?.date ?? `${year.year - 1}-12-31`,
        after: all[index + 1]?.date ?? `${year.year + 1}-01-01`,
      },
    ]
  }
}

function withException(byCalendar: DayKind, exception: LocalException['kind'] | undefined): DayKind {
  switch (exception) {
    case 'off':
      return 'off'
    case 'short':
      return 'shortened'
    case 'working':
      return 'working'
    case 'asCalendar':
    case undefined:
      return byCalendar
  }
}

/** By the wall clock, so that a day on which clocks are put back keeps its hours. */
function atMinute(date: string, minute: number, timeZone: string): number {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
}

function kept<Key, T>(map: Map<Key, T>, key: Key, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
