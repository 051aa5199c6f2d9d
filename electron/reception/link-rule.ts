import { randomUUID } from 'node:crypto'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'

/**
 * One link serves one application: two citizens with the same link meet in one room. A second application may use a
 * meeting only where a head decided so.
 */
export interface LinkRule {
  /**
   * Journal number of another application that has the meeting already; null where there is none, or where it was
   * allowed. Null for `applicationId`: an application that is not registered yet.
   */
  takenBy(meetingNumber: string, applicationId: string | null): number | null
  /** The decision of a head, in the event log. */
  allow(decision: { meetingNumber: string; applicationId: string; reason: string; authorId: string }): void
}

export interface LinkRuleDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly eventLog: EventLog
  readonly clock: Clock
}

export function makeLinkRule({ read, write, place, eventLog, clock }: LinkRuleDeps): LinkRule {
  const other = read.prepareRead<{ journal_number: number }>(`
    select application.journal_number from reception
      join application on application.id = reception.application_id
      where reception.body_id = ? and reception.meeting_number = ? and reception.application_id is not ?
        and not exists (
          select 1 from link_reuse where link_reuse.application_id = ? and link_reuse.meeting_number = ?)
      order by reception.created_at limit 1`)
  return {
    takenBy: (meetingNumber, applicationId) =>
      other.first(place().bodyId, meetingNumber, applicationId, applicationId, meetingNumber)?.journal_number ?? null,
    allow: ({ meetingNumber, applicationId, reason, authorId }) =>
      write.transaction(() => {
        const { bodyId, workplaceId } = place()
        write.run(
          write.build.insertInto('link_reuse').values({
            ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, application_id: applicationId },
            ...{ meeting_number: meetingNumber, reason, author_id: authorId },
            decided_at: new Date(clock.nowMs()).toISOString(),
          }),
        )
        eventLog.append({ accountId: authorId, kind: 'linkReused', objects: { applicationId }, result: 'done' })
      }),
  }
}

/** Without a name: who the other citizen is, is nobody's business at this field. */
export const linkInUseText = (journalNumber: number): string =>
  `Эта ссылка уже у заявки № ${journalNumber}: двое граждан встретились бы в одной комнате. Создайте в Телемосте новую встречу`
