import * as z from 'zod'

/** Kinds of bodies of п. 1.2. */
export const BodyKind = z.enum(['ministry', 'socialProtection', 'legalBureau', 'paymentCentre'])
export type BodyKind = z.infer<typeof BodyKind>

/** Topics as data: what a question is about, and which bodies it belongs to. */
export const Topic = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z]*$/),
  title: z.string().min(1),
  /** Beginnings of words that tell of it, lower case, «е» for «ё». */
  words: z.array(z.string().regex(/^[а-я0-9]{3,}$/)).min(1),
  /** Empty = outside of what the order lets these bodies advise on: a hint of ground 2.7-1. */
  bodies: z.array(BodyKind),
  /** Who is competent where none of these bodies is; empty where one is. */
  elsewhere: z.string(),
})
export type Topic = z.infer<typeof Topic>

export const TopicDirectory = z.array(Topic).min(1)

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[а-я0-9]+/g) ?? []

/** The topic most words of a text speak of; null where none does. A hint, never a decision. */
export function guessTopic(text: string, topics: readonly Topic[]): Topic | null {
  const words = wordsOf(text)
  const scored = topics.map(topic => ({
    topic,
    score: topic.words.filter(beginning => words.some(word => word.startsWith(beginning))).length,
  }))
  const best = scored.reduce(
    (one, other) => (other.score > one.score ? other : one),
    scored[0] ?? { topic: null, score: 0 },
  )
  return best.score > 0 ? best.topic : null
}
