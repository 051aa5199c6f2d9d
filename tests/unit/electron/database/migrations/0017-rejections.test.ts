import { expect, test } from 'vitest'
import { makeReceptionBench } from './before.ts'

const by = `'b', 'w'`
const at = `'2026-11-20T03:00:00.000Z'`
const draft = (id: string, state = 'toSign', content = '{}') =>
  `insert into rejection_draft (id, body_id, workplace_id, application_id, state, content, author_id, at)
   values ('${id}', ${by}, 'p', '${state}', '${content}', 'a', ${at})`
const decision = `insert into application_decision
  (id, body_id, workplace_id, application_id, kind, reception_id, reason, decided_at, author_id)
  values ('e', ${by}, 'p', 'rejected', null, 'x', ${at}, 'a')`
const signing = (kind = 'scan') =>
  `insert into rejection_signing values ('p', ${by}, '1', 'e', '${kind}', '2026-11-20', 'a', ${at})`
const file = (position: number, role = 'decision') =>
  `insert into rejection_file values ('p', ${position}, '${role}', 'n', 'application/pdf', 'h', x'25')`
const dispatch = (way: string, note: string) =>
  `insert into rejection_dispatch values ('p', ${by}, '${way}', null, '${note}', '2026-11-20', 'a', ${at})`
const exported = (from: string, to: string, rows = 1, purpose = 'control') =>
  `insert into journal_export values ('${from}${to}', ${by}, '${from}', '${to}', 'xlsx', '${purpose}', '', ${rows}, 'a', ${at})`

function seeded() {
  const bench = makeReceptionBench()
  bench.upTo(17)
  for (const sql of [draft('1', 'draft'), draft('2'), decision, signing(), file(0)]) bench.exec(sql)
  return bench
}

test('what was there stays; drafts are kept version by version', () => {
  const bench = seeded()
  expect(bench.all('select id, state from rejection_draft order by sequence')).toEqual([
    { id: '1', state: 'draft' },
    { id: '2', state: 'toSign' },
  ])
  expect(bench.all('select id from application')).toEqual([{ id: 'p' }])
})

test.each(['rejection_file', 'document_template'])(
  'the bytes of %s stand behind every other column: none of them is found only by reading through them',
  table => {
    expect(seeded().all(`select name from pragma_table_info('${table}')`).at(-1)).toEqual({ name: 'content' })
  },
)

test.each([
  [draft('3', 'signed'), /CHECK/],
  [draft('3', 'draft', 'no json'), /CHECK/],
  [signing(), /UNIQUE/],
  [file(0), /UNIQUE/],
  [file(1, 'photo'), /CHECK/],
  [dispatch('email', ''), /CHECK/],
  [dispatch('other', ' '), /CHECK/],
  [exported('2026-11-30', '2026-11-01'), /CHECK/],
  [exported('2026-11-01', '2026-11-30', 0), /CHECK/],
  [exported('2026-11-01', '2026-11-30', 1, 'curiosity'), /CHECK/],
  ["update rejection_draft set state = 'withdrawn'", /append-only/],
  ['delete from rejection_signing', /append-only/],
  ["update rejection_file set name = 'other'", /append-only/],
])('the database itself refuses: %s', (sql, message) => {
  expect(() => seeded().exec(sql)).toThrow(message)
})
