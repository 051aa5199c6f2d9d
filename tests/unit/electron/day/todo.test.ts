import { expect, test } from 'vitest'
import { todoOf } from '../../../../electron/day/todo.ts'
import { todoWords } from '../../../../renderer/features/day/todo-words.ts'
import type { AttentionItem, AttentionKind } from '../../../../shared/contract/day.ts'
import { termOf } from '../../../fixtures/calendars.ts'
import { attentionItem } from '../../../fixtures/day-state.ts'

const timeZone = 'Asia/Novokuznetsk'
/** 18:00 of 20.11.2026 there. */
const evening = '2026-11-20T11:00:00.000Z'

const due = (termId: 'D2' | 'D3', day: string, kind: AttentionKind = 'termToday'): AttentionItem => {
  const dates = { legalOn: day, legalAt: `${day}T17:00:00.000Z`, targetAt: `${day}T11:00:00.000Z`, cautiousOn: day }
  const state =
    kind === 'termOverdue'
      ? ({ kind: 'overdue', due: dates, over: 1 } as const)
      : ({ kind: 'running', due: dates, left: 0, urgency: 'today' } as const)
  return attentionItem(kind, { term: { rule: termOf(termId), state }, holdsDay: false })
}
const groups = (...items: AttentionItem[]) => todoOf(items).map(({ key, count }) => `${key}: ${count}`)
const words = (items: AttentionItem[], at = '2026-11-20T05:00:00.000Z') =>
  todoOf(items).map(group => todoWords(group, { terms: [termOf('D2'), termOf('D3')], timeZone, nowMs: Date.parse(at) }))

test('one line per kind, and per term of the law', () => {
  const [decision, notice] = [due('D2', '2026-11-20'), due('D3', '2026-11-20')]
  expect(groups(decision, notice, decision)).toEqual(['termToday D2: 2', 'termToday D3: 1'])
})

test('by the end of the term in law, whatever order the things came in; what no term asks for after them', () => {
  expect(
    groups(
      attentionItem('unfinished'),
      due('D2', '2026-11-20'),
      attentionItem('replyToJudge'),
      due('D3', '2026-11-18', 'termOverdue'),
    ),
  ).toEqual(['termOverdue D3: 1', 'termToday D2: 1', 'unfinished: 1', 'replyToJudge: 1'])
})

test('the earliest of a line decides its place', () => {
  const [late, later] = [due('D2', '2026-11-17', 'termOverdue'), due('D2', '2026-11-19', 'termOverdue')]
  const other = due('D3', '2026-11-18', 'termOverdue')
  expect(groups(later, other, late)).toEqual(['termOverdue D2: 2', 'termOverdue D3: 1'])
})

test('without room for the next recording nothing else comes first', () => {
  expect(groups(due('D2', '2026-11-20'), attentionItem('fewRoom'))[0]).toBe('fewRoom: 1')
})

test('letters are counted one by one', () => {
  expect(words([attentionItem('newLetters', { count: 6 })])).toEqual(['6 новых писем'])
})

test('«3 решения до 18:00»; after the working day until midnight; over, it says so', () => {
  const three = [1, 2, 3].map(() => due('D2', '2026-11-20'))
  expect(words(three)).toEqual(['3 решения до 18:00'])
  expect(words(three, evening)).toEqual(['3 решения до 24:00'])
  expect(words([due('D2', '2026-11-18', 'termOverdue')])).toEqual(['1 решение: срок истёк'])
  expect(words([attentionItem('notDelivered')])).toEqual(['1 письмо не дошло'])
})
