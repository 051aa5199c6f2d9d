import type { Phrase } from '../../../shared/contract/phrases.ts'

/** Phrases that stand together; without words over them where there is nothing to tell apart. */
export interface PhraseGroup {
  readonly label: string | null
  readonly phrases: readonly Phrase[]
}

/** Those of the reception's topic first, then those that fit everywhere, then the rest; each in the order they came. */
export function phrasesByTopic(
  phrases: readonly Phrase[],
  topic: { readonly id: string; readonly title: string } | null,
): readonly PhraseGroup[] {
  const own = topic === null ? [] : phrases.filter(({ topicIds }) => topicIds.includes(topic.id))
  if (topic === null || own.length === 0) return phrases.length === 0 ? [] : [{ label: null, phrases }]
  const common = phrases.filter(({ topicIds }) => topicIds.length === 0)
  const others = phrases.filter(({ topicIds }) => topicIds.length > 0 && !topicIds.includes(topic.id))
  return [
    { label: `По теме приёма: ${topic.title}`, phrases: own },
    { label: 'Для всех тем', phrases: common },
    { label: 'По другим темам', phrases: others },
  ].filter(group => group.phrases.length > 0)
}
