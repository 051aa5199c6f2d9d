import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Place } from '../accounts/place.ts'
import type { WriteDb } from '../database/handles.ts'

/** Every link a reception was given, with its origin: made through Telemost's API, or typed. Joins the transaction. */
export interface LinkLog {
  note(given: {
    receptionId: string
    link: { readonly url: string; readonly meetingNumber: string }
    /** ISO instant. */
    givenAt: string
    /** null = the program. */
    authorId: string | null
  }): void
  /** The reception goes on as another one with the same link: it is as old and as known as before. */
  carry(fromReceptionId: string, toReceptionId: string): void
}

export function makeLinkLog({ write, place }: { write: WriteDb; place: () => Place }): LinkLog {
  const lastOf = (receptionId: string) =>
    write.first(
      write.select
        .selectFrom('reception_link')
        .selectAll()
        .where('reception_id', '=', receptionId)
        .orderBy(sql`rowid`, 'desc')
        .limit(1),
    )
  return {
    note({ receptionId, link: { url, meetingNumber }, givenAt, authorId }) {
      // Entered once more it is no other link.
      if (lastOf(receptionId)?.meeting_number === meetingNumber) return
      const { bodyId, workplaceId } = place()
      const made = write.first(
        write.select.selectFrom('telemost_meeting').select('made_at').where('meeting_number', '=', meetingNumber),
      )
      write.run(
        write.build.insertInto('reception_link').values({
          ...{ id: randomUUID(), reception_id: receptionId, body_id: bodyId, workplace_id: workplaceId },
          ...{ url, meeting_number: meetingNumber, kind: made ? 'api' : 'typed' },
          ...{ made_at: made?.made_at ?? givenAt, given_at: givenAt, author_id: authorId },
        }),
      )
    },
    carry(fromReceptionId, toReceptionId) {
      const last = lastOf(fromReceptionId)
      if (!last) return
      write.run(
        write.build.insertInto('reception_link').values({ ...last, id: randomUUID(), reception_id: toReceptionId }),
      )
    },
  }
}
