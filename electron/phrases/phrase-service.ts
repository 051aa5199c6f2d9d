import type { Session } from '../../shared/contract/accounts.ts'
import { type Phrase, phraseLimits } from '../../shared/contract/phrases.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import { sqliteCode } from '../database/database-error.ts'
import type { PhraseStore } from './phrase-store.ts'

/** The specialist's own phrases for column 7. */
export interface PhraseService {
  list(who: Session): Reply<Phrase[]>
  add(who: Session, text: string): Reply<Phrase[]>
  change(who: Session, phraseId: string, text: string): Reply<Phrase[]>
  remove(who: Session, phraseId: string): Reply<Phrase[]>
  restore(who: Session, phraseId: string): Reply<Phrase[]>
  used(who: Session, phraseId: string): Reply<Phrase[]>
}

export interface PhraseServiceDeps {
  readonly store: PhraseStore
  /** What a specialist who has none yet starts with (resources/phrases.json). */
  readonly starting: readonly string[]
}

export function makePhraseService({ store, starting }: PhraseServiceDeps): PhraseService {
  const listOf = ({ account }: Session): Reply<Phrase[]> => done([...store.list(account.id)])
  const isKnown = ({ account }: Session, text: string, except?: string) =>
    store.list(account.id).some(phrase => phrase.text === text && phrase.id !== except)
  const answer = (who: Session, written: boolean): Reply<Phrase[]> =>
    written ? listOf(who) : refused('notFound', 'Этой фразы больше нет. Ничего не изменено.')

  return {
    list(who) {
      const accountId = who.account.id
      store.transaction(() => {
        if (!store.hasAny(accountId)) for (const text of starting) store.add(accountId, text)
      })
      return listOf(who)
    },
    add(who, text) {
      if (isKnown(who, text)) return listOf(who)
      if (store.list(who.account.id).length >= phraseLimits.count) {
        return refused('badInput', `Фраз уже ${phraseLimits.count}. Удалите ненужные, затем добавьте эту.`)
      }
      store.add(who.account.id, text)
      return listOf(who)
    },
    change(who, phraseId, text) {
      if (isKnown(who, text, phraseId)) return refused('badInput', 'Такая фраза уже есть. Ничего не изменено.')
      return answer(who, store.change(who.account.id, phraseId, text))
    },
    remove: (who, phraseId) => answer(who, store.setRemoved(who.account.id, phraseId, true)),
    restore(who, phraseId) {
      try {
        return answer(who, store.setRemoved(who.account.id, phraseId, false))
      } catch (error) {
        // The same words were added again meanwhile: they are there, which is all that was asked for.
        if (sqliteCode(error) === 'SQLITE_CONSTRAINT_UNIQUE') return listOf(who)
        throw error
      }
    },
    used: (who, phraseId) => answer(who, store.noteUsed(who.account.id, phraseId)),
  }
}
