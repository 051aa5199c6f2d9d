import { type Occupied, type SlotRule, slotDays } from '../../shared/applications/slots.ts'
import { dueOf } from '../../shared/calendar/due.ts'
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import type { SlotGrid, SlotRequest } from '../../shared/contract/appointments.ts'
import { done, type Reply } from '../../shared/contract/reply.ts'
import { minuteMs, receptionLimits } from '../../shared/regulation/limits.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import { formatTime, localDate } from '../../shared/text/date-time.ts'
import { shortPersonName } from '../../shared/text/person-name.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import type { AbsenceStore } from './absence-store.ts'

export interface SlotDeskDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly calendar: () => WorkingCalendar
  readonly regulation: Pick<Regulation, 'limits' | 'terms'>
  readonly slotMinutes: () => number
  readonly absencesOf: AbsenceStore['standing']
}

/** The times at which somebody can be received. */
export interface SlotDesk {
  grid(request: SlotRequest): Reply<SlotGrid>
  /** What a time of this specialist is judged by now; `exceptReceptionId`: one that gives its own time up. */
  ruleFor(specialistId: string, exceptReceptionId?: string): SlotRule
}

interface TakenRow {
  readonly id: string
  readonly appointed_at: string
  readonly specialist_id: string
  readonly workplace_id: string
  readonly family_name: string
  readonly given_name: string
  readonly patronymic: string | null
}
type Taken = Occupied & { readonly id: string; readonly shortName: string }

export function makeSlotDesk(deps: SlotDeskDeps): SlotDesk {
  const { write, place, clock, calendar, regulation, slotMinutes, absencesOf } = deps
  const limits = receptionLimits(regulation, 'UTC')
  const lengthMs = limits.noShowMs + limits.talkMs
  const taken = write.prepareRead<TakenRow>(`
    select reception.id, reception.appointed_at, reception.specialist_id, reception.workplace_id,
        application.family_name, application.given_name, application.patronymic
      from reception join application on application.id = reception.application_id
      where reception.body_id = ? and reception.appointed_on >= ?
        and reception.step not in ('cancelled', 'moved', 'moving', 'closed')
      order by reception.appointed_at`)

  const occupied = (): readonly Taken[] =>
    taken.all(place().bodyId, localDate(clock.nowMs(), place().timeZone)).map(row => ({
      id: row.id,
      startMs: Date.parse(row.appointed_at),
      specialistId: row.specialist_id,
      workplaceId: row.workplace_id,
      shortName: shortPersonName({
        familyName: row.family_name,
        ...{ givenName: row.given_name, patronymic: row.patronymic },
      }),
    }))

  /** 24:00 of the day on which a notice of today can still be answered (п. 2.5); now where the order gives no time. */
  function earliestMs(): number {
    const nowMs = clock.nowMs()
    const answer = regulation.terms.find(({ startEvent }) => startEvent === 'noticeReceived')
    const due = answer ? dueOf(answer, { atMs: nowMs }, calendar()) : null
    return due?.ok ? due.due.legalAtMs : nowMs
  }

  const ruleFor = (specialistId: string, exceptReceptionId?: string) => ({
    ...{ calendar: calendar(), lengthMs, nowMs: clock.nowMs(), earliestMs: earliestMs(), specialistId },
    occupied: occupied().filter(({ id }) => id !== exceptReceptionId),
    workplaceId: place().workplaceId,
    absences: absencesOf(specialistId),
  })

  return {
    ruleFor,
    grid({ specialistId, from, days }) {
      const rule = ruleFor(specialistId)
      const { timeZone } = rule.calendar
      const first = from ?? localDate(rule.earliestMs, timeZone)
      const slotMs = slotMinutes() * minuteMs
      const grid = slotDays({ from: first, days, slotMs }, rule)
      const local = (ms: number) => `${localDate(ms, timeZone)}T${formatTime(ms, timeZone)}`
      const takenBy = (startMs: number) =>
        rule.occupied.find(
          other =>
            Math.abs(other.startMs - startMs) < lengthMs &&
            (other.specialistId === specialistId || other.workplaceId === rule.workplaceId),
        )
      const shown = grid.days.map(({ date, slots }) => ({
        date,
        slots: slots.map(({ startMs, state }) => {
          const other = state === 'taken' ? takenBy(startMs) : undefined
          return {
            ...{ local: local(startMs), at: new Date(startMs).toISOString(), state },
            takenBy: other ? `${other.shortName}, ${formatTime(other.startMs, timeZone)}` : null,
          }
        }),
      }))
      return done({
        ...{ slotMinutes: slotMinutes(), from: first, days: shown, missingYear: grid.missingYear },
        earliestLocal: shown.flatMap(({ slots }) => slots).find(({ state }) => state === 'free')?.local ?? null,
      })
    },
  }
}
