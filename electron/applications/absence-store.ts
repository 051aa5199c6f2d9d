import { randomUUID } from 'node:crypto'
import type { Absence } from '../../shared/contract/day.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'

/** Days on which specialists receive nobody; each write with its line of the event log. */
export interface AbsenceStore {
  /** Not taken back, of whatever day. */
  standing(accountId: string): readonly { readonly id: string; readonly from: string; readonly to: string }[]
  /** Those that end on a local date or later, with the receptions that stand on their days. */
  since(accountId: string, date: string): readonly Absence[]
  add(absence: { accountId: string; from: string; to: string; note: string }): void
  withdraw(absenceId: string, accountId: string): void
}

export interface AbsenceStoreDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}

const standing = `absence.account_id = ?
  and not exists (select 1 from absence_withdrawal where absence_withdrawal.absence_id = absence.id)`

export function makeAbsenceStore({ write, place, clock, eventLog }: AbsenceStoreDeps): AbsenceStore {
  // Through the writer: an appointment is judged by what the running transaction has written.
  const all = write.prepareRead<{ id: string; from: string; to: string }>(
    `select id, from_on as "from", to_on as "to" from absence where ${standing}`,
  )
  const counted = write.prepareRead<Absence>(`
    select id, from_on as "from", to_on as "to", note,
        (select count(*) from reception where reception.specialist_id = absence.account_id
          and reception.step = 'scheduled' and reception.appointed_on between from_on and to_on) as receptions
      from absence where ${standing} and to_on >= ? order by from_on, to_on`)
  const now = () => new Date(clock.nowMs()).toISOString()
  return {
    standing: accountId => all.all(accountId),
    since: (accountId, date) => counted.all(accountId, date),
    add({ accountId, from, to, note }) {
      write.transaction(() => {
        const { bodyId, workplaceId } = place()
        write.run(
          write.build.insertInto('absence').values({
            ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, account_id: accountId },
            ...{ from_on: from, to_on: to, note, noted_at: now() },
          }),
        )
        eventLog.append({ accountId, kind: 'absenceNoted', objects: {}, result: 'done' })
      })
    },
    withdraw(absenceId, accountId) {
      write.transaction(() => {
        write.run(
          write.build
            .insertInto('absence_withdrawal')
            .values({ absence_id: absenceId, withdrawn_by: accountId, withdrawn_at: now() }),
        )
        eventLog.append({ accountId, kind: 'absenceWithdrawn', objects: {}, result: 'done' })
      })
    },
  }
}
