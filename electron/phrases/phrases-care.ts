import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TopicDirectory } from '../../shared/applications/topics.ts'
import { parsedOnce } from '../parsed-once.ts'
import { makePhraseService, type PhraseService, type TopicOfApplication } from './phrase-service.ts'
import { makePhraseStore, type PhraseStoreDeps } from './phrase-store.ts'
import { readPhrases } from './read-phrases.ts'

export interface PhrasesCareDeps extends PhraseStoreDeps {
  readonly resourcesDirectory: string
}

/** «Мои фразы» put together. Rejects where the phrases or the topics that come with the program are broken. */
export async function makePhrasesCare(deps: PhrasesCareDeps): Promise<PhraseService> {
  const { read, place, resourcesDirectory } = deps
  const [starting, topicsText] = await Promise.all([
    readPhrases(join(resourcesDirectory, 'phrases.json')),
    readFile(join(resourcesDirectory, 'topics.json'), 'utf8'),
  ])
  const topic = read.prepareRead<TopicOfApplication>(`
    select application.topic_id as topicId, coalesce(row.corrected_topic, row.topic) as topic
      from reception join application on application.id = reception.application_id
      join journal_row as row on row.application_id = application.id
      where reception.id = ? and reception.body_id = ?`)
  return makePhraseService({
    store: makePhraseStore(deps),
    ...{ starting, topics: TopicDirectory.parse(JSON.parse(topicsText), parsedOnce) },
    applicationOf: receptionId => topic.first(receptionId, place().bodyId) ?? null,
  })
}
