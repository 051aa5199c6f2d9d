import { expect, test } from 'vitest'
import { makeReceptionBench } from './before.ts'

const by = `'b', 'w'`
const exception = (id: string, kind = 'off', basis = 'приказ № 1') =>
  `insert into calendar_exception values ('${id}', ${by}, '2026-04-21', '${kind}', '${basis}', 'a', '2026-04-01T00:00:00.000Z')`
const mark = (id: string, kind = 'noticeSent') =>
  `insert into application_mark values ('${id}', ${by}, 'p', 'r', '${kind}', '2026-11-18T03:00:00.000Z', '2026-11-18T03:00:00.000Z', 'a')`
const change = (after: string) =>
  `insert into term_change values ('${after}', ${by}, 'p', 'D2', '2026-11-23', '${after}', 'приказ № 1', 'a', '2026-11-18T03:00:00.000Z')`

function seeded() {
  const bench = makeReceptionBench()
  bench.upTo(13)
  bench.exec(exception('1'))
  bench.exec(mark('1'))
  return bench
}

test('what was there stays; a second word about the same day is a second row', () => {
  const bench = seeded()
  bench.exec(exception('2', 'asCalendar'))
  expect(bench.all('select id, kind from calendar_exception order by rowid')).toEqual([
    { id: '1', kind: 'off' },
    { id: '2', kind: 'asCalendar' },
  ])
  expect(bench.all('select id from application')).toEqual([{ id: 'p' }])
})

test.each([
  [exception('2', 'holiday'), /CHECK/],
  [exception('2', 'off', ' '), /CHECK/],
  [mark('2'), /UNIQUE/],
  [mark('2', 'refused'), /CHECK/],
  [change('2026-11-23'), /CHECK/],
  ["update calendar_exception set kind = 'short'", /append-only/],
  ['delete from application_mark', /append-only/],
])('the database itself refuses: %s', (sql, message) => {
  expect(() => seeded().exec(sql)).toThrow(message)
})
