import { expect, test } from 'vitest'
import type { ReadReply } from '../../../../electron/replies/reply-index.ts'
import { makeWaitingReplies } from '../../../../electron/replies/waiting-replies.ts'

const letterOf = (number: number): ReadReply => ({
  ...{ id: `letter-${number}`, kind: 'reply', receivedAt: '2026-11-20T02:10:00.000Z' },
  ...{ answers: [`<${number}@example.org>`], subject: `Re: № ${number}`, fromAddress: `person${number}@example.org` },
  ...{ words: 'Подтверждаю', proposal: 'confirms', receiptSource: 'internalDate' },
})
const letters = Array.from({ length: 300 }, (_, index) => letterOf(index))

/** Nothing is found; what is asked is counted. */
function counted() {
  const asked = { rows: 0, subjects: 0 }
  const none = <T>(answer: T) => {
    asked.rows += 1
    return answer
  }
  const waiting = makeWaitingReplies({
    store: {
      notice: () => none(null),
      byNumber: () => none([]),
      byAddress: () => none([]),
      marksOf: () => none(null),
      subjects() {
        asked.subjects += 1
        return []
      },
    },
    index: { now: () => letters },
    answered: () => null,
  })
  return { waiting, asked }
}

test('of one letter nothing is asked for the others that wait', () => {
  const { waiting, asked } = counted()
  expect(waiting.ofLetter('letter-250')).toMatchObject({ letter: { id: 'letter-250' } })
  // Its notice, its number, its address.
  expect(asked.rows).toBeLessThanOrEqual(3)
  expect(waiting.ofLetter('nobody')).toBe(null)
})

test('what is the same for all that wait is asked once', () => {
  const { waiting, asked } = counted()
  expect(waiting.toJudge()).toHaveLength(letters.length)
  expect(asked.subjects).toBe(1)
})
