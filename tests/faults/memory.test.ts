import { expect, test } from 'vitest'
import { type MemorySample, openMemoryMeter, sampleMemory, slopePerMinute } from '../fixtures/memory-samples.ts'
import { openReceptionBench } from '../fixtures/reception-bench.ts'
import { finishAndSeal } from '../fixtures/sealed-recording.ts'
import { until } from '../fixtures/until.ts'

const megabyte = 1024 * 1024
/** Caches fill, code is compiled: not yet the slope. */
const settlingMs = 60_000
const watchedMs = 180_000
const betweenMs = 6_000

/**
 * A leak of one chunk (about 70 kB twice a second) would be 8 MB a minute: the limits lie well below that and above the
 * breathing of the collectors. The hour is `npm run bench:memory`.
 */
test('over three minutes of recording neither the page nor the workstation grows', async () => {
  const bench = await openReceptionBench()
  try {
    await bench.act({ kind: 'roomOpened' })
    await bench.arm()
    await bench.act({ kind: 'citizenConnected' })
    const meter = await openMemoryMeter(bench)
    const startedAt = performance.now()
    const samples: MemorySample[] = []
    while (performance.now() - startedAt < settlingMs + watchedMs) {
      const sample = await sampleMemory(bench, meter)
      if (sample.atMs - startedAt >= settlingMs) samples.push(sample)
      const nextAt = sample.atMs + betweenMs
      await until(
        'the next sample is due',
        () => performance.now(),
        now => now >= nextAt,
      )
    }
    const { slip } = await finishAndSeal(bench)
    expect(slip.verdict).not.toBe('damaged')
    expect(samples.length).toBeGreaterThan(20)
    const perMinute = (of: (sample: MemorySample) => number) =>
      `${Math.round(slopePerMinute(samples, of) / 1024)} kB/min`
    console.log(
      `page heap ${perMinute(s => s.pageHeapBytes)}, page process ${perMinute(s => s.pageResidentBytes)}, workstation ${perMinute(s => s.workstationResidentBytes)}`,
    )
    expect(slopePerMinute(samples, sample => sample.pageHeapBytes)).toBeLessThan(0.5 * megabyte)
    expect(slopePerMinute(samples, sample => sample.pageResidentBytes)).toBeLessThan(4 * megabyte)
    expect(slopePerMinute(samples, sample => sample.workstationResidentBytes)).toBeLessThan(4 * megabyte)
  } finally {
    await bench.close()
  }
}, 400_000)
