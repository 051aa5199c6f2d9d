import { Temporal } from 'temporal-polyfill'
import { addWorkingDays, subtractWorkingDays, workingDayFrom, workingDayUpTo } from './count-days.ts'
import { addWorkingMinutes, subtractWorkingMinutes } from './count-minutes.ts'
import type { Term } from './term.ts'
import { MissingYearError, type WorkingCalendar } from './working-calendar.ts'

/** When something happened: a local date of the body where the hour is not known or does not matter. */
export type EventTime = { readonly date: string } | { readonly atMs: number }

/** How a term ends. Local dates of the body; moments in epoch milliseconds. */
export interface Due {
  /** The last lawful day. */
  readonly legalOn: string
  /** The last lawful moment: 24:00 of that day (ст. 194 ГК), or the very minute. */
  readonly legalAtMs: number
  /** «До конца рабочего дня»: what to aim at. */
  readonly targetAtMs: number
  /** The last day if the day of the event were day 1: kept by whoever wants no dispute. */
  readonly cautiousOn: string
}

export type DueReply = { readonly ok: true; readonly due: Due } | { readonly ok: false; readonly missingYear: number }

/** When the term ends that began then; a year without a calendar is an answer, never a guess. */
export function dueOf(term: Pick<Term, CountedBy>, start: EventTime, calendar: WorkingCalendar): DueReply {
  const known = remembered.get(calendar) ?? new Map<string, DueReply>()
  remembered.set(calendar, known)
  const { amount, unit, direction, countFrom } = term
  const key = `${amount} ${unit} ${direction} ${countFrom} ${'date' in start ? start.date : start.atMs}`
  const found = known.get(key)
  if (found) return found
  if (known.size >= mostRemembered) known.clear()
  const reply = countedOrNot(term, start, calendar)
  known.set(key, reply)
  return reply
}

/**
 * What was counted by a calendar, for as long as it is the one in force (a changed one is another object): the same few
 * days are asked for by every open application, every time a list is shown.
 */
const remembered = new WeakMap<WorkingCalendar, Map<string, DueReply>>()
const mostRemembered = 20_000

function countedOrNot(term: Pick<Term, CountedBy>, start: EventTime, calendar: WorkingCalendar): DueReply {
  try {
    return { ok: true, due: counted(term, start, calendar) }
  } catch (error) {
    if (error instanceof MissingYearError) return { ok: false, missingYear: error.year }
    throw error
  }
}

type CountedBy = 'amount' | 'unit' | 'direction' | 'countFrom'

function counted(term: Pick<Term, CountedBy>, start: EventTime, calendar: WorkingCalendar): Due {
  const { amount, unit, direction } = term
  switch (unit) {
    case 'workingDay':
      return workingDays(term, dateOf(start, calendar), calendar)
    case 'calendarDay':
      return calendarDays(term, dateOf(start, calendar), calendar)
    case 'year': {
      // «2 года с даты проведения»: the same date; neither a day off nor a calendar of that year changes it.
      const years = direction === 'after' ? amount : -amount
      const on = Temporal.PlainDate.from(dateOf(start, calendar)).add({ years }, { overflow: 'constrain' }).toString()
      const legalAtMs = calendar.endOfDayMs(on)
      return { legalOn: on, legalAtMs, targetAtMs: legalAtMs, cautiousOn: on }
    }
    case 'minute': {
      const shiftMs = amount * 60_000
      return atMoment(momentOf(start, calendar) + (direction === 'after' ? shiftMs : -shiftMs), calendar)
    }
    case 'workingHour':
    case 'workingMinute': {
      const minutes = unit === 'workingHour' ? amount * 60 : amount
      const move = direction === 'after' ? addWorkingMinutes : subtractWorkingMinutes
      return atMoment(move(calendar, momentOf(start, calendar), minutes), calendar)
    }
  }
}

function workingDays(
  { amount, direction, countFrom }: Pick<Term, CountedBy>,
  date: string,
  calendar: WorkingCalendar,
): Due {
  if (direction === 'before') {
    const legalOn = subtractWorkingDays(calendar, date, amount)
    return onDay(legalOn, workingDayUpTo(calendar, calendar.before(legalOn)), calendar)
  }
  const legalOn = addWorkingDays(calendar, date, amount, countFrom)
  return onDay(legalOn, addWorkingDays(calendar, date, amount, 'sameDay'), calendar)
}

function calendarDays(
  { amount, direction, countFrom }: Pick<Term, CountedBy>,
  date: string,
  calendar: WorkingCalendar,
): Due {
  const from = Temporal.PlainDate.from(date)
  if (direction === 'before') {
    const last = from.subtract({ days: amount }).toString()
    return onDay(last, workingDayUpTo(calendar, last), calendar)
  }
  const asNextDay = from.add({ days: amount }).toString()
  const asSameDay = from.add({ days: Math.max(0, amount - 1) }).toString()
  // ст. 193 ГК moves the end to a working day; whoever is cautious does not wait for it.
  return onDay(workingDayFrom(calendar, countFrom === 'nextDay' ? asNextDay : asSameDay), asSameDay, calendar)
}

function onDay(legalOn: string, cautiousOn: string, calendar: WorkingCalendar): Due {
  const legalAtMs = calendar.endOfDayMs(legalOn)
  return { legalOn, legalAtMs, targetAtMs: calendar.workTimes(legalOn).at(-1)?.toMs ?? legalAtMs, cautiousOn }
}

function atMoment(atMs: number, calendar: WorkingCalendar): Due {
  const on = calendar.dateAt(atMs)
  return { legalOn: on, legalAtMs: atMs, targetAtMs: atMs, cautiousOn: on }
}

const dateOf = (time: EventTime, calendar: WorkingCalendar): string =>
  'date' in time ? time.date : calendar.dateAt(time.atMs)

/** Of a date alone its first moment is known. */
const momentOf = (time: EventTime, calendar: WorkingCalendar): number =>
  'date' in time ? calendar.startOfDayMs(time.date) : time.atMs
