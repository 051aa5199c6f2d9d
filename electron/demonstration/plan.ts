import { Temporal } from 'temporal-polyfill'
import { localDate } from '../../shared/text/date-time.ts'
import type { ApplicationFields } from './application-fields.ts'
import { demonstrationPeople, demonstrationTopics } from './people.ts'
import type { DemonstrationEnding } from './talk-script.ts'

export interface PlannedReception {
  readonly fields: ApplicationFields
  readonly appointedAt: string
  readonly link: { readonly url: string; readonly meetingNumber: string } | null
  readonly explanation: string
  /** null: still to come. */
  readonly ending: DemonstrationEnding | null
  readonly talkShare: number
  /** When the notice went out and the citizen confirmed; null = not yet. */
  readonly noticeAt: string | null
  readonly confirmedAt: string | null
}

const earlierRows = 60
const rowsPerEarlierDay = 6
const slotMinutes = 30
const closedToday = 4
const laterToday = 6

/** Past rows mostly held, with the endings a journal really shows. */
const endings: readonly DemonstrationEnding[] = [
  'held',
  'held',
  'notConnected',
  'held',
  'cancelledNotConfirmed',
  'heldGeneral',
  'held',
  'held',
  'cancelledRefused',
  'held',
  'documentRefused',
]

/** The same moment and zone always give the same plan, in the order in which the applications came. */
export function demonstrationPlan({
  nowMs,
  timeZone,
}: {
  nowMs: number
  timeZone: string
}): readonly PlannedReception[] {
  const today = Temporal.PlainDate.from(localDate(nowMs, timeZone))
  const times = [...earlierTimes(today, timeZone), ...todayTimes(nowMs, timeZone)]
  return times.map(({ appointedAt, isOver }, index) => plannedAt(index, appointedAt, isOver, timeZone))
}

function plannedAt(index: number, appointedAt: Temporal.Instant, isOver: boolean, timeZone: string): PlannedReception {
  const person = pick(demonstrationPeople, index * 7)
  const { topic, explanation } = pick(demonstrationTopics, index * 3 + Math.floor(index / 10))
  const appointedOn = appointedAt.toZonedDateTimeISO(timeZone).toPlainDate()
  const receivedOn = workingDayBefore(appointedOn, 3)
  const at = (daysBefore: number, time: string) =>
    workingDayBefore(appointedOn, daysBefore).toZonedDateTime({ timeZone, plainTime: time }).toInstant().toString()
  const number = String(10_000_000_000_000 + index * 7919)
  // One of the later receptions still waits for its link, and so for its notice; another for the citizen's answer.
  const waitsFor = isOver ? null : index % 5 === 2 ? 'link' : index % 5 === 4 ? 'confirmation' : null
  const ending = isOver ? pick(endings, index) : null
  return {
    fields: {
      ...person,
      identityDocument: {
        kind: 'Паспорт гражданина РФ',
        series: `32 ${String(4 + (index % 20)).padStart(2, '0')}`,
        number: String(100_000 + ((index * 73_939) % 900_000)),
        issuedBy: 'ГУ МВД России по Кемеровской области',
        issuedOn: null,
      },
      addressKind: 'residence',
      consentPersonalData: true,
      consentVideo: true,
      topic,
      // Looks like a number, rings nowhere: the first group is all zeros.
      phone: `+7 913 000-${String(10 + (index % 90))}-${String(10 + ((index * 7) % 90))}`,
      email: index % 3 === 0 ? null : `citizen${index}@example.ru`,
      channel: index % 4 === 0 ? 'phone' : 'widget',
      receivedOn: receivedOn.toString(),
    },
    appointedAt: appointedAt.toString(),
    link: waitsFor === 'link' ? null : { url: `https://telemost.yandex.ru/j/${number}`, meetingNumber: number },
    explanation,
    ending,
    noticeAt: waitsFor === 'link' ? null : at(waitsFor === 'confirmation' ? 1 : 2, '10:00'),
    // Who confirmed is not cancelled for having not (п. 2.6).
    confirmedAt: waitsFor === null && ending !== 'cancelledNotConfirmed' ? at(1, '11:00') : null,
    talkShare: 0.5 + (index % 9) / 20,
  }
}

interface PlannedTime {
  readonly appointedAt: Temporal.Instant
  readonly isOver: boolean
}

function earlierTimes(today: Temporal.PlainDate, timeZone: string): readonly PlannedTime[] {
  return Array.from({ length: earlierRows }, (_, index) => {
    const daysBack = Math.ceil((earlierRows - index) / rowsPerEarlierDay)
    const time = Temporal.PlainTime.from('09:00').add({ minutes: slotMinutes * (index % rowsPerEarlierDay) })
    const date = workingDayBefore(today, daysBack)
    return { appointedAt: date.toZonedDateTime({ timeZone, plainTime: time }).toInstant(), isOver: true }
  })
}

/** Today as far as the local day reaches: some are over, the next one is minutes away. */
function todayTimes(nowMs: number, timeZone: string): readonly PlannedTime[] {
  const stepMs = 5 * 60_000
  // Between five and ten minutes ahead, on a round time.
  const upcomingMs = Math.ceil(nowMs / stepMs) * stepMs + stepMs
  const today = localDate(nowMs, timeZone)
  return Array.from({ length: closedToday + 1 + laterToday }, (_, index) => {
    const appointedMs = upcomingMs + (index - closedToday) * slotMinutes * 60_000
    return { appointedAt: Temporal.Instant.fromEpochMilliseconds(appointedMs), isOver: index < closedToday }
  }).filter(({ appointedAt }) => localDate(appointedAt.epochMilliseconds, timeZone) === today)
}

function workingDayBefore(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let day = date
  for (let left = days; left > 0; left -= day.dayOfWeek <= 5 ? 1 : 0) day = day.subtract({ days: 1 })
  return day
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('an empty list has nothing to pick')
  return item
}
