import { expect, test } from 'vitest'
import { makeMigrationBench, people } from './before.ts'

function seeded() {
  const bench = makeMigrationBench()
  bench.upTo(1)
  bench.exec(people)
  bench.upTo(10)
  bench.exec(`
    insert into backup_run (id, body_id, workplace_id, at, reason, failure, name)
    values ('1', 'b', 'w', '2026-11-20T20:00:00.000Z', 'nightly', null, '2026-11-20T20-00-00Z'),
      ('2', 'b', 'w', '2026-11-21T20:00:00.000Z', 'nightly', 'noRoom', null)`)
  return bench
}

test('runs stand in the order they were written in', () => {
  expect(seeded().all('select id, sequence from backup_run order by sequence')).toEqual([
    { id: '1', sequence: 1 },
    { id: '2', sequence: 2 },
  ])
})

test.each([
  ["update backup_run set failure = 'noRoom'", /append-only/],
  ['delete from backup_run', /append-only/],
  // Neither made nor failed; made without a name; a name that could carry anything.
  [
    "insert into backup_run (id, body_id, workplace_id, at, reason) values ('3', 'b', 'w', '2026-11-22Z', 'asked')",
    /CHECK/,
  ],
  [
    "insert into backup_run (id, body_id, workplace_id, at, reason, name) values ('3', 'b', 'w', '2026-11-22Z', 'asked', 'Петров')",
    /CHECK/,
  ],
])('the database itself refuses: %s', (sql, message) => {
  expect(() => seeded().exec(sql)).toThrow(message)
})
