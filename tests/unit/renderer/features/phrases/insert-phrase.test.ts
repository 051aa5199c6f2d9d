import { describe, expect, test } from 'vitest'
import { findPhrases, insertPhrase, phraseOfSelection } from '../../../../../renderer/features/phrases/insert-phrase.ts'

/** «|» stands for the caret, «[…]» for the selection. */
function selectionOf(marked: string) {
  const text = marked.replaceAll(/[[\]|]/g, '')
  const start = marked.search(/[[|]/)
  const end = marked.includes('[') ? marked.indexOf(']') - 1 : start
  return { text, selection: { start, end } }
}

describe('a phrase in the text', () => {
  test.each([
    ['Разъяснено: [{что}].', 'Разъяснено: о льготах|.'],
    ['|', 'о льготах|'],
    ['Разъяснено|', 'Разъяснено о льготах|'],
    ['Разъяснено |', 'Разъяснено о льготах|'],
    ['Разъяснено.|', 'Разъяснено. о льготах|'],
    ['|порядок', 'о льготах| порядок'],
    ['до |после', 'до о льготах| после'],
    ['(|)', '(о льготах|)'],
    ['до [старое] после', 'до о льготах| после'],
  ])('%s', (before, after) => {
    const { text, selection } = selectionOf(before)
    const { text: expected, selection: caret } = selectionOf(after)
    expect(insertPhrase(text, selection, 'о льготах')).toEqual({ text: expected, caret: caret.start })
  })
})

describe('what a selection is worth', () => {
  test.each([
    ['Разъяснено: [ о\nльготах  детям ].', 'о льготах детям'],
    ['Разъяснено: [{что}].', null],
    ['Разъяснено|', null],
    ['Разъяснено[ ]', null],
  ])('%s', (marked, expected) => {
    const { text, selection } = selectionOf(marked)
    expect(phraseOfSelection(text, selection)).toBe(expected)
  })
})

describe('finding', () => {
  const phrases = ['о порядке отчёта', 'о льготах', 'О порядке льгот'].map(text => ({ text }))
  test.each([
    ['', ['о порядке отчёта', 'о льготах', 'О порядке льгот']],
    ['ЛЬГОТ', ['о льготах', 'О порядке льгот']],
    ['льгот поряд', ['О порядке льгот']],
    ['отчет', ['о порядке отчёта']],
    ['пенсия', []],
  ])('«%s»', (typed, expected) => {
    expect(findPhrases(phrases, typed).map(({ text }) => text)).toEqual(expected)
  })
})
