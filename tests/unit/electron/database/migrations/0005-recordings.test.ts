import { expect, test } from 'vitest'
import { application, makeMigrationBench, people, reception } from './before.ts'

function seeded() {
  const bench = makeMigrationBench()
  bench.upTo(4)
  bench.exec(people + application + reception)
  bench.upTo(5)
  bench.exec(`
    insert into recording (id, body_id, workplace_id, reception_id, author_id, directory, state, started_at, retain_until, program, regulation)
    values ('c', 'b', 'w', 'r', 'a', '2026/11/c', 'sealed', '2026-11-20T02:00:00.000Z', '2028-11-20', '0.1.0', 'kuzbass-121')`)
  return bench
}

test('receptions stay', () => {
  expect(seeded().all('select id from reception')).toEqual([{ id: 'r' }])
})

test.each([
  ["update recording set state = 'destroyed', destroyed_on = '2027-01-11'", /CHECK/],
  // The last day still belongs to the term.
  ["update recording set state = 'destroyed', destroyed_on = '2028-11-20'", /CHECK/],
  ["update recording set state = 'destroyed'", /CHECK/],
  ["update recording set retain_until = '2026-12-01'", /never shortened/],
  ['delete from recording', /never deleted/],
])('the database itself refuses: %s', (sql, message) => {
  const bench = seeded()
  expect(() => bench.exec(sql)).toThrow(message)
  expect(bench.all('select state, retain_until from recording')).toEqual([
    { state: 'sealed', retain_until: '2028-11-20' },
  ])
})

test('after the term it goes, and for good', () => {
  const bench = seeded()
  bench.exec("update recording set state = 'destroyed', destroyed_on = '2028-11-21'")
  expect(() => bench.exec("update recording set state = 'sealed', destroyed_on = null")).toThrow(/does not come back/)
})
