import { guessTopic, type Topic } from '../../shared/applications/topics.ts'
import type { Session } from '../../shared/contract/accounts.ts'
import { type Phrase, phraseLimits } from '../../shared/contract/phrases.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import { sqliteCode } from '../database/database-error.ts'
import type { PhraseStore } from './phrase-store.ts'
import type { StartingPhrase } from './read-phrases.ts'

/** The specialist's own phrases for column 7. */
export interface PhraseService {
  list(who: Session): Reply<Phrase[]>
  add(who: Session, phrase: Omit<Phrase, 'id'>): Reply<Phrase[]>
  change(who: Session, phrase: Phrase): Reply<Phrase[]>
  remove(who: Session, phraseId: string): Reply<Phrase[]>
  restore(who: Session, phraseId: string): Reply<Phrase[]>
  used(who: Session, phraseId: string): Reply<Phrase[]>
  topicOf(receptionId: string): Reply<{ topicId: string | null }>
}

export interface PhraseServiceDeps {
  readonly store: PhraseStore
  /** What a specialist who has none yet starts with (resources/phrases.json). */
  readonly starting: readonly StartingPhrase[]
  readonly topics: readonly Topic[]
  /** null: no such reception. */
  readonly applicationOf: (receptionId: string) => TopicOfApplication | null
}

/** What an application says of its topic. */
export interface TopicOfApplication {
  readonly topicId: string | null
  readonly topic: string
}

export function makePhraseService({ store, starting, topics, applicationOf }: PhraseServiceDeps): PhraseService {
  const listOf = ({ account }: Session): Reply<Phrase[]> => done([...store.list(account.id)])
  const isKnown = ({ account }: Session, text: string, except?: string) =>
    store.list(account.id).some(phrase => phrase.text === text && phrase.id !== except)
  const answer = (who: Session, written: boolean): Reply<Phrase[]> =>
    written ? listOf(who) : refused('notFound', 'Этой фразы больше нет. Ничего не изменено.')

  const areTopics = ({ topicIds }: Pick<Phrase, 'topicIds'>): boolean =>
    topicIds.every(id => topics.some(topic => topic.id === id))
  const unknownTopic = () => refused('badInput', 'Такой темы нет в справочнике. Ничего не изменено.')

  return {
    list(who) {
      const accountId = who.account.id
      store.transaction(() => {
        if (!store.hasAny(accountId)) for (const phrase of starting) store.add(accountId, phrase)
      })
      return listOf(who)
    },
    add(who, phrase) {
      if (isKnown(who, phrase.text)) return listOf(who)
      if (!areTopics(phrase)) return unknownTopic()
      if (store.list(who.account.id).length >= phraseLimits.count) {
        return refused('badInput', `Фраз уже ${phraseLimits.count}. Удалите ненужные, затем добавьте эту.`)
      }
      store.add(who.account.id, phrase)
      return listOf(who)
    },
    change(who, phrase) {
      if (!areTopics(phrase)) return unknownTopic()
      if (isKnown(who, phrase.text, phrase.id)) return refused('badInput', 'Такая фраза уже есть. Ничего не изменено.')
      return answer(who, store.change(who.account.id, phrase))
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
    topicOf(receptionId) {
      const application = applicationOf(receptionId)
      if (application === null) return refused('notFound', 'Такого приёма нет.')
      return done({ topicId: application.topicId ?? guessTopic(application.topic, topics)?.id ?? null })
    },
  }
}
