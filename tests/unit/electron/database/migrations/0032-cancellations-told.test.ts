import { expect, test } from 'vitest'
import { makeReceptionBench } from './before.ts'

const at = "'2026-11-24T03:00:00.000Z'"
const told = (channel = 'phone') =>
  `insert into cancellation_told values ('r', 'b', 'w', 'p', ${at}, ${at}, 'a', '${channel}', 'лично')`

function seeded(step = 'cancelled') {
  const bench = makeReceptionBench()
  bench.upTo(32)
  bench.exec(`update reception set step = '${step}' where id = 'r'`)
  return bench
}

test('of a cancelled reception it is noted, and stays', () => {
  const bench = seeded()
  bench.exec(told())
  expect(bench.all('select reception_id, note from cancellation_told')).toEqual([{ reception_id: 'r', note: 'лично' }])
})
test.each([
  [told('letter'), /CHECK/],
  [`${told()}; ${told()}`, /UNIQUE/],
  [`${told()}; update cancellation_told set note = ''`, /append-only/],
  [`${told()}; delete from cancellation_told`, /append-only/],
])('the database itself refuses: %s', (sql, message) => {
  expect(() => seeded().exec(sql)).toThrow(message)
})
test('of one that stands it cannot be noted', () => {
  expect(() => seeded('scheduled').exec(told())).toThrow(/not cancelled/)
})
