import { expect, test } from 'vitest'
import { application, makeMigrationBench, people, reception } from './before.ts'

const row = `
  insert into journal_row (application_id, body_id, workplace_id, journal_year, journal_number, received_on, full_name, topic,
    consideration, specialist_name, result, reception_id, reception_date, outcome, recording_id, day, has_result, has_recording)
  values ('p', 'b', 'w', 2026, 1, '2026-11-18', 'Ким Алла', 'тема', 'назначен', 'Иванова', 'проведен', 'r', '2026-11-20', 'held',
    null, '2026-11-20', 1, 0);`
const event = (sequence: number, action: object) => `
  insert into reception_event values ('r', ${sequence}, 'b', 'w', '2026-11-20T02:00:00.000Z', '2026-11-20T02:00:00.000Z', 'a',
    'hand', '${JSON.stringify(action)}');`
const recording = (id: string) => `
  insert into recording (id, body_id, workplace_id, reception_id, author_id, directory, state, started_at, retain_until, program, regulation)
  values ('${id}', 'b', 'w', 'r', 'a', '2026/11/${id}', 'recording', '2026-11-20T02:00:00.000Z', '2028-11-20', '0.1.0', 'kuzbass-121');`
const sealed = (durationMs: number) => `update recording set state = 'sealed', duration_ms = ${durationMs};`
const connected = { kind: 'citizenConnected' }
const undone = { kind: 'tickUndone', sequence: 0 }

function seeded(before = '') {
  const bench = makeMigrationBench()
  bench.upTo(4)
  bench.exec(people + application + reception + row)
  bench.upTo(7)
  bench.exec(before)
  bench.upTo(8)
  return bench
}
const isMissing = (bench: ReturnType<typeof seeded>) =>
  bench.all('select recording_missing as missing from journal_row')

test('what was written stays, uncorrected', () => {
  expect(seeded().all('select full_name, corrected_full_name, result, corrected_result from journal_row')).toEqual([
    { full_name: 'Ким Алла', corrected_full_name: null, result: 'проведен', corrected_result: null },
  ])
})

test.each([
  ['nobody was connected', '', 0],
  ['connected, no recording', event(0, connected), 1],
  ['the tick was taken back', event(0, connected) + event(1, undone), 0],
  ['connected, being recorded', event(0, connected) + recording('c'), 0],
  ['sealed', event(0, connected) + recording('c') + sealed(5000), 0],
  ['sealed, nothing in it', event(0, connected) + recording('c') + sealed(0), 1],
  ['one of two is there', event(0, connected) + recording('c') + sealed(0) + recording('d'), 0],
  [
    'the seal failed: the parts are kept',
    `${event(0, connected)}${recording('c')}update recording set state = 'sealFailed';`,
    0,
  ],
])('a recording is missing, told for old rows and kept for new ones: %s', (_name, happened, missing) => {
  expect(isMissing(seeded(happened))).toEqual([{ missing }])
  const bench = seeded()
  bench.exec(happened)
  expect(isMissing(bench)).toEqual([{ missing }])
})

const correction = (values: string) => `
  insert into journal_correction values ('k', 'b', 'w', 'p', 0, ${values}, 'a', '2026-11-21T02:00:00.000Z');`
test.each([
  [correction(`'consideration', 'а', 'б', 'описка'`), /CHECK/],
  [correction(`'topic', 'а', 'а', 'описка'`), /CHECK/],
  [correction(`'topic', 'а', 'б', ' '`), /CHECK/],
  [`${correction(`'topic', 'а', 'б', 'описка'`)} update journal_correction set reason = 'иное'`, /append-only/],
  [`${correction(`'topic', 'а', 'б', 'описка'`)} delete from journal_correction`, /append-only/],
])('the database itself refuses: %s', (sql, message) => {
  expect(() => seeded().exec(sql)).toThrow(message)
})
