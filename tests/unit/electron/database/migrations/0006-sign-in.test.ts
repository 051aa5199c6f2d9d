import { expect, test } from 'vitest'
import { makeMigrationBench, people } from './before.ts'

test('people stay and nobody is signed in', () => {
  const bench = makeMigrationBench()
  bench.upTo(5)
  bench.exec(people)
  bench.upTo(6)
  expect(bench.all('select id, password_hash, password_change_due, failed_tries from account')).toEqual([
    { id: 'a', password_hash: null, password_change_due: 0, failed_tries: 0 },
  ])
  expect(bench.all('select signed_in_at, locked_at from workplace')).toEqual([{ signed_in_at: null, locked_at: null }])
})

test('a setting is one JSON value per key', () => {
  const bench = makeMigrationBench()
  bench.upTo(5)
  bench.exec(people)
  bench.upTo(6)
  bench.exec("insert into setting values ('b', 'idleLockMinutes', '10')")
  expect(() => bench.exec("insert into setting values ('b', 'idleLockMinutes', '11')")).toThrow(/UNIQUE/)
  expect(() => bench.exec("insert into setting values ('b', 'other', 'not json')")).toThrow(/CHECK/)
})
