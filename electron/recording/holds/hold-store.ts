import { randomUUID } from 'node:crypto'
import type { Hold, HoldGround } from '../../../shared/recording/hold.ts'
import { shortName } from '../../../shared/text/person-name.ts'
import type { EventLog } from '../../accounts/event-log.ts'
import type { Place } from '../../accounts/place.ts'
import type { Clock } from '../../clock.ts'
import type { ReadDb, WriteDb } from '../../database/handles.ts'

export interface NewHold {
  readonly recordingId: string
  readonly ground: HoldGround
  readonly reason: string
  /** Account. */
  readonly placedBy: string
}

/** «Запрет уничтожения» on recordings; the database itself refuses to destroy what stands under one. */
export interface HoldStore {
  /** Writes the hold and its audit line; throws for an unknown recording. */
  place(hold: NewHold): void
  /** `notInForce`: unknown or released before; nothing is written. Answers the recording it stood on. */
  release(
    holdId: string,
    release: { reason: string; releasedBy: string },
  ): { ok: true; recordingId: string } | { ok: false; refusal: 'notInForce' }
  /** Oldest first, released ones too. */
  ofRecording(recordingId: string): readonly Hold[]
  isHeld(recordingId: string): boolean
}

export interface HoldStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}

export function makeHoldStore({ read, write, place, clock, eventLog }: HoldStoreDeps): HoldStore {
  const now = () => new Date(clock.nowMs()).toISOString()

  function ofRecording(recordingId: string): readonly Hold[] {
    return read
      .all(
        read.select
          .selectFrom('recording_hold')
          .innerJoin('account as placer', 'placer.id', 'recording_hold.placed_by')
          .leftJoin('account as releaser', 'releaser.id', 'recording_hold.released_by')
          .select(['recording_hold.id', 'ground', 'reason', 'placed_at', 'released_at', 'release_reason'])
          .select(['placer.full_name as placer_name', 'releaser.full_name as releaser_name'])
          .where('recording_id', '=', recordingId)
          .orderBy('placed_at')
          .orderBy('recording_hold.id'),
      )
      .map(row => ({
        id: row.id,
        ground: row.ground,
        placed: { at: row.placed_at, name: shortName(row.placer_name), reason: row.reason },
        released:
          row.released_at === null || row.release_reason === null
            ? null
            : { at: row.released_at, name: shortName(row.releaser_name ?? ''), reason: row.release_reason },
      }))
  }

  return {
    place: ({ recordingId, ground, reason, placedBy }) =>
      write.transaction(() => {
        const { bodyId, workplaceId } = place()
        write.run(
          write.build.insertInto('recording_hold').values({
            id: randomUUID(),
            body_id: bodyId,
            workplace_id: workplaceId,
            recording_id: recordingId,
            ground,
            reason,
            placed_at: now(),
            placed_by: placedBy,
            released_at: null,
            released_by: null,
            release_reason: null,
          }),
        )
        eventLog.append({ accountId: placedBy, kind: 'recordingHeld', objects: { recordingId }, result: 'done' })
      }),

    release: (holdId, { reason, releasedBy }) =>
      write.transaction(() => {
        const hold = write.first(
          write.select
            .selectFrom('recording_hold')
            .select('recording_id')
            .where('id', '=', holdId)
            .where('released_at', 'is', null),
        )
        if (!hold) return { ok: false as const, refusal: 'notInForce' as const }
        const recordingId = hold.recording_id
        write.run(
          write.build
            .updateTable('recording_hold')
            .set({ released_at: now(), released_by: releasedBy, release_reason: reason })
            .where('id', '=', holdId),
        )
        eventLog.append({ accountId: releasedBy, kind: 'recordingReleased', objects: { recordingId }, result: 'done' })
        return { ok: true as const, recordingId }
      }),

    ofRecording,
    isHeld: recordingId => ofRecording(recordingId).some(({ released }) => released === null),
  }
}
