import { formatLocalDate, formatTime, localDate } from '../text/date-time.ts'
import { countText, type Noun, nouns, remainsText } from '../text/plural.ts'
import type { Term, TermUnit } from './term.ts'
import type { DueDates, TermState } from './term-state.ts'
import { missingYearText } from './working-calendar.ts'

export const unitNouns: Readonly<Record<TermUnit, Noun>> = {
  workingDay: nouns.workingDay,
  workingHour: nouns.workingHour,
  workingMinute: nouns.workingMinute,
  calendarDay: nouns.day,
  minute: nouns.minute,
  year: nouns.year,
}

const isOfDays = (unit: TermUnit): boolean => unit === 'workingDay' || unit === 'calendarDay' || unit === 'year'

export interface TermTextContext {
  readonly timeZone: string
  readonly nowMs: number
}

/** Where a term stands, in words: «остался 1 рабочий день, срок по 25.11.2026». */
export function termStateText(term: Pick<Term, 'unit'>, state: TermState, context: TermTextContext): string {
  switch (state.kind) {
    case 'notStarted':
      return 'пока не отсчитывается'
    case 'running':
      return runningText(term, state, context)
    case 'overdue': {
      const by = isOfDays(term.unit) && state.over > 0 ? ` на ${countText(state.over, overNoun(term.unit))}` : ''
      return `просрочен${by}, истёк ${endText(term, state.due, context)}`
    }
    case 'met':
      return state.late
        ? `выполнен ${formatLocalDate(state.on)} с опозданием, срок был по ${formatLocalDate(state.due.legalOn)}`
        : `выполнен ${formatLocalDate(state.on)}, в срок`
    case 'unmarked':
      return `отметки о выполнении нет, срок был по ${formatLocalDate(state.due.legalOn)}`
    case 'missingYear':
      return `${missingYearText(state.year)}: срок не считается`
  }
}

function runningText(
  term: Pick<Term, 'unit'>,
  { due, left, urgency }: Extract<TermState, { kind: 'running' }>,
  context: TermTextContext,
): string {
  if (!isOfDays(term.unit)) return `${remainsText(left, unitNouns[term.unit])}, срок до ${endText(term, due, context)}`
  if (urgency !== 'today') {
    const end = formatLocalDate(due.legalOn)
    // A counted day may lie before a weekend that is no working day: «осталось 0» would sound like today.
    return left === 0 ? `срок по ${end}` : `${remainsText(left, unitNouns[term.unit])}, срок по ${end}`
  }
  return context.nowMs < Date.parse(due.targetAt)
    ? `истекает сегодня в 24:00, рабочий день до ${formatTime(due.targetAt, context.timeZone)}`
    : 'истекает сегодня в 24:00, рабочий день уже закончен'
}

/** By years nothing is overdue: what is left of one is told in days. */
const overNoun = (unit: TermUnit): Noun => (unit === 'year' ? nouns.day : unitNouns[unit])

function endText({ unit }: Pick<Term, 'unit'>, due: DueDates, { timeZone }: TermTextContext): string {
  if (isOfDays(unit)) return formatLocalDate(due.legalOn)
  return `${formatLocalDate(localDate(due.legalAt, timeZone))} ${formatTime(due.legalAt, timeZone)}`
}

/** «3 рабочих дня», «незамедлительно». */
export const amountText = ({ amount, unit }: Pick<Term, 'amount' | 'unit'>): string =>
  amount === 0 ? 'незамедлительно' : countText(amount, unitNouns[unit])
