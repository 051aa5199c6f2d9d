import { Temporal } from 'temporal-polyfill'
import type { MoveReason, OutcomeCode } from '../../shared/reception/event.ts'
import type { RejectionGround } from '../../shared/rejections/ground.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { ApplicationFields } from './application-fields.ts'
import { endingOf } from './endings.ts'
import type { FilmKind } from './films/film-kind.ts'
import { fieldsOf, pick } from './made-up-fields.ts'
import { demonstrationTopics } from './people.ts'
import type { WorkDays } from './work-days.ts'

/** An application of the demonstration; moments are ISO instants. */
export interface PlannedApplication {
  readonly fields: ApplicationFields
  readonly registeredAt: string
  readonly explanation: string
  /** Who has it: a place in the list of specialists, the first one's day is looked at. */
  readonly specialist: number
}

/** What is left open on purpose; everything else of the demonstration is answered. */
export type IntendedTrouble =
  | 'noLink'
  | 'termOverdue'
  | 'recordingMissing'
  | 'writtenReply'
  | 'headReview'
  | ReplyToNotice
  | LateNotice

/** What came back to a notice of this morning: answers nobody has judged yet, a letter that did not arrive. */
export type ReplyToNotice = 'confirming' | 'declining' | 'bounced'
export const isReply = (trouble: IntendedTrouble | null): trouble is ReplyToNotice =>
  trouble === 'confirming' || trouble === 'declining' || trouble === 'bounced'

/** How a notice of the last minutes stands in the outbox: the server asked to wait, or has taken it. */
export type LateNotice = 'putOff' | 'taken'
export const isLate = (trouble: IntendedTrouble | null): trouble is LateNotice =>
  trouble === 'putOff' || trouble === 'taken'

export interface PlannedReception extends PlannedApplication {
  readonly appointedAt: string
  readonly link: { readonly url: string; readonly meetingNumber: string } | null
  /** null: still to come. */
  readonly ending: OutcomeCode | null
  readonly talkShare: number
  /** When the notice went out and the citizen confirmed; null = not yet. */
  readonly noticeAt: string | null
  readonly confirmedAt: string | null
  /** It was appointed to another time first. */
  readonly moved: { readonly from: string; readonly at: string; readonly reason: MoveReason } | null
  /** When a slip of the pen in column 4 was put right. */
  readonly correctedAt: string | null
  readonly trouble: IntendedTrouble | null
  /** It was recorded: what its recording shows. */
  readonly film: FilmKind | null
}

export interface PlannedRejection extends PlannedApplication {
  readonly ground: RejectionGround
  readonly signedAt: string
  readonly givenAt: string
}

export interface DemonstrationPlan {
  readonly receptions: readonly PlannedReception[]
  readonly rejections: readonly PlannedRejection[]
  /** Came and nothing is decided: the term of the decision ends today (п. 2.4). */
  readonly undecided: readonly PlannedApplication[]
}

export const specialistCount = 12
const monthsBack = 26
/** Receptions of one working day, day after day. */
const perDay = [3, 2, 3, 3] as const
const slotMinutes = 30
const closedToday = 4
const laterToday = 6
/** Working days ahead: told of by the notices that have just been written. */
const lateDays = 5
/** Minutes before now at which they were. */
const lateMinutes = 18
const rejectedEveryDays = 12
const recentRows = 60
const grounds: readonly RejectionGround[] = ['competence', 'unclear', 'repeat', 'competence', 'abuse']

export interface PlanInput {
  readonly nowMs: number
  readonly timeZone: string
  readonly workDays: WorkDays
}

/** The same moment and zone always give the same plan. */
export function demonstrationPlan(input: PlanInput): DemonstrationPlan {
  const { workDays, timeZone } = input
  const today = Temporal.PlainDate.from(localDate(input.nowMs, timeZone))
  const days = earlierDays(today, workDays)
  const times = [...days.flatMap((day, index) => timesOf(day, index, timeZone)), ...comingTimes(today, input)]
  const make = makePlanner(input)
  const recent = times.findLastIndex(({ isOver, on }) => isOver && on !== today.toString())
  const troubles = troublesOf(times, recent, today)
  const films = filmsOf(times, recent, today)
  // The day that is looked at and the weeks before it are one person's; a reception's own person corrects its row.
  const recentFrom = times.length - recentRows
  const receptions = times.map((time, index) =>
    make.reception(index, time, {
      ...{ trouble: troubles[index] ?? null, film: films[index] ?? null },
      specialist: index < recentFrom ? index : 0,
    }),
  )
  return {
    receptions,
    rejections: days
      .filter((_, index) => index % rejectedEveryDays === 5 && index < days.length - 10)
      .map((day, index) => make.rejection(index, day)),
    undecided: [make.application(90_001, workDays.before(today, 3), 0)],
  }
}

/** Working days before today, the oldest first. */
function earlierDays(today: Temporal.PlainDate, workDays: WorkDays): readonly Temporal.PlainDate[] {
  const since = today.subtract({ months: monthsBack })
  const days: Temporal.PlainDate[] = []
  for (let day = workDays.before(today, 1); Temporal.PlainDate.compare(day, since) >= 0; day = workDays.before(day, 1))
    days.push(day)
  return days.reverse()
}

interface PlannedTime {
  readonly appointedAt: Temporal.Instant
  readonly on: string
  readonly isOver: boolean
}

function timesOf(day: Temporal.PlainDate, dayIndex: number, timeZone: string): readonly PlannedTime[] {
  return Array.from({ length: perDay[dayIndex % perDay.length] ?? 2 }, (_, index) => {
    const plainTime = Temporal.PlainTime.from('09:30').add({ minutes: slotMinutes * 2 * index })
    return { appointedAt: day.toZonedDateTime({ timeZone, plainTime }).toInstant(), on: day.toString(), isOver: true }
  })
}

/** Today around now: some are over, the next one is minutes away; and those of the next working days. */
function comingTimes(today: Temporal.PlainDate, { nowMs, timeZone, workDays }: PlanInput): readonly PlannedTime[] {
  const stepMs = 5 * 60_000
  // Between five and ten minutes ahead, on a round time.
  const upcomingMs = Math.ceil(nowMs / stepMs) * stepMs + stepMs
  const ofToday = Array.from({ length: closedToday + 1 + laterToday }, (_, index) => ({
    appointedAt: Temporal.Instant.fromEpochMilliseconds(upcomingMs + (index - closedToday) * slotMinutes * 60_000),
    on: today.toString(),
    isOver: index < closedToday,
  }))
  const later = [1, 2, lateDays].flatMap(days => timesOf(workDays.after(today, days), 0, timeZone))
  return [...ofToday, ...later.map(time => ({ ...time, isOver: false }))]
}

/** Which few of them are left open on purpose, by their place. */
function troublesOf(
  times: readonly PlannedTime[],
  recent: number,
  today: Temporal.PlainDate,
): Readonly<Record<number, IntendedTrouble>> {
  const firstOfToday = times.findIndex(({ on }) => on === today.toString())
  return {
    [recent - 4]: 'headReview',
    [recent]: 'writtenReply',
    [firstOfToday]: 'recordingMissing',
    [firstOfToday + closedToday + 3]: 'noLink',
    [times.length - 7]: 'termOverdue',
    [times.length - 6]: 'confirming',
    [times.length - 5]: 'declining',
    [times.length - 4]: 'bounced',
    [times.length - 3]: 'taken',
    [times.length - 2]: 'putOff',
    [times.length - 1]: 'putOff',
  }
}

/** Which were recorded, by their place: today's, those of the last weeks, and one of the year before. */
function filmsOf(
  times: readonly PlannedTime[],
  recent: number,
  today: Temporal.PlainDate,
): Readonly<Record<number, FilmKind>> {
  const firstOfToday = times.findIndex(({ on }) => on === today.toString())
  return {
    [firstOfToday + 1]: 'whole',
    [firstOfToday + 2]: 'documentShown',
    [recent - 1]: 'broken',
    [recent - 2]: 'citizenSilent',
    [recent - 5]: 'overtime',
    [recent - 7]: 'imported',
    [recent - 9]: 'altered',
    [recent - 14]: 'missing',
    [Math.floor(times.length / 2)]: 'whole',
  }
}

/** Working days before the reception on which an application comes, its notice goes out and the citizen confirms. */
function paceOf(trouble: IntendedTrouble | null) {
  if (trouble === 'noLink') return { received: 1, notice: null, confirmed: null }
  // This morning: the day on which the citizen may confirm is not over before tomorrow (п. 2.5).
  if (isReply(trouble)) return { received: 4, notice: 2, confirmed: null }
  if (isLate(trouble)) return { received: lateDays + 1, notice: lateDays, confirmed: null }
  return { received: 6, notice: 5, confirmed: trouble === 'termOverdue' ? null : 4 }
}

function makePlanner({ nowMs, timeZone, workDays }: PlanInput) {
  const at = (day: Temporal.PlainDate, time: string) =>
    day.toZonedDateTime({ timeZone, plainTime: time }).toInstant().toString()

  function application(index: number, receivedOn: Temporal.PlainDate, specialist: number): PlannedApplication {
    const { topic, explanation } = pick(demonstrationTopics, index * 3 + Math.floor(index / 10))
    return {
      fields: { ...fieldsOf(index, specialist), topic, receivedOn: receivedOn.toString() },
      // Some minutes apart: the log of a morning.
      registeredAt: at(receivedOn, `09:${String(5 + ((index * 7) % 50)).padStart(2, '0')}`),
      ...{ explanation, specialist },
    }
  }

  return {
    application,
    reception(
      index: number,
      { appointedAt, on, isOver }: PlannedTime,
      { trouble, film, specialist }: { trouble: IntendedTrouble | null; film: FilmKind | null; specialist: number },
    ): PlannedReception {
      const day = Temporal.PlainDate.from(on)
      const pace = paceOf(trouble)
      const planned = application(index, workDays.before(day, pace.received), specialist)
      const number = String(10_000_000_000_000 + index * 7919)
      const ending = isOver ? endingWith({ trouble, film }, index) : null
      const isMoved = isOver && trouble === null && film === null && index % 31 === 7
      const email = isReply(trouble) || isLate(trouble) ? `${trouble}${index}@example.ru` : planned.fields.email
      return {
        ...planned,
        fields: { ...planned.fields, email },
        appointedAt: appointedAt.toString(),
        link: pace.notice === null ? null : { url: `https://telemost.yandex.ru/j/${number}`, meetingNumber: number },
        ending,
        talkShare: 0.5 + (index % 9) / 20,
        noticeAt:
          pace.notice === null
            ? null
            : isLate(trouble)
              ? new Date(nowMs - lateMinutes * 60_000).toISOString()
              : at(workDays.before(day, pace.notice), isReply(trouble) ? '09:05' : '15:10'),
        // Who confirmed is not cancelled for having not (п. 2.6).
        confirmedAt:
          pace.confirmed === null || ending === 'cancelledNotConfirmed'
            ? null
            : at(workDays.before(day, pace.confirmed), '11:25'),
        moved: isMoved
          ? {
              from: at(workDays.before(day, 2), '16:00'),
              at: at(workDays.before(day, 3), '14:05'),
              reason: index % 2 === 0 ? 'citizenAsked' : 'specialistReplaced',
            }
          : null,
        correctedAt:
          isOver && trouble === null && specialist !== 0 && index % 43 === 11
            ? at(workDays.after(day, 1), '16:40')
            : null,
        trouble,
        film,
      }
    },
    rejection(index: number, day: Temporal.PlainDate): PlannedRejection {
      return {
        ...application(40_000 + index, day, index),
        ground: pick(grounds, index),
        signedAt: at(workDays.after(day, 2), '11:10'),
        givenAt: at(workDays.after(day, 3), '10:30'),
      }
    },
  }
}

function endingWith({ trouble, film }: Pick<PlannedReception, 'trouble' | 'film'>, index: number): OutcomeCode {
  if (trouble === 'headReview') return 'other'
  return trouble === null && film === null ? endingOf(index) : 'held'
}
