import { expect, test } from 'vitest'
import { makeReceptionBench } from './before.ts'

const confirmed = (reason: string) =>
  `insert into time_confirmation values ('t', 'b', 'w', '2026-11-20T02:00:00.000Z', null, 0, '${reason}', 'a');`

test.each([
  [confirmed(' '), /CHECK/],
  [`${confirmed('часы сверены')} update time_confirmation set reason = 'иное'`, /append-only/],
  [`${confirmed('часы сверены')} delete from time_confirmation`, /append-only/],
  [`insert into trusted_time values ('w', '20.11.2026')`, /CHECK/],
  [`insert into trusted_time values ('nobody', '2026-11-20T02:00:00.000Z')`, /FOREIGN KEY/],
])('the database itself refuses: %s', (sql, message) => {
  const bench = makeReceptionBench()
  bench.upTo(22)
  expect(() => bench.exec(sql)).toThrow(message)
})
