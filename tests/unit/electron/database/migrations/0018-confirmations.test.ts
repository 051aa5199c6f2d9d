import { expect, test } from 'vitest'
import { allMigrations } from '../../../../../electron/database/migrations/all.ts'
import { makeReceptionBench } from './before.ts'

const by = `'b', 'w'`
const letter = `insert into letter (id, body_id, workplace_id, source, content_hash, body_hash, received_at, byte_length, raw, too_big, kind, stored_at)
  values ('l', ${by}, 'mail', '${'0'.repeat(64)}', '${'1'.repeat(64)}', '2026-11-18T03:00:00.000Z', 1, x'00', 0, 'reply', '2026-11-18T03:00:00.000Z')`
const decision = (id: string, verdict = 'confirms', applicationId = "'p'") =>
  `insert into reply_decision values ('${id}', ${by}, 'l', ${applicationId}, 'r', '${verdict}', 0, '', 'a', '2026-11-18T03:00:00.000Z')`

/** Versions are places in the list: numbers may be missing in it. */
const placeOf = (number: number) => allMigrations.findIndex(migration => migration.number === number) + 1

function seeded() {
  const bench = makeReceptionBench()
  bench.upTo(placeOf(18) - 1)
  bench.exec(
    `insert into application_mark values ('m', ${by}, 'p', 'r', 'confirmed', '2026-11-18T03:00:00.000Z', '2026-11-18T03:00:00.000Z', 'a')`,
  )
  bench.exec(letter)
  bench.upTo(placeOf(18))
  return bench
}

test('marks noted before stay, as noted by hand', () => {
  expect(seeded().all('select id, channel, letter_id, note from application_mark')).toEqual([
    { id: 'm', channel: 'hand', letter_id: null, note: '' },
  ])
})

test('the sender of a letter is looked up, not searched for among all applications', () => {
  const plan = seeded().all(
    "explain query plan select id from application where body_id = 'b' and email is not null and lower(email) = 'x'",
  )
  expect(JSON.stringify(plan)).toContain('application_by_email')
})

test.each([
  [`${decision('1')}; ${decision('2')}`, /UNIQUE/],
  [decision('1', 'unclear'), /CHECK/],
  [decision('1', 'confirms', 'null'), /CHECK/],
  [`${decision('1')}; update reply_decision set decision = 'declines'`, /append-only/],
  [`${decision('1')}; delete from reply_decision`, /append-only/],
  ["update application_mark set note = 'x'", /append-only/],
])('the database itself refuses: %s', (sql, message) => {
  expect(() => seeded().exec(sql)).toThrow(message)
})
