import { expect, test } from 'vitest'
import { application, makeMigrationBench, people, reception } from './before.ts'

const event = (sequence: number, action = '{"kind":"roomOpened"}') =>
  `insert into reception_event values ('r', ${sequence}, 'b', 'w', 'x', 'x', 'a', 'hand', '${action}')`

test('applications stay; events only grow, one per sequence', () => {
  const bench = makeMigrationBench()
  bench.upTo(3)
  bench.exec(people + application)
  bench.upTo(4)
  expect(bench.all('select journal_number from application')).toEqual([{ journal_number: 1 }])
  bench.exec(reception)
  bench.exec(event(0))
  expect(() => bench.exec(event(0))).toThrow(/UNIQUE/)
  expect(() => bench.exec(event(1, 'no json'))).toThrow(/CHECK/)
  expect(() => bench.exec("update reception_event set source = 'phone'")).toThrow('reception_event is append-only')
  expect(() => bench.exec('delete from reception_event')).toThrow('reception_event is append-only')
  expect(() => bench.exec('delete from reception')).toThrow('never deleted')
})
