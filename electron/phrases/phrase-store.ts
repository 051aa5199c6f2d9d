import { randomUUID } from 'node:crypto'
import type { Phrase } from '../../shared/contract/phrases.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'

/** Phrases by account; a removed one is kept and can be taken back. */
export interface PhraseStore {
  /** The most used first, then in the order they were added. */
  list(accountId: string): readonly Phrase[]
  /** Whether the account ever had one. */
  hasAny(accountId: string): boolean
  add(accountId: string, phrase: Omit<Phrase, 'id'>): void
  /** The others: `false` where the account has no such phrase. */
  change(accountId: string, phrase: Phrase): boolean
  setRemoved(accountId: string, phraseId: string, removed: boolean): boolean
  noteUsed(accountId: string, phraseId: string): boolean
  transaction<T>(work: () => T): T
}

export interface PhraseStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
}

export function makePhraseStore({ read, write, place, clock }: PhraseStoreDeps): PhraseStore {
  const listed = read.prepareRead<{ id: string; text: string; topic_ids: string }>(`
    select id, text, topic_ids from phrase where account_id = ? and removed_at is null
      order by used_count desc, created_at, rowid`)
  const any = read.prepareRead<{ id: string }>('select id from phrase where account_id = ? limit 1')
  const now = () => new Date(clock.nowMs()).toISOString()
  return {
    list: accountId =>
      listed.all(accountId).map(({ id, text, topic_ids: topicIds }) => ({ id, text, topicIds: JSON.parse(topicIds) })),
    hasAny: accountId => any.first(accountId) !== undefined,
    add(accountId, { text, topicIds }) {
      const { bodyId, workplaceId } = place()
      write.run(
        write.build.insertInto('phrase').values({
          ...{ id: randomUUID(), body_id: bodyId, workplace_id: workplaceId, account_id: accountId },
          ...{ text, topic_ids: JSON.stringify(topicIds), created_at: now() },
        }),
      )
    },
    change: (accountId, { id, text, topicIds }) =>
      write.run(
        write.build
          .updateTable('phrase')
          .set({ text, topic_ids: JSON.stringify(topicIds) })
          .where('id', '=', id)
          .where('account_id', '=', accountId)
          .where('removed_at', 'is', null),
      ).changes > 0,
    setRemoved: (accountId, phraseId, removed) =>
      write.run(
        write.build
          .updateTable('phrase')
          .set({ removed_at: removed ? now() : null })
          .where('id', '=', phraseId)
          .where('account_id', '=', accountId)
          .where('removed_at', removed ? 'is' : 'is not', null),
      ).changes > 0,
    noteUsed: (accountId, phraseId) =>
      write.run(
        write.build
          .updateTable('phrase')
          .set(expression => ({ used_count: expression('used_count', '+', 1) }))
          .where('id', '=', phraseId)
          .where('account_id', '=', accountId),
      ).changes > 0,
    transaction: work => write.transaction(work),
  }
}
