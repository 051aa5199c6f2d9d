import { MissingYearError, type WorkingCalendar } from '../calendar/working-calendar.ts'

/** Somebody's time that is taken already. */
export interface Occupied {
  readonly startMs: number
  readonly specialistId: string
  readonly workplaceId: string
}

/** What a time is judged by. */
export interface SlotRule {
  readonly calendar: WorkingCalendar
  readonly occupied: readonly Occupied[]
  /** How long a reception takes a person and a room: the wait (п. 3.12) and the talk (п. 3.10). */
  readonly lengthMs: number
  /** Before it the citizen could not answer in time (п. 2.5). */
  readonly earliestMs: number
  readonly nowMs: number
  readonly specialistId: string
  readonly workplaceId: string
  /** Local dates, both included, on which the specialist receives nobody. */
  readonly absences?: readonly { readonly from: string; readonly to: string }[]
}

/** Why a time cannot be taken; the first two leave nothing to decide. */
export type SlotObstacle =
  | 'past'
  | 'specialistAbsent'
  | 'specialistBusy'
  | 'workplaceBusy'
  | 'outsideSchedule'
  | 'tooEarly'
  | 'missingYear'

/** Everything that stands against a time; empty = it is free. */
export function obstaclesOf(startMs: number, rule: SlotRule): readonly SlotObstacle[] {
  const obstacles: SlotObstacle[] = []
  const date = rule.calendar.dateAt(startMs)
  const isAbsent = (rule.absences ?? []).some(({ from, to }) => from <= date && date <= to)
  const overlapping = rule.occupied.filter(({ startMs: other }) => Math.abs(other - startMs) < rule.lengthMs)
  if (startMs <= rule.nowMs) obstacles.push('past')
  if (isAbsent) obstacles.push('specialistAbsent')
  if (overlapping.some(({ specialistId }) => specialistId === rule.specialistId)) obstacles.push('specialistBusy')
  else if (overlapping.some(({ workplaceId }) => workplaceId === rule.workplaceId)) obstacles.push('workplaceBusy')
  try {
    if (!isWorked(startMs, rule)) obstacles.push('outsideSchedule')
  } catch (error) {
    if (!(error instanceof MissingYearError)) throw error
    obstacles.push('missingYear')
  }
  if (startMs < rule.earliestMs) obstacles.push('tooEarly')
  return obstacles
}

/** The reception begins and can end inside one stretch of work: not over lunch, not past the evening. */
function isWorked(startMs: number, { calendar, lengthMs }: SlotRule): boolean {
  return calendar
    .workTimes(calendar.dateAt(startMs))
    .some(({ fromMs, toMs }) => fromMs <= startMs && startMs + lengthMs <= toMs)
}

export interface Slot {
  readonly startMs: number
  readonly state: 'free' | 'taken' | 'absent' | 'tooEarly' | 'past'
}

export interface SlotDay {
  /** Local date. */
  readonly date: string
  readonly slots: readonly Slot[]
}

/**
 * The grid of the next working days from a date on, the date itself included where it is one: every stretch of work cut
 * into slots. Ends early at a year whose calendar is not loaded (`missingYear`).
 */
export function slotDays(
  { from, days, slotMs }: { from: string; days: number; slotMs: number },
  rule: SlotRule,
): { days: readonly SlotDay[]; missingYear: number | null } {
  const found: SlotDay[] = []
  try {
    for (let date = from; found.length < days; date = rule.calendar.after(date)) {
      if (!rule.calendar.isWorking(date)) continue
      found.push({ date, slots: slotsOfDay(date, slotMs, rule) })
    }
  } catch (error) {
    if (!(error instanceof MissingYearError)) throw error
    return { days: found, missingYear: error.year }
  }
  return { days: found, missingYear: null }
}

function slotsOfDay(date: string, slotMs: number, rule: SlotRule): readonly Slot[] {
  const stepMs = Math.max(slotMs, rule.lengthMs)
  const slots: Slot[] = []
  for (const { fromMs, toMs } of rule.calendar.workTimes(date)) {
    for (let startMs = fromMs; startMs + rule.lengthMs <= toMs; startMs += stepMs) {
      slots.push({ startMs, state: stateOf(obstaclesOf(startMs, rule)) })
    }
  }
  return slots
}

function stateOf(obstacles: readonly SlotObstacle[]): Slot['state'] {
  if (obstacles.includes('specialistBusy') || obstacles.includes('workplaceBusy')) return 'taken'
  if (obstacles.includes('past')) return 'past'
  if (obstacles.includes('specialistAbsent')) return 'absent'
  return obstacles.includes('tooEarly') ? 'tooEarly' : 'free'
}
