import type { LocalException } from '../../shared/calendar/local-exception.ts'
import type { ProductionYear } from '../../shared/calendar/production-year.ts'
import { defaultSchedule, type WorkSchedule } from '../../shared/calendar/schedule.ts'
import { makeWorkingCalendar, type WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import type { Place } from '../accounts/place.ts'
import type { CalendarStore } from './calendar-store.ts'

/** What would be different; what is left out stays as it is decided. */
export interface CalendarChange {
  readonly exception?: LocalException
  readonly year?: ProductionYear
  readonly schedule?: WorkSchedule
}

/** The calendar of the body as it is decided now, and as it would be with a change. */
export interface WorkingTime {
  /** Made once and kept until `forget`. */
  current(): WorkingCalendar
  with(change: CalendarChange): WorkingCalendar
  /** In order; an imported year stands before the one that came with the program. */
  years(): readonly ProductionYear[]
  /** Something was decided: the next question reads anew. */
  forget(): void
}

export interface WorkingTimeDeps {
  readonly bundled: readonly ProductionYear[]
  readonly store: Pick<CalendarStore, 'exceptions' | 'importedYears' | 'schedule'>
  readonly place: () => Place
}

export function makeWorkingTime({ bundled, store, place }: WorkingTimeDeps): WorkingTime {
  let kept: WorkingCalendar | null = null

  function years(instead?: ProductionYear): readonly ProductionYear[] {
    const imported = store.importedYears().map(({ calendar }) => calendar)
    const byYear = new Map([...bundled, ...imported, ...(instead ? [instead] : [])].map(year => [year.year, year]))
    return [...byYear.values()].sort((one, other) => one.year - other.year)
  }
  const made = ({ exception, year, schedule }: CalendarChange): WorkingCalendar =>
    makeWorkingCalendar({
      years: years(year),
      exceptions: [...store.exceptions(), ...(exception ? [exception] : [])],
      schedule: schedule ?? store.schedule()?.schedule ?? defaultSchedule,
      timeZone: place().timeZone,
    })

  return {
    current() {
      kept ??= made({})
      return kept
    },
    with: made,
    years: () => years(),
    forget() {
      kept = null
    },
  }
}
