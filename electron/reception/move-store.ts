import type { MoveReason, ReceptionEvent } from '../../shared/reception/event.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { utcText } from '../database/utc-text.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import type { JournalOfReception } from './journal-of-reception.ts'
import { makeLinkLog } from './link-log.ts'
import type { ReceptionStore } from './reception-store.ts'

/** One move of an application's reception to another time. */
export interface ReceptionMove {
  readonly fromAppointedAt: string
  readonly toAppointedAt: string
  readonly reason: MoveReason
  /** What column 7 says of the reception that was moved; empty where it says nothing. */
  readonly resultText: string
}

export interface NewMove {
  readonly fromReceptionId: string
  readonly toReceptionId: string
  readonly appointedAt: string
  readonly link: { readonly url: string; readonly meetingNumber: string } | null
  /** The link is another one than before. */
  readonly isNewLink: boolean
  /** Notice and confirmation of the first reception count for the second (move-rule.ts). */
  readonly confirmationValid: boolean
  /** Who takes over; null: it stays with whom it was. */
  readonly specialist: { readonly id: string; readonly fullName: string } | null
  readonly reason: MoveReason
  readonly basis: string | null
  /** What stood against the time, and a head decided all the same; null: nothing did. */
  readonly overruled: 'workplaceBusy' | null
  readonly resultText: string
  readonly authorId: string
  readonly movedAt: string
  /** What happened to the first reception, in order, each with the step after it. */
  readonly events: readonly { readonly event: ReceptionEvent; readonly step: string }[]
  /** The row as it is for the second reception. */
  readonly journal: JournalOfReception
}

/** The second reception of an application (п. 3.5 and the decisions beside it): same row of the journal, another time. */
export interface MoveStore {
  /** The moves that led to this reception, the first one first. */
  movesTo(receptionId: string): readonly ReceptionMove[]
  /** Second reception, events of the first, the move, the journal row and the audit line: all or nothing. */
  move(move: NewMove): 'moved' | 'stale'
}

export interface MoveStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly eventLog: EventLog
  readonly journal: JournalProjection
  readonly receptions: Pick<ReceptionStore, 'append'>
}

/** Undoes the transaction of a move whose first reception changed meanwhile. */
class Stale extends Error {}

export function makeMoveStore({ read, write, place, eventLog, journal, receptions }: MoveStoreDeps): MoveStore {
  const linkLog = makeLinkLog({ write, place })
  const chain = read.prepareRead<{ reason: MoveReason; result_text: string; from_at: string; to_at: string }>(`
    with recursive chain (from_id, to_id, reason, result_text, distance) as (
      select from_reception_id, to_reception_id, reason, result_text, 0 from reception_move where to_reception_id = ?
      union all
      select m.from_reception_id, m.to_reception_id, m.reason, m.result_text, chain.distance + 1
        from reception_move m join chain on m.to_reception_id = chain.from_id
    )
    select chain.reason, chain.result_text, former.appointed_at as from_at, later.appointed_at as to_at
      from chain
      join reception former on former.id = chain.from_id
      join reception later on later.id = chain.to_id
      order by chain.distance desc`)

  function record(move: NewMove): void {
    const { bodyId, workplaceId, timeZone } = place()
    const former = write.first(
      write.select
        .selectFrom('reception')
        .select(['application_id', 'specialist_id', 'note', 'note_author_id'])
        .where('id', '=', move.fromReceptionId),
    )
    if (!former) throw new Error('no such reception')
    const appointedOn = localDate(move.appointedAt, timeZone)
    write.run(
      write.build.insertInto('reception').values({
        id: move.toReceptionId,
        body_id: bodyId,
        workplace_id: workplaceId,
        application_id: former.application_id,
        specialist_id: move.specialist?.id ?? former.specialist_id,
        appointed_at: utcText(move.appointedAt),
        appointed_on: appointedOn,
        link: move.link?.url ?? null,
        meeting_number: move.link?.meetingNumber ?? null,
        // What was already answered must be at hand when the talk goes on.
        ...{ note: former.note, note_author_id: former.note_author_id },
        step: 'scheduled',
        created_at: move.movedAt,
      }),
    )
    if (move.link !== null) {
      const { link, movedAt: givenAt, authorId } = move
      if (move.isNewLink) linkLog.note({ receptionId: move.toReceptionId, link, givenAt, authorId })
      else linkLog.carry(move.fromReceptionId, move.toReceptionId)
    }
    for (const { event, step } of move.events) {
      if (receptions.append(move.fromReceptionId, event, { step }) === 'stale') throw new Stale()
    }
    write.run(
      write.build.insertInto('reception_move').values({
        from_reception_id: move.fromReceptionId,
        to_reception_id: move.toReceptionId,
        body_id: bodyId,
        workplace_id: workplaceId,
        application_id: former.application_id,
        reason: move.reason,
        basis: move.basis,
        confirmation_valid: move.confirmationValid ? 1 : 0,
        result_text: move.resultText,
        author_id: move.authorId,
        moved_at: move.movedAt,
      }),
    )
    const { consideration, result, outcome } = move.journal
    journal.updateByApplication(former.application_id, {
      ...{ consideration, result, outcome },
      ...(move.specialist === null ? {} : { specialist_name: move.specialist.fullName }),
      reception_id: move.toReceptionId,
      reception_date: appointedOn,
    })
    const objects = { applicationId: former.application_id, receptionId: move.toReceptionId }
    eventLog.append({ accountId: move.authorId, kind: 'receptionMoved', objects, result: 'done' })
    if (move.overruled !== null) {
      eventLog.append({ accountId: move.authorId, kind: 'appointmentOverruled', objects, result: move.overruled })
    }
  }

  return {
    movesTo: receptionId =>
      chain.all(receptionId).map(row => ({
        fromAppointedAt: row.from_at,
        toAppointedAt: row.to_at,
        reason: row.reason,
        resultText: row.result_text,
      })),
    move(move) {
      try {
        write.transaction(() => record(move))
        return 'moved'
      } catch (error) {
        if (error instanceof Stale) return 'stale'
        throw error
      }
    },
  }
}
