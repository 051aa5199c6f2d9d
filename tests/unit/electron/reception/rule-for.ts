import { makeSlotDesk, type SlotDesk } from '../../../../electron/applications/slot-desk.ts'
import { kuzbassCalendar, order121 } from '../../../fixtures/calendars.ts'
import type { TestStores } from '../database/fixture.ts'

/** What a time is judged by on these stores. */
export function ruleForOn({ database, accounts, clock }: TestStores): SlotDesk['ruleFor'] {
  const calendar = kuzbassCalendar()
  return makeSlotDesk({
    ...{ write: database.write, place: accounts.place, clock, regulation: order121 },
    ...{ calendar: () => calendar, slotMinutes: () => 30, absencesOf: () => [] },
  }).ruleFor
}
