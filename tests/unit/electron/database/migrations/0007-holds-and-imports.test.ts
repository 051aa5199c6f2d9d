import { expect, test } from 'vitest'
import { application, makeMigrationBench, people, reception } from './before.ts'

function seeded() {
  const bench = makeMigrationBench()
  bench.upTo(4)
  bench.exec(people + application + reception)
  bench.upTo(6)
  bench.exec(`
    insert into recording (id, body_id, workplace_id, reception_id, author_id, directory, state, started_at, retain_until, program, regulation)
    values ('c', 'b', 'w', 'r', 'a', '2026/11/c', 'sealed', '2026-11-20T02:00:00.000Z', '2028-11-20', '0.1.0', 'kuzbass-121')`)
  bench.upTo(7)
  bench.exec(`
    insert into recording_hold (id, body_id, workplace_id, recording_id, ground, reason, placed_at, placed_by)
    values ('h', 'b', 'w', 'c', 'abuse', 'угрозы', '2026-11-20T02:10:00.000Z', 'a');
    insert into recorder_note values ('n', 'b', 'w', 'r', '2026-11-20T02:00:00.000Z', 'armed', null, 'a');
    insert into recording_import values ('c', 'b', 'w', 'telemost', '2026-11-21T02:00:00.000Z', 'a', 'приём.webm', 'ab', 1, null, '[]')`)
  return bench
}
const release = `update recording_hold set released_at = '2026-12-01T02:00:00.000Z', released_by = 'a', release_reason = 'отказ в жалобе'`
const destroy = `update recording set state = 'destroyed', destroyed_on = '2030-01-01'`

test('the recordings stay', () => {
  expect(seeded().all('select id, state from recording')).toEqual([{ id: 'c', state: 'sealed' }])
})

test('a recording under a hold outlives its term; released it goes', () => {
  const bench = seeded()
  expect(() => bench.exec(destroy)).toThrow(/under a hold/)
  bench.exec(release)
  bench.exec(destroy)
  expect(bench.all('select state from recording')).toEqual([{ state: 'destroyed' }])
})

test('one hold of two is enough', () => {
  const bench = seeded()
  bench.exec(release)
  bench.exec(`
    insert into recording_hold (id, body_id, workplace_id, recording_id, ground, reason, placed_at, placed_by)
    values ('h2', 'b', 'w', 'c', 'complaint', 'жалоба', '2026-12-02T02:10:00.000Z', 'a')`)
  expect(() => bench.exec(destroy)).toThrow(/under a hold/)
})

test.each([
  ["update recording_hold set reason = 'иное'", /only released/],
  [`${release}; ${release}`, /only released/],
  ["update recording_hold set released_at = '2026-12-01T02:00:00.000Z'", /CHECK/],
  [release.replace('отказ в жалобе', ' '), /CHECK/],
  ['delete from recording_hold', /never deleted/],
  ["update recording_import set sha256 = 'cd'", /append-only/],
  ["update recorder_note set at = '2026-11-20T03:00:00.000Z'", /append-only/],
  ['delete from recorder_note', /append-only/],
])('the database itself refuses: %s', (sql, message) => {
  expect(() => seeded().exec(sql)).toThrow(message)
})

test('who looked at a recording is found without reading the event log', () => {
  const [step] = seeded().all(`explain query plan select max(at) from event_log
    where json_extract(objects, '$.recordingId') = 'c' and kind = 'recordingViewed' and account_id = 'a'`)
  expect(step).toMatchObject({ detail: expect.stringContaining('USING COVERING INDEX event_log_by_recording') })
})
