import { expect, test } from 'vitest'
import { makeMigrationBench, people } from './before.ts'

const line = (sequence: number) =>
  `insert into event_log values ('w', ${sequence}, 'e${sequence}', 'b', 'x', 'a', 'firstRun', '{}', 'done', '0', '1')`

test('people stay, the log only grows', () => {
  const bench = makeMigrationBench()
  bench.upTo(1)
  bench.exec(people)
  bench.upTo(2)
  expect(bench.all('select id from account')).toEqual([{ id: 'a' }])
  bench.exec(line(0))
  expect(() => bench.exec(line(0))).toThrow(/UNIQUE/)
  expect(() => bench.exec("update event_log set result = 'refused'")).toThrow('event_log is append-only')
  expect(() => bench.exec('delete from event_log')).toThrow('event_log is append-only')
  expect(() => bench.exec('insert or replace into event_log select * from event_log')).toThrow(
    'event_log is append-only',
  )
})
