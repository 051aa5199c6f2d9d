import { expect, test } from 'vitest'
import { makeReceptionBench } from './before.ts'

const by = `'b', 'w'`
const at = `'2026-11-18T03:00:00.000Z'`
const notice = (id: string, kind = 'appointment', messageId = `<${id}@example.ru>`) =>
  `insert into notice values ('${id}', ${by}, 'p', 'r', '${kind}', 0, 'kanar@example.ru', 'тема', 'текст', null, '${messageId}', ${at}, 'a')`
const attempt = (id: string, outcome = 'started', number = 1) =>
  `insert into notice_attempt values ('${id}', '1', ${number}, ${at}, '${outcome}', '')`
const fact = (id: string, kind = 'bounced', afterAttempt = 1) =>
  `insert into notice_fact values ('${id}', '1', '${kind}', ${at}, ${at}, ${afterAttempt}, null, null, '')`
const open = (state: string) => `insert into notice_open values ('1', 'b', '${state}')`

function seeded() {
  const bench = makeReceptionBench()
  bench.upTo(16)
  bench.exec(notice('1'))
  bench.exec(attempt('t1'))
  bench.exec(fact('f1'))
  return bench
}

test('what was there stays, and a notice keeps its tries and facts', () => {
  const bench = seeded()
  bench.exec(attempt('t2', 'accepted'))
  expect(bench.all('select outcome from notice_attempt order by rowid')).toEqual([
    { outcome: 'started' },
    { outcome: 'accepted' },
  ])
  expect(bench.all('select id from application')).toEqual([{ id: 'p' }])
})

test.each([
  [notice('2', 'reminder'), /CHECK/],
  [notice('2', 'move', '<1@example.ru>'), /UNIQUE/],
  [attempt('t2', 'lost'), /CHECK/],
  [attempt('t2', 'started', 0), /CHECK/],
  [fact('f2', 'read'), /CHECK/],
  [fact('f2', 'bounced', -1), /CHECK/],
  [open('sent'), /CHECK/],
  [`insert into outgoing_server values ('1', ${by}, 'no json', 'a', ${at})`, /CHECK/],
  ["update notice set text = 'другой'", /append-only/],
  ['delete from notice', /append-only/],
  ["update notice_attempt set outcome = 'accepted'", /append-only/],
  ['delete from notice_fact', /append-only/],
])('%s is refused', (statement, message) => {
  expect(() => seeded().exec(statement)).toThrow(message)
})

test('the work list is no truth: it may be changed', () => {
  const bench = seeded()
  bench.exec(open('waiting'))
  bench.exec('delete from notice_open')
  expect(bench.all('select * from notice_open')).toEqual([])
})
