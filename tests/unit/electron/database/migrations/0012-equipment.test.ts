import { expect, test } from 'vitest'
import { makeMigrationBench, people } from './before.ts'

const check = (id: string, kind = 'quick', results = '[]') =>
  `insert into equipment_check (id, body_id, workplace_id, kind, started_at, finished_at, author_id, state, results, devices, versions)
   values ('${id}', 'b', 'w', '${kind}', '2026-11-20T01:00:00.000Z', '2026-11-20T01:00:08.000Z', 'a', 'good', '${results}', '{}', '{}')`
const decision = (kind: string, reason: string) =>
  `insert into equipment_decision values ('d', 'b', 'w', '1', 'microphoneLevel', '${kind}', '${reason}', 'a', '2026-11-20T01:01:00.000Z')`
const passport = `insert into workplace_passport values ('p', 'b', 'w', '101-3', '12', 'ЦСВиИ', '', 'a', '2026-11-20T01:00:00.000Z')`

function seeded() {
  const bench = makeMigrationBench()
  bench.upTo(1)
  bench.exec(people)
  bench.upTo(12)
  bench.exec(check('1'))
  bench.exec(passport)
  return bench
}

test('a workplace of before has no checks; one made after is there with its decision', () => {
  const bench = seeded()
  bench.exec(decision('falseAlarm', 'проверено руками'))
  expect(bench.all('select id, state from equipment_check')).toEqual([{ id: '1', state: 'good' }])
  expect(bench.all('select reason from equipment_decision')).toEqual([{ reason: 'проверено руками' }])
})

test.each([
  [check('2', 'guessed'), /CHECK/],
  [check('2', 'full', 'not json'), /CHECK/],
  [decision('falseAlarm', ' '), /CHECK/],
  ["update equipment_check set state = 'fault'", /append-only/],
  ['delete from equipment_check', /append-only/],
  ["update workplace_passport set room = '13'", /append-only/],
])('the database itself refuses: %s', (sql, message) => {
  expect(() => seeded().exec(sql)).toThrow(message)
})

test('what was heard needs no words', () => {
  expect(() => seeded().exec(decision('toneHeard', ''))).not.toThrow()
})
