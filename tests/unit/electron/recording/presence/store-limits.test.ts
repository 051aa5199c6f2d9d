import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readStoreLimits } from '../../../../../electron/recording/presence/store-limits.ts'

test('the limits of the store are there, each with its reason', async () => {
  const file = join(import.meta.dirname, '../../../../../resources/recording-store.json')
  expect(await readStoreLimits(file)).toEqual({
    ...{ provenEveryMs: 2_592_000_000, lookEveryMs: 3_600_000, searchDepth: 8, searchEntries: 200_000 },
    quietMs: 600_000,
  })
  const reasons = Object.entries(JSON.parse(await readFile(file, 'utf8'))).filter(([name]) => name.endsWith('Reason'))
  expect(reasons).toHaveLength(5)
  for (const [, reason] of reasons) expect(reason).toMatch(/^[А-Я].{30,}\.$/)
})
