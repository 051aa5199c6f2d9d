import { join } from 'node:path'
import type { WorkingCalendar } from '../../shared/calendar/working-calendar.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import { type MailEvidence, makeTermService, type TermService } from '../terms/term-service.ts'
import { makeTermStore, type TermStoreDeps } from '../terms/term-store.ts'
import { type CalendarService, type CalendarServiceDeps, makeCalendarService } from './calendar-service.ts'
import { makeCalendarStore } from './calendar-store.ts'
import { readCalendars } from './read-calendars.ts'
import { makeWorkingTime } from './working-time.ts'

export interface CalendarDeskDeps extends TermStoreDeps {
  readonly regulation: Pick<Regulation, 'terms'>
  readonly resourcesDirectory: string
  readonly announce: CalendarServiceDeps['announce']
  readonly mail?: MailEvidence
}

/** The working time of the body and the terms counted by it. */
export interface CalendarDesk {
  readonly calendar: CalendarService
  readonly terms: TermService
  /** As it is decided now. */
  readonly current: () => WorkingCalendar
}

/** Rejects where a calendar that comes with the program is broken. */
export async function makeCalendarDesk(deps: CalendarDeskDeps): Promise<CalendarDesk> {
  const { regulation, resourcesDirectory, ...common } = deps
  const bundled = await readCalendars(join(resourcesDirectory, 'calendars'))
  const store = makeCalendarStore(common)
  const termStore = makeTermStore(common)
  const workingTime = makeWorkingTime({ ...common, bundled, store })
  const { terms } = regulation
  return {
    calendar: makeCalendarService({ ...common, store, workingTime, terms, termStore }),
    current: workingTime.current,
    terms: makeTermService({ ...common, store: termStore, terms, calendar: workingTime.current }),
  }
}
