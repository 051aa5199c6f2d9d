/// <reference path="../../../../../../renderer/recorder/capture/insertable-streams.d.ts" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchPeer } from '../../../../../../renderer/features/equipment/measure/watch-peer.ts'
import { judgePeer } from '../../../../../../shared/equipment/judge-peer.ts'
import type { PeerFacts } from '../../../../../../shared/equipment/measurements.ts'
import { thresholds } from '../../../../shared/equipment/bench.ts'

/** What Chromium told of four networks, kept (record-statistics.ts), through the page's own look and the judge. */
interface Look {
  readonly network: string
  readonly ends: readonly (readonly { readonly id: string }[])[]
}
const kept = readFileSync(join(import.meta.dirname, '../../../../../fixtures/webrtc/kept-statistics.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Look => JSON.parse(line))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function watched(name: string): Promise<PeerFacts> {
  const looks = kept.filter(({ network }) => network === name).values()
  const facts = watchPeer({
    ...{ startedMs: performance.now(), signal: new AbortController().signal },
    reports: async () =>
      (looks.next().value?.ends ?? []).map(report => new Map(report.map(value => [value.id, value]))),
    isConnected: samples => samples.some(({ packetsReceived }) => packetsReceived > 0),
  })
  await vi.runAllTimersAsync()
  expect(looks.next().done).toBe(true)
  return facts
}

test.each([
  ['good', []],
  ['lossy', ['serverLoss warning']],
  ['slow', ['serverDelay warning']],
  ['uneven', ['serverJitter warning']],
] as const)('%s: exactly its verdict', async (name, expected) => {
  const results = judgePeer(thresholds, await watched(name), 'server')
  expect(results.find(({ code }) => code === 'serverConnection')).toMatchObject({ state: 'good' })
  // Frames depend on the processor of the machine it was recorded on as well.
  const told = results.filter(({ code, state }) => code !== 'serverRate' && state !== 'good')
  expect(told.map(({ code, state }) => `${code} ${state}`)).toEqual(expected)
})

test('200 ms each way, every fifth packet: the figures are those of the network', async () => {
  const [slow, lossy, good] = [await watched('slow'), await watched('lossy'), await watched('good')]
  expect(slow.delayMs).toBeGreaterThan(390)
  expect(slow.delayMs).toBeLessThan(600)
  expect(lossy.lossPercent).toBeGreaterThan(10)
  expect(lossy.lossPercent).toBeLessThan(30)
  expect(good).toMatchObject({ connected: true, lossPercent: 0 })
  expect(good.delayMs).toBeLessThan(50)
})
