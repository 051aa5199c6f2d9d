import { join } from 'node:path'
import { makeCalendarDesk } from '../../../../electron/calendar/calendar-desk.ts'
import type { Announcement } from '../../../../shared/contract/workplace.ts'
import { order121 } from '../../../fixtures/calendars.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

/** The calendar and the terms on a real database, Friday 20.11.2026, 09:00 in Kuzbass. */
export async function openCalendarBench() {
  const stores = openStores()
  const announced: Announcement[] = []
  const desk = await makeCalendarDesk({
    ...{ ...stores.database, place: stores.accounts.place, eventLog: stores.eventLog, clock: stores.clock },
    regulation: order121,
    resourcesDirectory: join(import.meta.dirname, '../../../../resources'),
    announce: announcement => announced.push(announcement),
  })
  return {
    ...stores,
    ...desk,
    announced,
    /** An application received then, its reception appointed for then; answers the ids. */
    add: (receivedOn: string, appointedAt = '2026-11-30T09:00:00+07:00', link = true) => {
      const registration = registrationOf(stores.session, { receivedOn }, appointedAt)
      return stores.applications.create({ ...registration, link: link ? registration.link : null })
    },
  }
}
export type CalendarBench = Awaited<ReturnType<typeof openCalendarBench>>
