import { expect, test } from 'vitest'
import { makeReceptionBench, reception } from './before.ts'

const by = `'b', 'w'`
const second = reception.replace("'r',", "'r2',")
const third = reception.replace("'r',", "'r3',")
const move = (from: string, to: string, reason: string, valid: 0 | 1) =>
  `insert into reception_move values ('${from}', '${to}', ${by}, 'p', '${reason}', null, ${valid}, '', 'a', '2026-11-18T03:00:00.000Z')`

function seeded() {
  const bench = makeReceptionBench([reception, second, third])
  bench.upTo(9)
  bench.exec(move('r', 'r2', 'specialistReplaced', 0))
  bench.upTo(19)
  return bench
}

test('moves of before stay as they were; a replaced official at the same time may keep the confirmation', () => {
  const bench = seeded()
  bench.exec(move('r2', 'r3', 'specialistReplaced', 1))
  expect(bench.all('select from_reception_id, confirmation_valid from reception_move order by rowid')).toEqual([
    { from_reception_id: 'r', confirmation_valid: 0 },
    { from_reception_id: 'r2', confirmation_valid: 1 },
  ])
})

test.each([
  [move('r2', 'r3', 'citizenAsked', 1), /CHECK/],
  [move('r2', 'r3', 'fault', 0), /CHECK/],
  ['delete from reception_move', /append-only/],
  [`insert into telemost_access values (${by}, 1, null, 'PUBLIC', 'a', '2026-11-18T03:00:00.000Z')`, /CHECK/],
  [`insert into telemost_access values (${by}, 0, null, 'NOBODY', 'a', '2026-11-18T03:00:00.000Z')`, /CHECK/],
  [`insert into subject_request values ('q', ${by}, 'p', 'wish', 'letter', '1', '1', 'a')`, /CHECK/],
])('the database itself refuses: %s', (sql, message) => {
  expect(() => seeded().exec(sql)).toThrow(message)
})
