import { randomUUID } from 'node:crypto'
import type { Authorisation, NewAuthorisation } from '../../shared/contract/appointments.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'

/** Who may hold receptions on what (п. 3.3). */
export interface AuthorisationStore {
  /** Those in force and those revoked, the newest first. */
  list(): readonly Authorisation[]
  /** Authorisation and line of the event log together. */
  grant(authorisation: NewAuthorisation, authorId: string): void
  /** `false`: there is none, or it was revoked before. */
  revoke(authorisationId: string, authorId: string): boolean
  /**
   * Whether somebody is authorised on a local day. While nobody is entered in this body, everybody is; an application
   * without a topic asks for any authorisation.
   */
  mayReceive(accountId: string, topicId: string | null, on: string): boolean
}

export interface AuthorisationStoreDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}

export function makeAuthorisationStore({ write, place, clock, eventLog }: AuthorisationStoreDeps): AuthorisationStore {
  const now = () => new Date(clock.nowMs()).toISOString()
  const inForce = write.prepareRead<{
    account_id: string
    topic_id: string | null
    valid_from: string
    valid_to: string | null
  }>('select account_id, topic_id, valid_from, valid_to from authorisation where body_id = ? and revoked_at is null')

  return {
    list: () =>
      write
        .all(
          write.select
            .selectFrom('authorisation')
            .innerJoin('account as holder', 'holder.id', 'authorisation.account_id')
            .innerJoin('account as author', 'author.id', 'authorisation.author_id')
            .selectAll('authorisation')
            .select(['holder.full_name as holder_name', 'author.full_name as author_name'])
            .where('authorisation.body_id', '=', place().bodyId)
            .orderBy('at', 'desc'),
        )
        .map(row => ({
          ...{ id: row.id, accountId: row.account_id, shortName: shortName(row.holder_name), topicId: row.topic_id },
          ...{ validFrom: row.valid_from, validTo: row.valid_to, basis: row.basis },
          ...{ authorName: shortName(row.author_name), revokedAt: row.revoked_at },
        })),
    grant: ({ accountId, topicId, validFrom, validTo, basis }, authorId) =>
      write.transaction(() => {
        const { bodyId, workplaceId } = place()
        write.run(
          write.build.insertInto('authorisation').values({
            ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, account_id: accountId },
            ...{ topic_id: topicId, valid_from: validFrom, valid_to: validTo, basis, author_id: authorId, at: now() },
          }),
        )
        const objects = { subjectAccountId: accountId }
        eventLog.append({ accountId: authorId, kind: 'authorisationGranted', objects, result: 'done' })
      }),
    revoke: (authorisationId, authorId) =>
      write.transaction(() => {
        const known = write.first(
          write.select
            .selectFrom('authorisation')
            .select('account_id')
            .where('id', '=', authorisationId)
            .where('revoked_at', 'is', null),
        )
        if (!known) return false
        const set = { revoked_at: now(), revoked_by: authorId }
        write.run(write.build.updateTable('authorisation').set(set).where('id', '=', authorisationId))
        const objects = { subjectAccountId: known.account_id }
        eventLog.append({ accountId: authorId, kind: 'authorisationRevoked', objects, result: 'done' })
        return true
      }),
    mayReceive(accountId, topicId, on) {
      const all = inForce.all(place().bodyId)
      if (all.length === 0) return true
      return all.some(
        row =>
          row.account_id === accountId &&
          row.valid_from <= on &&
          (row.valid_to === null || on <= row.valid_to) &&
          (row.topic_id === null || topicId === null || row.topic_id === topicId),
      )
    },
  }
}
