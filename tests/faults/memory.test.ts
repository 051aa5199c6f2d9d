import { expect, test } from 'vitest'
import { type MemorySample, openMemoryMeter, sampleMemory, slopePerMinute } from '../fixtures/memory-samples.ts'
import { openReceptionBench } from '../fixtures/reception-bench.ts'
import { finishAndSeal } from '../fixtures/sealed-recording.ts'
import { until } from '../fixtures/until.ts'

const megabyte = 1024 * 1024
const betweenMs = 2_500

/**
 * A leak of one chunk (about 70 kB twice a second) would be 8 MB a minute: the limits lie well below that and above the
 * breathing of the collectors. The hour is `npm run bench -- memory`.
 */
const mostPerMinute = {
  pageHeapBytes: 0.5 * megabyte,
  pageResidentBytes: 4 * megabyte,
  workstationResidentBytes: 4 * megabyte,
} as const
type Measure = keyof typeof mostPerMinute
const measures = Object.keys(mostPerMinute) as Measure[]

/** Caches fill, code is compiled: not yet the slope. */
const settlingMs = { short: 30_000, long: 60_000 } as const
const watchedMs = { short: 60_000, long: 180_000 } as const

/**
 * A minute is enough where it shows less than half of every limit: a leak of 8 MB a minute cannot. Otherwise the watch
 * goes on, and three minutes after a longer settling are judged.
 */
const isClearlyFlat = (samples: readonly MemorySample[]): boolean =>
  measures.every(measure => slopePerMinute(samples, sample => sample[measure]) < mostPerMinute[measure] / 2)

test('while it records neither the page nor the workstation grows', async () => {
  const bench = await openReceptionBench()
  try {
    await bench.act({ kind: 'roomOpened' })
    await bench.arm()
    await bench.act({ kind: 'citizenConnected' })
    const meter = await openMemoryMeter(bench)
    const startedAt = performance.now()
    const all: MemorySample[] = []
    const settled = (afterMs: number) => all.filter(({ atMs }) => atMs - startedAt >= afterMs)
    let judged: MemorySample[]
    for (;;) {
      const sample = await sampleMemory(bench, meter)
      all.push(sample)
      const passedMs = sample.atMs - startedAt
      judged = settled(settlingMs.short)
      if (passedMs >= settlingMs.short + watchedMs.short && isClearlyFlat(judged)) break
      judged = settled(settlingMs.long)
      if (passedMs >= settlingMs.long + watchedMs.long) break
      const nextAt = sample.atMs + betweenMs
      await until(
        'the next sample is due',
        () => performance.now(),
        now => now >= nextAt,
      )
    }
    const { slip } = await finishAndSeal(bench)
    expect(slip.verdict).not.toBe('damaged')
    expect(judged.length).toBeGreaterThan(20)
    for (const measure of measures) {
      const slope = slopePerMinute(judged, sample => sample[measure])
      console.log(`${measure}: ${Math.round(slope / 1024)} kB/min over ${judged.length} samples`)
      expect(slope, measure).toBeLessThan(mostPerMinute[measure])
    }
  } finally {
    await bench.close()
  }
}, 400_000)
