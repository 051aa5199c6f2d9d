import { type MemorySample, openMemoryMeter, sampleMemory, slopePerMinute } from '../fixtures/memory-samples.ts'
import { openReceptionBench } from '../fixtures/reception-bench.ts'
import { finishAndSeal } from '../fixtures/sealed-recording.ts'
import { until } from '../fixtures/until.ts'

/** `npm run bench -- memory [--minutes N]`: one real recording of an hour; prints a Markdown table for docs/figures.md. */

const minutesAsked = Number(process.argv[process.argv.indexOf('--minutes') + 1])
const minutes = process.argv.includes('--minutes') && minutesAsked > 0 ? minutesAsked : 60
const settlingMinutes = Math.min(2, minutes / 4)
const minuteMs = 60_000

const bench = await openReceptionBench()
try {
  await bench.act({ kind: 'roomOpened' })
  await bench.arm()
  await bench.act({ kind: 'citizenConnected' })
  const meter = await openMemoryMeter(bench)
  const startedAt = performance.now()
  const samples: MemorySample[] = []
  console.log('| minute | page heap, MB | page process, MB | workstation, MB |\n|---|---|---|---|')
  for (let sampled = 0; sampled <= minutes; sampled += 1) {
    await until(
      'the minute is over',
      () => performance.now() - startedAt,
      passed => passed >= sampled * minuteMs,
      2 * minuteMs,
    )
    const sample = await sampleMemory(bench, meter)
    if (sampled >= settlingMinutes) samples.push(sample)
    if (sampled % 5 === 0 || sampled === minutes) {
      console.log(
        `| ${sampled} | ${megabytes(sample.pageHeapBytes)} | ${megabytes(sample.pageResidentBytes)} | ${megabytes(sample.workstationResidentBytes)} |`,
      )
    }
  }
  const slope = (of: (sample: MemorySample) => number) => `${(slopePerMinute(samples, of) / 1024).toFixed(1)} kB/min`
  console.log(
    `\nSlope after minute ${settlingMinutes}: page heap ${slope(s => s.pageHeapBytes)}, page process ${slope(s => s.pageResidentBytes)}, workstation ${slope(s => s.workstationResidentBytes)}.`,
  )
  const { slip } = await finishAndSeal(bench)
  console.log(
    `Recording: ${slip.verdict}, ${Math.round(slip.durationMs / 1000)} s, ${megabytes(slip.byteLength)} MB, audio holes ${slip.audioHolesMs} ms, drift ${slip.driftMsPerMinute.toFixed(1)} ms/min, remarks: ${slip.remarks.map(({ code, value }) => `${code} ${value}`).join(', ') || 'none'}.`,
  )
} finally {
  await bench.close()
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}
