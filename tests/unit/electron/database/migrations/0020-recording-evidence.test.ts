import { expect, test } from 'vitest'
import { makeReceptionBench } from './before.ts'

const recording = `
  insert into recording (id, body_id, workplace_id, reception_id, author_id, directory, state, started_at, retain_until, program, regulation)
  values ('c', 'b', 'w', 'r', 'a', '2026/11/c', 'sealing', '2026-11-20T02:00:00.000Z', '2028-11-20', '0.1.0', 'kuzbass-121');`
const sealed = `update recording set state = 'sealed', sha256 = 'ab', byte_length = 5, verdict = 'damaged', slip = '{}', manifest = '{}';`

function seeded() {
  const bench = makeReceptionBench()
  bench.upTo(19)
  bench.exec(recording)
  bench.upTo(20)
  return bench
}

test('what the seal found is written once, the state may still change', () => {
  const bench = seeded()
  bench.exec(sealed)
  bench.exec(`${sealed} update recording set state = 'sealing'; update recording set state = 'sealed';`)
  expect(bench.all('select state, sha256, byte_length from recording')).toEqual([
    { state: 'sealed', sha256: 'ab', byte_length: 5 },
  ])
})

test.each([
  [`${sealed} update recording set sha256 = 'cd'`, /written once/],
  [`${sealed} update recording set sha256 = null`, /written once/],
  [`${sealed} update recording set byte_length = 6`, /written once/],
  [`${sealed} update recording set verdict = 'sound'`, /written once/],
  [`${sealed} update recording set slip = '{"a":1}'`, /written once/],
  [`insert into recording_begun values ('d', 'b', 'w', 'nobody', '2026-11-20T02:00:00.000Z')`, /FOREIGN KEY/],
  [
    `insert into recording_begun values ('d', 'b', 'w', 'r', '2026-11-20T02:00:00.000Z'); delete from recording_begun`,
    /append-only/,
  ],
  [`insert into recording_adoption values ('c', 'b', 'w', ' ', '2026-11-20T02:00:00.000Z', 'a')`, /CHECK/],
])('the database itself refuses: %s', (sql, message) => {
  expect(() => seeded().exec(sql)).toThrow(message)
})
