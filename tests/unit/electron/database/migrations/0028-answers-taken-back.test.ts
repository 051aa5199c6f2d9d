import { expect, test } from 'vitest'
import { makeReceptionBench } from './before.ts'

const by = `'b', 'w'`
const at = "'2026-11-18T03:00:00.000Z'"
const letter = `insert into letter (id, body_id, workplace_id, source, content_hash, body_hash, received_at, byte_length, raw, too_big, kind, stored_at)
  values ('l', ${by}, 'mail', '${'0'.repeat(64)}', '${'1'.repeat(64)}', ${at}, 1, x'00', 0, 'reply', ${at})`
const decision = (id: string) =>
  `insert into reply_decision values ('${id}', ${by}, 'l', 'p', 'r', 'confirms', 0, '', 'a', ${at})`
const mark = (id: string) =>
  `insert into application_mark values ('${id}', ${by}, 'p', 'r', 'confirmed', ${at}, ${at}, 'a', 'letter', 'l', 'note')`
const takenBack = (what: 'reply' | 'mark', id: string) => `insert into ${what}_taken_back values ('${id}', 'a', ${at})`

function seeded() {
  const bench = makeReceptionBench()
  bench.upTo(27)
  bench.exec(letter)
  bench.exec(decision('d'))
  bench.exec(mark('m'))
  bench.upTo(28)
  return bench
}

test('what was judged and marked before stays, word for word', () => {
  const bench = seeded()
  expect(bench.all('select id, letter_id, decision from standing_reply_decision')).toEqual([
    { id: 'd', letter_id: 'l', decision: 'confirms' },
  ])
  expect(bench.all('select id, channel, letter_id, note from standing_application_mark')).toEqual([
    { id: 'm', channel: 'letter', letter_id: 'l', note: 'note' },
  ])
})
test('taken back it stays and counts no more; another one may follow', () => {
  const bench = seeded()
  bench.exec(takenBack('reply', 'd'))
  bench.exec(takenBack('mark', 'm'))
  bench.exec(decision('d2'))
  bench.exec(mark('m2'))
  expect(bench.all('select id from standing_reply_decision')).toEqual([{ id: 'd2' }])
  expect(bench.all('select id from standing_application_mark')).toEqual([{ id: 'm2' }])
  expect(bench.all('select id from application_mark')).toHaveLength(2)
})
test.each([
  [decision('d2'), /is judged/],
  [mark('m2'), /is marked/],
  [`${takenBack('reply', 'd')}; ${takenBack('reply', 'd')}`, /UNIQUE/],
  [`${takenBack('reply', 'd')}; delete from reply_taken_back`, /append-only/],
  [`${takenBack('mark', 'm')}; update mark_taken_back set at = ''`, /append-only/],
  ["update reply_decision set decision = 'declines'", /append-only/],
  ['delete from application_mark', /append-only/],
])('the database itself refuses: %s', (sql, message) => {
  expect(() => seeded().exec(sql)).toThrow(message)
})
