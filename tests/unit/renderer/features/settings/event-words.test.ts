import { expect, test } from 'vitest'
import { kindOptions, kindWord, resultWord } from '../../../../../renderer/features/settings/event-words.ts'
import { EventKind, EventResult } from '../../../../../shared/event-log/event-kind.ts'

test('every kind and every result has Russian words, each kind its own', () => {
  const words = EventKind.options.map(kindWord)
  expect(new Set(words).size).toBe(EventKind.options.length)
  for (const word of [...words, ...EventResult.options.map(resultWord)]) expect(word).not.toMatch(/[a-z]/i)
  expect(kindOptions.map(({ value }) => value).sort()).toEqual([...EventKind.options].sort())
})

test('a kind of a later version is shown as it is', () => {
  expect([kindWord('newKind'), resultWord('toString')]).toEqual(['newKind', 'toString'])
})
