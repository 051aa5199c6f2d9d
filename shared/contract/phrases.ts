import * as z from 'zod'
import { Topic } from '../applications/topics.ts'
import { typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

/** Own words of a specialist for column 7; nothing of a citizen belongs here. */
export const Phrase = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  /** Topics of applications it is for (`applications.topics`); empty: it fits everywhere. */
  topicIds: z.array(z.string()),
})
export type Phrase = z.infer<typeof Phrase>

export const phraseLimits = { text: 500, count: 200 } as const

const Text = typedText().trim().min(1).max(phraseLimits.text)
const TopicIds = z.array(Topic.shape.id).max(30)
const Id = z.strictObject({ phraseId: z.uuid() })
/** Every answer is the whole list as it is now: the caller's own, the most used first. */
const List = reply(z.array(Phrase))

export const phrases = {
  list: allowed('specialist').output(List),
  /** A phrase that is there already is not written twice. */
  add: allowed('specialist')
    .input(z.strictObject({ text: Text, topicIds: TopicIds.default([]) }))
    .output(List),
  change: allowed('specialist')
    .input(Id.extend({ text: Text, topicIds: TopicIds }))
    .output(List),
  remove: allowed('specialist').input(Id).output(List),
  /** Undoes `remove`. */
  restore: allowed('specialist').input(Id).output(List),
  /** It was put into a text: what is used most stands first. */
  used: allowed('specialist').input(Id).output(List),
  /** The topic of a reception's application: the chosen one, else what its words speak of; null: neither is known. */
  topicOf: allowed('specialist')
    .input(z.strictObject({ receptionId: z.uuid() }))
    .output(reply(z.strictObject({ topicId: z.string().nullable() }))),
}
