import { expect, test } from 'vitest'
import { makeReceptionBench } from './before.ts'

const recording = `
  insert into recording (id, body_id, workplace_id, reception_id, author_id, directory, state, started_at, retain_until, program, regulation)
  values ('c', 'b', 'w', 'r', 'a', '2026/11/c', 'sealed', '2026-11-20T02:00:00.000Z', '2028-11-20', '0.1.0', 'kuzbass-121');`

test('nobody has looked at the films of before, and only the four states are known', () => {
  const bench = makeReceptionBench()
  bench.upTo(20)
  bench.exec(recording)
  bench.upTo(21)
  expect(bench.all('select presence, presence_at from recording')).toEqual([{ presence: null, presence_at: null }])
  for (const presence of ['here', 'missing', 'altered', 'elsewhere']) {
    bench.exec(`update recording set presence = '${presence}'`)
  }
  expect(() => bench.exec(`update recording set presence = 'somewhere'`)).toThrow(/CHECK/)
})
