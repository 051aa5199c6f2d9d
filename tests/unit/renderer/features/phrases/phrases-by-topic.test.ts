import { expect, test } from 'vitest'
import { phrasesByTopic } from '../../../../../renderer/features/phrases/phrases-by-topic.ts'

const phrase = (text: string, ...topicIds: string[]) => ({ id: text, text, topicIds })
const phrases = [phrase('ветеранам', 'veterans'), phrase('всем'), phrase('семьям', 'childBenefits', 'veterans')]
const shown = (topic: Parameters<typeof phrasesByTopic>[1]) =>
  phrasesByTopic(phrases, topic).map(group => [group.label, ...group.phrases.map(({ text }) => text)].join(' | '))

test('those of the topic first, then those for everywhere, then the rest; none is left out', () => {
  expect(shown({ id: 'childBenefits', title: 'Пособия' })).toEqual([
    'По теме приёма: Пособия | семьям',
    'Для всех тем | всем',
    'По другим темам | ветеранам',
  ])
})

test('in their own order where the topic is not known, or no phrase is for it', () => {
  const asTheyCame = [' | ветеранам | всем | семьям']
  expect(shown(null)).toEqual(asTheyCame)
  expect(shown({ id: 'pension', title: 'Пенсии' })).toEqual(asTheyCame)
  expect(phrasesByTopic([], { id: 'pension', title: 'Пенсии' })).toEqual([])
})
