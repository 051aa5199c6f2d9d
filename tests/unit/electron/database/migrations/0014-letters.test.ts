import { expect, test } from 'vitest'
import { makeMigrationBench, people } from './before.ts'

const by = `'b', 'w'`
const hash = (sign: string) => sign.repeat(64)
const letter = (id: string, { content = 'a', kind = 'other', tooBig = 0 } = {}) =>
  `insert into letter (id, body_id, workplace_id, source, message_id, content_hash, body_hash, received_at, byte_length, raw,
    too_big, kind, stored_at) values ('${id}', ${by}, 'mail', '<1@example.ru>', '${hash(content)}', '${hash('f')}',
    '2026-11-20T02:00:00.000Z', 3, x'410d0a', ${tooBig}, '${kind}', '2026-11-20T02:00:01.000Z')`
const mailbox = (id: string, security = 'tls') =>
  `insert into mailbox (id, body_id, workplace_id, address, host, port, security, user_name, authentication, secret, folder,
    ca_file, since, created_at) values ('${id}', ${by}, 'priem@example.ru', 'imap.example.ru', 993, '${security}', 'priem',
    'password', 'x', 'INBOX', null, '2026-11-01', '2026-11-20T02:00:00.000Z')`
const sighting = (uid: number) => `insert into letter_sighting values ('m', 7, ${uid}, 'l', '2026-11-20T02:00:01.000Z')`
const act = (kind: string) =>
  `insert into letter_act values ('1', ${by}, 'l', '${kind}', 'причина', 'a', '2026-11-20T02:00:01.000Z')`

function seeded() {
  const bench = makeMigrationBench()
  bench.upTo(1)
  bench.exec(people)
  bench.upTo(14)
  bench.exec(mailbox('m'))
  bench.exec(letter('l'))
  bench.exec(sighting(1))
  return bench
}

test('a letter is kept once and seen at many places; only its text may go, once', () => {
  const bench = seeded()
  bench.exec(sighting(2))
  bench.exec(letter('k', { content: 'b' }))
  bench.exec("update letter set raw = null, erased_at = '2027-01-01T00:00:00.000Z' where id = 'l'")
  expect(bench.all('select id, raw is null as gone from letter order by id')).toEqual([
    { id: 'k', gone: 0 },
    { id: 'l', gone: 1 },
  ])
  expect(() => bench.exec("update letter set erased_at = '2028-01-01T00:00:00.000Z' where id = 'l'")).toThrow(/erased/)
})

test('the raw text stands behind every other column: none of them is found only by reading through it', () => {
  expect(seeded().all("select name from pragma_table_info('letter')").at(-1)).toEqual({ name: 'raw' })
})

test.each([
  [letter('k'), /UNIQUE/],
  [letter('k', { content: 'b', kind: 'spam' }), /CHECK/],
  [mailbox('n', 'none'), /CHECK/],
  [sighting(1), /UNIQUE/],
  [act('lost'), /CHECK/],
  ["update letter set kind = 'application'", /only ever erased/],
  [
    "update letter set body_hash = content_hash, raw = null, erased_at = '2027-01-01T00:00:00.000Z'",
    /only ever erased/,
  ],
  ['update letter_sighting set uid = 9', /append-only/],
  ['delete from letter', /never deleted/],
  ['delete from mailbox', /never deleted/],
])('the database itself refuses: %s', (sql, message) => {
  expect(() => seeded().exec(sql)).toThrow(message)
})
