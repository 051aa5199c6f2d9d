import { expect, test } from 'vitest'
import { application, makeMigrationBench, people, reception } from './before.ts'

const second = reception.replace("'r'", "'s'")
const closedEvent = (sequence: number, needsWrittenReply: boolean) => `
  insert into reception_event values ('r', ${sequence}, 'b', 'w', 'x', '2026-11-20T02:1${sequence}:00.000Z', 'a', 'hand',
    '${JSON.stringify({ kind: 'closed', outcome: 'held', resultText: 'x', needsWrittenReply })}');
`
const move = (reason: string, confirmationValid: number) => `
  insert into reception_move values ('r', 's', 'b', 'w', 'p', '${reason}', null, ${confirmationValid}, '', 'a', 'x');
`
const day = (sequence: number, kind: string, reason = 'null') => `
  insert into day_closing values ('d${sequence}${kind}', 'b', 'w', '2026-11-20', ${sequence}, '${kind}', ${reason}, 'a', 'x');
`
function moveUp(needsWrittenReply = false) {
  const bench = makeMigrationBench()
  bench.upTo(8)
  bench.exec(people + application + reception + second + closedEvent(0, needsWrittenReply))
  bench.upTo(9)
  return bench
}

test('a written reply promised before the step is still due after it', () => {
  expect(moveUp(true).all('select reception_id, noted_at from written_reply')).toEqual([
    { reception_id: 'r', noted_at: '2026-11-20T02:10:00.000Z' },
  ])
  expect(moveUp(false).all('select * from written_reply')).toEqual([])
})

test('only a fault of ours keeps the confirmation; a move is written once and for good', () => {
  const bench = moveUp()
  expect(() => bench.exec(move('citizenAsked', 1))).toThrow(/CHECK/)
  expect(() => bench.exec(move('fault', 0))).toThrow(/CHECK/)
  expect(() => bench.exec(move('mood', 0))).toThrow(/CHECK/)
  bench.exec(move('fault', 1))
  expect(() => bench.exec(move('fault', 1))).toThrow(/UNIQUE/)
  expect(() => bench.exec('delete from reception_move')).toThrow('append-only')
})

test('a day is closed, reopened with a reason, closed again, and in no other order', () => {
  const bench = moveUp()
  expect(() => bench.exec(day(0, 'reopened', "'x'"))).toThrow(/CHECK/)
  bench.exec(day(0, 'closed'))
  expect(() => bench.exec(day(0, 'closed'))).toThrow(/UNIQUE/)
  expect(() => bench.exec(day(1, 'closed'))).toThrow(/CHECK/)
  expect(() => bench.exec(day(1, 'reopened'))).toThrow(/CHECK/)
  bench.exec(day(1, 'reopened', "'пришёл опоздавший'"))
  bench.exec(day(2, 'closed'))
})
