import { expect, test } from 'vitest'
import { makeReceptionBench } from './before.ts'

const id = '5f0c3a7e-7d0e-4b7a-9f62-1b7a6a0f1c11'
const recording = (directory: string) => `
  insert into recording (id, body_id, workplace_id, reception_id, author_id, directory, state, started_at, retain_until, program, regulation)
  values ('${id}', 'b', 'w', 'r', 'a', '${directory}', 'sealed', '2026-11-20T02:00:00.000Z', '2028-11-20', '0.1.0', 'kuzbass-121');`

test.each([
  `/home/user/.config/videopriem/recordings/2026/11/${id}`,
  `D:\\Записи\\2026\\11\\${id}`,
  `\\\\server\\records\\2026\\11\\${id}`,
])('only the way inside the store is left of %s', directory => {
  const bench = makeReceptionBench()
  bench.upTo(22)
  bench.exec(recording(directory))
  bench.upTo(23)
  expect(bench.all('select relative_path, store_id, proven_at from recording')).toEqual([
    { relative_path: `2026/11/${id}`, store_id: null, proven_at: null },
  ])
  for (const wrong of ['/etc', '../keys', 'a\\b'])
    expect(() => bench.exec(`update recording set relative_path = '${wrong}'`)).toThrow(/CHECK/)
})
