import { expect, test } from 'vitest'
import { makeReceptionBench } from './before.ts'

test('the day of receipt: who says so is known of what comes, corrections only grow and need a reason', () => {
  const bench = makeReceptionBench()
  bench.upTo(26)
  const [{ id: applicationId } = { id: '' }] = bench.all('select id from application') as { id: string }[]
  expect(bench.all('select received_source from application')).toEqual([{ received_source: null }])
  expect(() => bench.exec("update application set received_source = 'guessed'")).toThrow(/CHECK/)
  const correction = (id: string, reason: string, after = '2026-11-18') => `
    insert into receipt_correction (id, body_id, workplace_id, application_id, received_before, received_after, reason, author_id, at)
    values ('${id}', 'b', 'w', '${applicationId}', '2026-11-19', '${after}', '${reason}', 'a', '2026-11-20T02:00:00.000Z');`
  bench.exec(correction('one', 'другой ящик'))
  expect(() => bench.exec(correction('two', ' '))).toThrow(/CHECK/)
  expect(() => bench.exec(correction('two', 'то же', '2026-11-19'))).toThrow(/CHECK/)
  expect(() => bench.exec("update receipt_correction set reason = 'иначе'")).toThrow(/append-only/)
  expect(() => bench.exec('delete from receipt_correction')).toThrow(/append-only/)
})
