import { expect, test } from 'vitest'
import { kindOptions, kindWord, resultWord } from '../../../../../renderer/features/settings/event-words.ts'
import { EventKind, EventResult } from '../../../../../shared/event-log/event-kind.ts'
import { OutcomeCode } from '../../../../../shared/reception/event.ts'

test('every kind and every result has Russian words, each kind its own', () => {
  const words = EventKind.options.map(kindWord)
  expect(new Set(words).size).toBe(EventKind.options.length)
  for (const word of [...words, ...EventResult.options.map(result => resultWord(result))])
    expect(word).not.toMatch(/[a-z]/i)
  expect(kindOptions.map(({ value }) => value).sort()).toEqual([...EventKind.options].sort())
})

test('a kind of a later version is shown as it is', () => {
  expect([kindWord('newKind'), resultWord('toString')]).toEqual(['newKind', 'toString'])
})

test('an outcome with the name of a step says of a closing that it is the result, of an old line what it said', () => {
  const cancelled = ['cancelledRefused', 'cancelledNotConfirmed']
  for (const outcome of OutcomeCode.options.filter(code => !cancelled.includes(code))) {
    expect(resultWord(outcome, 'receptionClosed')).toMatch(/^результат: /)
  }
  expect(resultWord('connectionLost', 'receptionEvent')).toBe('связь прервалась')
  expect(resultWord('held', 'receptionEvent')).toBe('результат: приём проведён')
})
