import type { WaitingRoomLevel } from '../../shared/telemost/waiting-room.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { Flag } from '../database/schema.ts'
import { OriginBoundSecret } from '../secrets/origin-bound-secret.ts'
import type { Conference } from './api-client.ts'

/** The way into Telemost's API as it is stored; the token is for the client alone. */
export interface StoredAccess {
  readonly enabled: boolean
  readonly token: OriginBoundSecret | null
  readonly waitingRoomLevel: WaitingRoomLevel
  readonly changedAt: string | null
}

export interface TelemostStore {
  access(): StoredAccess
  /** With its line in the event log. */
  saveAccess(access: Omit<StoredAccess, 'changedAt'>, authorId: string): void
  /** A meeting that was made; with its line in the event log. `receptionId`: null while it is only a link. */
  noteMeeting(meeting: Conference, by: { authorId: string; receptionId: string | null }): void
  conferenceIdOf(meetingNumber: string): string | null
}

export interface TelemostStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly eventLog: EventLog
  readonly clock: Clock
}

/** Of a token that was kept before its address was: no address is that, so it is asked for again. */
const unknownOrigin = ''

export function makeTelemostStore({ read, write, place, eventLog, clock }: TelemostStoreDeps): TelemostStore {
  const now = () => new Date(clock.nowMs()).toISOString()
  return {
    access() {
      const { bodyId } = place()
      const row = read.first(read.select.selectFrom('telemost_access').selectAll().where('body_id', '=', bodyId))
      return {
        enabled: row?.enabled === 1,
        token: row && row.token !== null ? new OriginBoundSecret(row.token, row.token_origin ?? unknownOrigin) : null,
        waitingRoomLevel: row?.waiting_room_level ?? 'PUBLIC',
        changedAt: row?.changed_at ?? null,
      }
    },
    saveAccess: ({ enabled, token, waitingRoomLevel }, authorId) =>
      write.transaction(() => {
        const { bodyId, workplaceId } = place()
        const flag: Flag = enabled ? 1 : 0
        const values = {
          ...{ enabled: flag, token: token?.revealFor(token.origin) ?? null, token_origin: token?.origin ?? null },
          waiting_room_level: waitingRoomLevel,
          ...{ workplace_id: workplaceId, author_id: authorId, changed_at: now() },
        }
        write.run(
          write.build
            .insertInto('telemost_access')
            .values({ body_id: bodyId, ...values })
            .onConflict(conflict => conflict.column('body_id').doUpdateSet(values)),
        )
        eventLog.append({ accountId: authorId, kind: 'telemostAccessChanged', objects: {}, result: 'done' })
      }),
    noteMeeting: ({ id, meetingNumber }, { authorId, receptionId }) =>
      write.transaction(() => {
        const { bodyId, workplaceId } = place()
        write.run(
          write.build
            .insertInto('telemost_meeting')
            .values({
              ...{ meeting_number: meetingNumber, conference_id: id, body_id: bodyId, workplace_id: workplaceId },
              ...{ made_at: now(), author_id: authorId },
            })
            .onConflict(conflict => conflict.column('meeting_number').doNothing()),
        )
        const objects = receptionId === null ? {} : { receptionId }
        eventLog.append({ accountId: authorId, kind: 'telemostLinkMade', objects, result: 'done' })
      }),
    conferenceIdOf: meetingNumber =>
      read.first(
        read.select.selectFrom('telemost_meeting').select('conference_id').where('meeting_number', '=', meetingNumber),
      )?.conference_id ?? null,
  }
}
