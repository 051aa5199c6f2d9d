import { expect, test } from 'vitest'
import { application, makeMigrationBench, people } from './before.ts'

test('people and log stay; a number is given once and an application never goes', () => {
  const bench = makeMigrationBench()
  bench.upTo(2)
  bench.exec(people)
  bench.exec("insert into event_log values ('w', 0, 'e', 'b', 'x', 'a', 'firstRun', '{}', 'done', '0', '1')")
  bench.upTo(3)
  expect(bench.all('select id from event_log')).toEqual([{ id: 'e' }])
  bench.exec(application)
  expect(() => bench.exec(application.replace("'p'", "'q'"))).toThrow(/UNIQUE/)
  expect(() => bench.exec('update application set journal_number = 2')).toThrow('given once')
  expect(() => bench.exec('delete from application')).toThrow('never deleted')
  bench.exec("update application set phone = '+7 913'")
})

test('search text is really erased: secure-delete of the index is on', () => {
  const bench = makeMigrationBench()
  bench.upTo(3)
  bench.exec("insert into journal_search (rowid, words, stems) values (1, 'канарейкин жку', 'канарейкин жку')")
  bench.exec('delete from journal_search where rowid = 1')
  const blocks = bench.database.raw.prepare<[], { block: Buffer }>('select block from journal_search_data').all()
  expect(blocks.length).toBeGreaterThan(0)
  expect(blocks.some(({ block }) => block.includes(Buffer.from('канарейкин')))).toBe(false)
  expect(bench.all("select k, v from journal_search_config where k = 'secure-delete'")).toEqual([
    { k: 'secure-delete', v: 1 },
  ])
})
