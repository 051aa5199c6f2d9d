import { expect, test } from 'vitest'
import { makeReceptionBench } from './before.ts'

const hash = (of: string) => `'${of.repeat(64)}'`
const letter = (id: string, raw = "x'00'") =>
  `insert into letter (id, body_id, workplace_id, source, content_hash, body_hash, received_at, byte_length, too_big, kind,
    stored_at, raw) values ('${id}', 'b', 'w', 'mail', ${hash(id)}, ${hash(id)}, 't', 1, 0, 'other', 't', ${raw})`
const reading = `insert into letter_reading values ('1', 'one', '{}', 't')`

function seeded() {
  const bench = makeReceptionBench()
  bench.upTo(32)
  bench.exec(`${letter('1')}; ${letter('2', 'null')}`)
  bench.upTo(33)
  return {
    ...bench,
    due: () => bench.all('select letter_id from letter_to_index').map(row => (row as { letter_id: string }).letter_id),
  }
}

test('letters of before are due, and those that come; not what was erased', () => {
  const bench = seeded()
  expect(bench.due()).toEqual(['1'])
  bench.exec(letter('3'))
  expect(bench.due()).toEqual(['1', '3'])
})

test('another reading makes a letter due, the same one again does not', () => {
  const bench = seeded()
  const done = 'delete from letter_to_index'
  bench.exec(`${done}; ${reading}`)
  expect(bench.due()).toEqual(['1'])
  bench.exec(`${done}; update letter_reading set reader = 'two', content = '{}'`)
  expect(bench.due()).toEqual([])
  // As the program writes it; due already, it stays so.
  for (const subject of ['y', 'z']) {
    bench.exec(`insert into letter_reading values ('1', 'three', '{"subject":"${subject}"}', 't')
      on conflict (letter_id) do update set content = excluded.content`)
    expect(bench.due()).toEqual(['1'])
  }
})

test('what erases a letter erases its words, and they are nowhere in the file', () => {
  const bench = seeded()
  bench.exec(`insert into letter_searched values (7, '1');
    insert into letter_search (rowid, words, stems) values (7, 'канарейкин', 'канарейкин');
    update letter set raw = null, erased_at = 't' where id = '1'`)
  expect(bench.due()).toEqual([])
  expect(bench.all('select * from letter_searched')).toEqual([])
  expect(bench.all('select * from letter_search')).toEqual([])
  const blocks = bench.database.raw.prepare<[], { block: Buffer }>('select block from letter_search_data').all()
  expect(Buffer.concat(blocks.map(({ block }) => block)).includes('канарейкин')).toBe(false)
})
