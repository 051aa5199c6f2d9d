import { expect, test } from 'vitest'
import {
  type AttemptOutcome,
  backOffMs,
  type FactLine,
  isWaiting,
  judgeNotice,
  type NoticeFactKind,
  needsPerson,
  nextTryMs,
} from '../../../../shared/notices/notice-standing.ts'

const at = '2026-11-20T02:00:00.000Z'
const tries = (...outcomes: AttemptOutcome[]) =>
  outcomes.flatMap((outcome, index) => [
    { number: index + 1, at, outcome: 'started' as const, answer: '' },
    ...(outcome === 'started' ? [] : [{ number: index + 1, at, outcome, answer: '' }]),
  ])
const fact = (kind: NoticeFactKind, afterAttempt: number): FactLine => ({ kind, at, afterAttempt })

test.each([
  [[], [], 'waiting', true, false],
  [['started'], [], 'sending', true, false],
  [['deferred', 'deferred'], [], 'deferred', true, false],
  [['unclear'], [], 'unclear', true, false],
  [['unclear', 'unclear'], [], 'unclear', false, true],
  [['deferred', 'accepted'], [], 'accepted', false, false],
  [['refused'], [], 'refused', false, true],
  [['accepted'], [fact('bounced', 1)], 'bounced', false, true],
  [['accepted'], [fact('bounced', 1), fact('delivered', 1)], 'bounced', false, true],
  [['accepted'], [fact('delivered', 1)], 'delivered', false, false],
  [['accepted'], [fact('bounced', 1), fact('toldByPhone', 1)], 'toldByPhone', false, false],
  [['refused'], [fact('resendAsked', 1)], 'waiting', true, false],
  [['refused', 'accepted'], [fact('resendAsked', 1)], 'accepted', false, false],
  [['unclear', 'unclear', 'unclear'], [fact('resendAsked', 2)], 'unclear', true, false],
  [['accepted', 'accepted'], [fact('bounced', 1), fact('resendAsked', 1)], 'accepted', false, false],
  [[], [fact('withdrawn', 0)], 'withdrawn', false, false],
  [[], [fact('late', 0)], 'late', false, true],
  [[], [fact('sentByHand', 0)], 'sentByHand', false, false],
] as [AttemptOutcome[], FactLine[], string, boolean, boolean][])(
  'tries %j and facts %j: %s',
  (outcomes, facts, kind, waits, asks) => {
    const standing = judgeNotice(tries(...outcomes), facts)
    expect(standing.kind).toBe(kind)
    expect([isWaiting(standing), needsPerson(standing)]).toEqual([waits, asks])
  },
)

test('the pauses grow to an hour', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 100].map(failures => backOffMs(failures) / 60_000)).toEqual([
    0, 1, 2, 4, 8, 16, 32, 60, 60, 60,
  ])
  expect(nextTryMs(judgeNotice(tries('deferred', 'deferred'), []))).toBe(Date.parse(at) + 120_000)
  expect(nextTryMs(judgeNotice(tries('unclear'), []))).toBe(0)
})
