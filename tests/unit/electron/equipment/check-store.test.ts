import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NewCheck } from '../../../../electron/equipment/check-store.ts'
import { judged } from '../../../../shared/equipment/thresholds.ts'
import { type EquipmentBench, openEquipmentBench } from './bench.ts'

let bench: EquipmentBench
beforeEach(async () => {
  bench = await openEquipmentBench()
})
afterEach(() => bench.stores.close())

const made = (part: Partial<NewCheck> = {}): NewCheck => ({
  ...{ id: randomUUID(), kind: 'quick', receptionId: null, startedAt: '2026-11-20T01:59:52.000Z' },
  results: [judged('cameraPresent', 'good')],
  devices: { camera: null, microphone: null, speaker: null },
  versions: { program: '0.1.0', browser: 'Chromium', ffmpeg: '7.1', system: 'Linux 6' },
  authorId: bench.stores.session.account.id,
  ...part,
})

test('newest first, by pages; oldest first for trends', () => {
  const { store, stores } = bench
  for (const minute of ['00', '01', '02']) {
    stores.clock.set(`2026-11-20T02:${minute}:00Z`)
    store.add(made())
  }
  const times = store.list({ offset: 0, limit: 2 }).map(({ finishedAt }) => finishedAt)
  expect(times).toEqual(['2026-11-20T02:02:00.000Z', '2026-11-20T02:01:00.000Z'])
  expect(store.since('2026-11-20T02:01:00.000Z').map(({ finishedAt }) => finishedAt)).toEqual(times.toReversed())
  expect(store.count()).toBe(3)
})

test('unknown checks are neither read nor decided upon', () => {
  const { store, stores } = bench
  expect(store.byId(randomUUID())).toBeNull()
  const authorId = stores.session.account.id
  const decision = { checkId: randomUUID(), code: 'speakerTone', kind: 'toneHeard', reason: '', authorId } as const
  expect(store.decide(decision)).toBe(false)
  expect(store.latestOfReception(randomUUID())).toBeNull()
})
