import { expect, test } from 'vitest'
import type { AttentionItem } from '../../../shared/contract/day.ts'
import { until } from '../../fixtures/until.ts'
import { answered, become, openDemonstration } from './demonstration-bench.ts'

/** The terms of these are over or end today; the rest say what is wrong by themselves. */
const lineOf = ({ kind, term, count }: AttentionItem): string =>
  [kind, ...(term === null ? [] : [term.rule.id, term.state.kind]), ...(count === undefined ? [] : [count])].join(' ')

/** Of those that come when their recordings are made and spoiled (recordings.test.ts). */
const isOfRecording = (line: string) => line === 'recordingNotHere'

/** What the demonstration shows on purpose before its recordings are made, each once. */
const intended = [
  ...['newLetters 3', 'noLink', 'notDelivered', 'recordingMissing', 'replyToJudge', 'replyToJudge'],
  ...['termOverdue D5 overdue', 'termToday D2 running', 'writtenReply'],
]
const linesOf = (items: readonly AttentionItem[]) =>
  items
    .map(lineOf)
    .filter(line => !isOfRecording(line))
    .toSorted()
const intendedForHead = [...intended, 'headReview'].toSorted()

test.each([
  ['a Wednesday at nine', '2026-11-18T02:00:00Z'],
  ['a Wednesday at half past one', '2026-11-18T06:30:00Z'],
  ['a Wednesday at ten minutes to midnight', '2026-11-18T16:50:00Z'],
  ['a Sunday', '2026-11-22T05:00:00Z'],
  ['the first of January', '2026-01-01T05:00:00Z'],
])('«Требуют внимания» shows what is intended and nothing else: %s', { timeout: 120_000 }, async (_when, at) => {
  const { calls, close } = await openDemonstration(at)
  try {
    // Answers are read by a thread of their own.
    const { items, remaining } = await until(
      'the answers are read',
      () => answered(calls.day.state()),
      day => day.items.filter(({ kind }) => kind === 'replyToJudge').length === 2,
    )
    expect(linesOf(items)).toEqual(intended)
    // Of today: the next one and six later.
    expect(remaining).toBe(7)
    const { people } = await answered(calls.accounts.entry())
    expect(people).toHaveLength(16)
    await become(calls, 'Морозова Е. В.')
    const ofHead = await answered(calls.day.state())
    expect(linesOf(ofHead.items)).toEqual(intendedForHead)
  } finally {
    await close()
  }
})

test('the letters of the morning: two answers known by their notices, and one notice that came back', {
  timeout: 120_000,
}, async () => {
  const { calls, startMs, close } = await openDemonstration('2026-11-18T06:30:00Z')
  try {
    const { replies } = await until(
      'the answers are read',
      () => answered(calls.replies.list()),
      list => list.replies.length === 2,
    )
    expect(replies.map(({ proposal, application }) => [proposal, application?.matchedBy])).toEqual([
      ['confirms', 'notice'],
      ['declines', 'notice'],
    ])
    const outbox = await answered(calls.notices.outbox())
    expect(outbox.rows.map(({ standing }) => standing)).toEqual(['bounced', 'deferred', 'deferred'])
    expect(outbox.state).toBe('ready')
    // Whoever has no address was told of his cancelled reception by telephone.
    const { rows } = await answered(calls.applications.cases({ group: 'toDo', text: '', offset: 0, limit: 200 }))
    expect(rows.map(({ step }) => step)).not.toContain('tellCancelled')
    console.log(`the demonstration was filled and answered within ${Math.round(startMs)} ms`)
  } finally {
    await close()
  }
})
