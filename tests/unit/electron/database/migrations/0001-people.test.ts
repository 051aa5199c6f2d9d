import { expect, test } from 'vitest'
import { makeMigrationBench, people } from './before.ts'

test('an empty file gets people who belong to a body and a workplace', () => {
  const bench = makeMigrationBench()
  bench.upTo(1)
  bench.exec(people)
  bench.exec("update workplace set active_account_id = 'a'")
  expect(bench.all('select full_name, role from account')).toEqual([
    { full_name: 'Иванова Анна Петровна', role: 'specialist' },
  ])
  expect(() => bench.exec("insert into workplace values ('x', 'nobody', 'x', null, 'x')")).toThrow(/FOREIGN KEY/)
  expect(() => bench.exec("update workplace set active_account_id = 'nobody'")).toThrow(/FOREIGN KEY/)
})
