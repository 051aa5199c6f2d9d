import { expect, test } from 'vitest'
import { makeMigrationBench, people } from './before.ts'

const phrase = (id: string, text: string, removed = 'null') =>
  `insert into phrase (id, body_id, workplace_id, account_id, text, created_at, removed_at)
   values ('${id}', 'b', 'w', (select id from account limit 1), '${text}', '2026-11-20T20:00:00.000Z', ${removed})`

function seeded() {
  const bench = makeMigrationBench()
  bench.upTo(1)
  bench.exec(people)
  bench.upTo(11)
  bench.exec(phrase('1', 'о субсидии'))
  return bench
}

test('a removed phrase may be written anew', () => {
  const bench = seeded()
  bench.exec(phrase('2', 'о пособии', "'2026-11-21T20:00:00.000Z'"))
  bench.exec(phrase('3', 'о пособии'))
  expect(bench.all('select id, used_count from phrase order by id')).toEqual([
    { id: '1', used_count: 0 },
    { id: '2', used_count: 0 },
    { id: '3', used_count: 0 },
  ])
})

test.each([
  [phrase('2', 'о субсидии'), /UNIQUE/],
  [phrase('2', '  '), /CHECK/],
])('the database itself refuses: %s', (sql, message) => {
  expect(() => seeded().exec(sql)).toThrow(message)
})
