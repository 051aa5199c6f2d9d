import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { localDate } from '../text/date-time.ts'
import { workingDaysBetween } from './count-days.ts'
import { workingMinutesBetween } from './count-minutes.ts'
import { type Due, dueOf, type EventTime } from './due.ts'
import type { Term } from './term.ts'
import { MissingYearError, type WorkingCalendar } from './working-calendar.ts'

const Moment = z.iso.datetime({ offset: true })

/** A Due as it travels: local dates of the body and ISO instants. */
export const DueDates = z.strictObject({
  legalOn: z.iso.date(),
  legalAt: Moment,
  targetAt: Moment,
  cautiousOn: z.iso.date(),
})
export type DueDates = z.infer<typeof DueDates>

/** Where a term stands now. */
export const TermState = z.discriminatedUnion('kind', [
  /** What starts it has not happened, or nobody has noted it. */
  z.strictObject({ kind: z.literal('notStarted') }),
  z.strictObject({
    kind: z.literal('running'),
    due: DueDates,
    /** In the unit of the term; of the day it ends on 0. */
    left: z.int().nonnegative(),
    /** `soon`: by the cautious count it ends now, or a warning of the term has come; `today`: it ends today. */
    urgency: z.enum(['calm', 'soon', 'today']),
  }),
  z.strictObject({ kind: z.literal('overdue'), due: DueDates, over: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('met'), due: DueDates, on: z.iso.date(), late: z.boolean() }),
  /** What it was for is over and nobody noted the end. */
  z.strictObject({ kind: z.literal('unmarked'), due: DueDates }),
  /** The calendar that would be needed is not loaded: nothing is guessed. */
  z.strictObject({ kind: z.literal('missingYear'), year: z.int() }),
])
export type TermState = z.infer<typeof TermState>

/** What happened, by the names the regulation gives to events; what is not there has not happened. */
export type EventTimes = Readonly<Record<string, EventTime | undefined>>

export interface JudgedNow {
  readonly calendar: WorkingCalendar
  readonly nowMs: number
  /** The matter is closed: a term without its end will not get one. */
  readonly isOver: boolean
}

/** Where a term stands, by what happened. */
export function judgeTerm(term: Term, events: EventTimes, { calendar, nowMs, isOver }: JudgedNow): TermState {
  const start = events[term.startEvent]
  if (start === undefined) return { kind: 'notStarted' }
  const reply = dueOf(term, start, calendar)
  if (!reply.ok) return { kind: 'missingYear', year: reply.missingYear }
  const due = dueDates(reply.due)
  const end = events[term.endEvent]
  if (end !== undefined) return { kind: 'met', due, on: dateOf(end, calendar), late: isLate(end, reply.due) }
  if (isOver) return { kind: 'unmarked', due }
  try {
    return running(term, reply.due, calendar, nowMs)
  } catch (error) {
    if (error instanceof MissingYearError) return { kind: 'missingYear', year: error.year }
    throw error
  }
}

function running(term: Term, due: Due, calendar: WorkingCalendar, nowMs: number): TermState {
  const today = localDate(nowMs, calendar.timeZone)
  if (nowMs >= due.legalAtMs) {
    return { kind: 'overdue', due: dueDates(due), over: distance(term, due, calendar, { nowMs, today }) }
  }
  const left = distance(term, due, calendar, { nowMs, today })
  const isWarned = term.warnings.some(amount => left <= amount)
  const urgency = due.legalOn === today ? 'today' : today >= due.cautiousOn || isWarned ? 'soon' : 'calm'
  return { kind: 'running', due: dueDates(due), left, urgency }
}

/** How far the end is from now, in full units of the term, on either side of it. */
function distance(
  { unit }: Term,
  { legalOn, legalAtMs }: Due,
  calendar: WorkingCalendar,
  { nowMs, today }: { nowMs: number; today: string },
): number {
  const [earlierMs, laterMs] = [Math.min(nowMs, legalAtMs), Math.max(nowMs, legalAtMs)]
  switch (unit) {
    case 'workingDay':
      return Math.abs(workingDaysBetween(calendar, today, legalOn))
    case 'calendarDay':
    case 'year':
      return Math.abs(Temporal.PlainDate.from(today).until(legalOn, { largestUnit: 'days' }).days)
    case 'minute':
      return Math.floor((laterMs - earlierMs) / 60_000)
    case 'workingMinute':
      return Math.floor(workingMinutesBetween(calendar, earlierMs, laterMs))
    case 'workingHour':
      return Math.floor(workingMinutesBetween(calendar, earlierMs, laterMs) / 60)
  }
}

const isLate = (end: EventTime, due: Due): boolean =>
  'date' in end ? end.date > due.legalOn : end.atMs > due.legalAtMs

const dateOf = (time: EventTime, { timeZone }: WorkingCalendar): string =>
  'date' in time ? time.date : localDate(time.atMs, timeZone)

const instant = (ms: number): string => new Date(ms).toISOString()

const dueDates = ({ legalOn, legalAtMs, targetAtMs, cautiousOn }: Due): DueDates => ({
  legalOn,
  legalAt: instant(legalAtMs),
  targetAt: instant(targetAtMs),
  cautiousOn,
})
