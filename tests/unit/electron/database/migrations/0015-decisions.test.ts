import { expect, test } from 'vitest'
import { makeReceptionBench } from './before.ts'

const by = `'b', 'w'`
const at = `'2026-11-18T03:00:00.000Z'`
const consent = (id: string, kind = 'video', state = 'given') =>
  `insert into application_consent values ('${id}', ${by}, 'p', '${kind}', '${state}', '', ${at}, ${at}, null, 'a')`
const decision = (id: string, kind = 'appointed', noticeId = 'null') =>
  `insert into application_decision values ('${id}', ${by}, 'p', '${kind}', 'r', null, ${noticeId}, ${at}, 'a')`
const completion = (fields = '[]', basis = 'по телефону') =>
  `insert into application_completion values ('${fields}', ${by}, 'p', '${fields}', '${basis}', 'a', ${at})`
const authorisation = (basis = 'приказ') =>
  `insert into authorisation values ('1', ${by}, 'a', null, '2026-11-01', null, '${basis}', 'a', ${at}, null, null)`

function seeded() {
  const bench = makeReceptionBench()
  bench.upTo(16)
  bench.exec(consent('1'))
  bench.exec(decision('1'))
  bench.exec(completion())
  bench.exec(authorisation())
  return bench
}

test('an application of before stays as it was; what a letter may lack may be missing now', () => {
  const bench = seeded()
  expect(bench.all('select id, letter_id, previous_application_id from application')).toEqual([
    { id: 'p', letter_id: null, previous_application_id: null },
  ])
  bench.exec("update application set birth_date = null, address = null, phone = null where id = 'p'")
  bench.exec(consent('2', 'video', 'withdrawn'))
  expect(bench.all('select state from application_consent order by rowid')).toEqual([
    { state: 'given' },
    { state: 'withdrawn' },
  ])
})

test.each([
  [consent('2', 'photo'), /CHECK/],
  [consent('2', 'video', 'maybe'), /CHECK/],
  [decision('2', 'postponed'), /CHECK/],
  [decision('2', 'appointed', "'unknown'"), /FOREIGN KEY/],
  [completion('no json'), /CHECK/],
  [completion('{}', ' '), /CHECK/],
  ["update application_decision set kind = 'rejected'", /append-only/],
  ['delete from application_consent', /append-only/],
  ["update application_completion set basis = 'x'", /append-only/],
  ['delete from authorisation', /never deleted/],
])('%s is refused', (sql, message) => {
  const bench = seeded()
  expect(() => bench.exec(sql)).toThrow(message)
})

test('an authorisation is revoked, not deleted', () => {
  const bench = seeded()
  bench.exec(`update authorisation set revoked_at = ${at}, revoked_by = 'a'`)
  expect(bench.all('select revoked_by from authorisation')).toEqual([{ revoked_by: 'a' }])
})
